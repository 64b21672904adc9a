/** Expected, done and missed over many occasions: how much is missing, and why (bortfall). */
import type { LocalDate } from '../shared/local-date.ts';
import { assessOccasion } from './assess-occasion.ts';
import { isOutsideDenominator, missedReasons, type CaseOccasion, type MissedReason } from './occasion.ts';

export interface OutcomeCount {
	/** Done, missed and overdue. Not those who died or moved, nor what is not due yet. */
	readonly expected: number;
	readonly done: number;
	/** Missed for a reason that leaves it among the expected. */
	readonly missed: number;
	readonly missedBecause: Readonly<Record<MissedReason, number>>;
	/** The last day has passed and nobody has said what became of it. */
	readonly overdue: number;
	/** Died or moved: nobody could have asked. */
	readonly outside: number;
	readonly notYetDue: number;
}

/** Counts occasions as they stand on a day. What the plan no longer expects is in none of the numbers. */
export function countOutcomes(
	occasions: readonly Pick<CaseOccasion, 'days' | 'outcome'>[],
	today: LocalDate
): OutcomeCount {
	const missedBecause = Object.fromEntries(missedReasons.map((reason) => [reason, 0])) as Record<
		MissedReason,
		number
	>;
	let [done, overdue, notYetDue] = [0, 0, 0];
	for (const occasion of occasions) {
		if (occasion.outcome.state === 'missed') missedBecause[occasion.outcome.reason] += 1;
		const standing = assessOccasion(occasion, today);
		if (standing === 'done') done += 1;
		if (standing === 'overdue') overdue += 1;
		if (standing === 'undated' || standing === 'coming' || standing === 'due') notYetDue += 1;
	}
	const sum = (isOutside: boolean) =>
		missedReasons
			.filter((reason) => isOutsideDenominator(reason) === isOutside)
			.reduce((total, reason) => total + missedBecause[reason], 0);
	const [missed, outside] = [sum(false), sum(true)];
	return { expected: done + missed + overdue, done, missed, missedBecause, overdue, outside, notYetDue };
}
