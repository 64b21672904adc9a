/**
 * What changes in a case's occasions when its days or its plan change. What has happened is never rewritten: an occasion
 * that is done or missed keeps its days, its place and its version of the plan.
 */
import { nameOccasion, type CaseOccasion, type PlannedOccasion } from './occasion.ts';

export interface Replanning<T extends CaseOccasion> {
	/** Expected, and not there before. */
	readonly added: readonly PlannedOccasion[];
	/** Still expected, on other days, or expected again. */
	readonly moved: readonly { readonly from: T; readonly to: PlannedOccasion }[];
	/** No longer expected. */
	readonly lapsed: readonly T[];
}

/** The changes that make a case's occasions what is planned, settled ones left alone. */
export function replan<T extends CaseOccasion>(
	existing: readonly T[],
	planned: readonly PlannedOccasion[]
): Replanning<T> {
	const known = new Map(existing.map((occasion) => [nameOccasion(occasion), occasion]));
	const wanted = new Map(planned.map((occasion) => [nameOccasion(occasion), occasion]));
	return {
		added: planned.filter((occasion) => !known.has(nameOccasion(occasion))),
		moved: existing.flatMap((from) => {
			const to = wanted.get(nameOccasion(from));
			return to && !isSettled(from) && (from.outcome.state === 'lapsed' || !isSame(from, to))
				? [{ from, to }]
				: [];
		}),
		lapsed: existing.filter(
			(occasion) => occasion.outcome.state === 'planned' && !wanted.has(nameOccasion(occasion))
		)
	};
}

function isSettled({ outcome }: CaseOccasion): boolean {
	return outcome.state === 'done' || outcome.state === 'missed';
}

function isSame(one: PlannedOccasion, other: PlannedOccasion): boolean {
	return (
		one.phase === other.phase &&
		one.days?.opensOn === other.days?.opensOn &&
		one.days?.dueOn === other.days?.dueOn &&
		one.days?.closesOn === other.days?.closesOn
	);
}
