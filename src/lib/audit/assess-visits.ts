/** Which rules of review-rules.ts each visit of a month meets. */
import { daysBetween, type LocalDate } from '#lib/shared/local-date.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { reviewLimits, type RiskId } from './review-rules.ts';
import type { Visit } from './visit.ts';

/** What the log does not know. */
export interface ReviewFacts {
	/** Whether the person was assigned to the case that day; null when it is not known. */
	readonly isAssigned: (actorId: string, caseId: CaseId, day: LocalDate) => boolean | null;
	readonly isProtected: (caseId: CaseId) => boolean;
	/** The hour (0–23) and day of the week (1 Monday – 7 Sunday) in Sweden. */
	readonly swedishTime: (moment: Date) => { readonly hour: number; readonly weekday: number };
}

/**
 * The risks of each visit by its key; none for most. `around` are all visits from two weeks before the first to two weeks
 * after the last, the visits themselves included: what is written there explains what is read here.
 */
export function assessVisits(
	visits: readonly Visit[],
	around: readonly Visit[],
	facts: ReviewFacts
): ReadonlyMap<string, readonly RiskId[]> {
	const hurried = findHurried(visits);
	const writtenOn = daysOfWriting(around);
	return new Map(
		visits.map((visit) => {
			const { key, caseId, actorId, day } = visit;
			const risks: RiskId[] = [];
			if (caseId !== null && facts.isProtected(caseId)) risks.push('protected-case');
			if (caseId !== null && facts.isAssigned(actorId, caseId, day) === false) risks.push('no-assignment');
			if (hurried.has(key)) risks.push('many-cases');
			if (isOutsideHours(visit, facts)) risks.push('outside-hours');
			if (isSearching(visit)) risks.push('repeated-search');
			if (isOnlyRead(visit, writtenOn)) risks.push('read-only');
			return [key, risks];
		})
	);
}

/** Visits that were part of opening many cases in a short time. */
function findHurried(visits: readonly Visit[]): ReadonlySet<string> {
	const found = new Set<string>();
	const span = reviewLimits.manyCasesMinutes * 60_000;
	for (const mine of Map.groupBy(visits.filter(isOfCase), ({ actorId }) => actorId).values()) {
		const steps = mine
			.flatMap(({ key, caseId, lines }) => lines.map(({ happenedAt }) => ({ key, caseId, at: +happenedAt })))
			.sort((one, other) => one.at - other.at);
		let from = 0;
		for (const [to, step] of steps.entries()) {
			while ((steps[from]?.at ?? 0) < step.at - span) from += 1;
			const within = steps.slice(from, to + 1);
			if (new Set(within.map(({ caseId }) => caseId)).size >= reviewLimits.manyCases) {
				for (const { key } of within) found.add(key);
			}
		}
	}
	return found;
}

const isOfCase = ({ caseId }: Visit): boolean => caseId !== null;

function isOutsideHours({ lines }: Visit, { swedishTime }: ReviewFacts): boolean {
	return lines.some(({ happenedAt }) => {
		const { hour, weekday } = swedishTime(happenedAt);
		return weekday > 5 || hour < reviewLimits.workBeginsHour || hour >= reviewLimits.workEndsHour;
	});
}

/** Lists and searches have no case of their own. */
function isSearching({ caseId, lines }: Visit): boolean {
	if (caseId !== null) return false;
	const span = reviewLimits.searchesMinutes * 60_000;
	const steps = reviewLimits.searches - 1;
	return lines.some(
		({ happenedAt }, index) =>
			index >= steps && +happenedAt - +(lines[index - steps]?.happenedAt ?? 0) <= span
	);
}

type DaysOfWriting = ReadonlyMap<string, readonly LocalDate[]>;
const placeOf = ({ actorId, caseId }: Visit): string => JSON.stringify([actorId, caseId]);

function daysOfWriting(visits: readonly Visit[]): DaysOfWriting {
	const written = Map.groupBy(
		visits.filter(({ writes }) => writes > 0),
		placeOf
	);
	return new Map([...written].map(([place, group]) => [place, group.map(({ day }) => day)]));
}

function isOnlyRead(visit: Visit, writtenOn: DaysOfWriting): boolean {
	if (visit.caseId === null || visit.writes > 0) return false;
	const days = writtenOn.get(placeOf(visit)) ?? [];
	return !days.some((day) => Math.abs(daysBetween(visit.day, day)) <= reviewLimits.explainingDays);
}
