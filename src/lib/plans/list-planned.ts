/** The occasions that a plan gives in a case, from the case's days and what has been settled so far. */
import { addDays, type LocalDate } from '../shared/local-date.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { CaseOccasion, OccasionDays, PlannedOccasion } from './occasion.ts';
import type { Anchor, OccasionRule, Plan, PlanLine, Timing } from './plan.ts';
import { addSpan, type Span } from './span.ts';

/** The days of a case; null where it has not come to that yet. */
export type CaseDays = Readonly<Record<Anchor, LocalDate | null>>;

/**
 * Every occasion that is to be expected, in the plan's order. Of an interval only the next one exists, since it is counted
 * from the one before: `settled` tells which those are. What would fall after the end of the case or the intervention is
 * not expected.
 */
export function listPlanned(
	{ occasions, lines }: Pick<Plan, 'occasions' | 'lines'>,
	caseDays: CaseDays,
	settled: readonly CaseOccasion[] = []
): readonly PlannedOccasion[] {
	return lines.flatMap((line) =>
		occasions
			.filter((rule) => line.at.includes(rule.key))
			.flatMap((rule) => listOfRule(line, rule, caseDays, settled))
	);
}

function listOfRule(
	line: PlanLine,
	{ key: rule, phase, timing }: OccasionRule,
	caseDays: CaseDays,
	settled: readonly CaseOccasion[]
): PlannedOccasion[] {
	const anchor = caseDays[timing.anchor];
	const one = (sequence: number, days: OccasionDays | null, of = phase): PlannedOccasion => ({
		line: line.key,
		rule,
		sequence,
		phase: of,
		days
	});
	const isExpected = ({ days }: PlannedOccasion): boolean =>
		days === null || !hasEndedBefore(days.dueOn, timing, caseDays);
	switch (timing.kind) {
		case 'once':
			// Half a year into a placement that ended after two months is not to be expected.
			return [one(1, anchor && roundAbout(addSpan(anchor, timing.after), timing))].filter(
				(occasion) => phase !== 'during' || isExpected(occasion)
			);
		case 'between':
			return [one(1, anchor && between(anchor, timing.from, timing.to))];
		case 'times': {
			const days = (sequence: number) =>
				anchor && roundAbout(addSpan(anchor, times(timing.every, sequence)), timing);
			return Array.from({ length: timing.times }, (_, index) => one(index + 1, days(index + 1))).filter(
				isExpected
			);
		}
		case 'interval': {
			const before = settled
				.filter((occasion) => occasion.line === line.key && occasion.rule === rule)
				.filter(({ outcome }) => outcome.state === 'done' || outcome.state === 'missed');
			const last = before.toSorted((a, b) => a.sequence - b.sequence).at(-1);
			const days = nextOfInterval(timing, anchor, last ?? null);
			const next = one((last?.sequence ?? 0) + 1, days);
			return days !== null && hasEndedBefore(days.opensOn, timing, caseDays) ? [] : [next];
		}
		case 'daily':
			return listDaily(timing, anchor)
				.map(({ days, phase: ofDay }, index) => one(index + 1, days, ofDay))
				.filter(isExpected);
		default:
			return unreachable(timing);
	}
}

/** The days of the next occasion of an interval, counted from when the one before was done or missed. */
export function nextOfInterval(
	timing: Extract<Timing, { kind: 'interval' }>,
	anchor: LocalDate | null,
	last: Pick<CaseOccasion, 'outcome'> | null
): OccasionDays | null {
	const outcome = last?.outcome;
	const settledOn = outcome?.state === 'done' || outcome?.state === 'missed' ? outcome.on : null;
	const from = settledOn ?? anchor;
	if (from === null) return null;
	const isAtOnce = settledOn === null && timing.first === 'at-once';
	const closesOn = addSpan(from, timing.atLatest);
	return { opensOn: isAtOnce ? from : addSpan(from, timing.notBefore), dueOn: closesOn, closesOn };
}

function roundAbout(
	dueOn: LocalDate,
	{ daysBefore, daysAfter }: { readonly daysBefore: number; readonly daysAfter: number }
): OccasionDays {
	return { opensOn: addDays(dueOn, -daysBefore), dueOn, closesOn: addDays(dueOn, daysAfter) };
}

function between(anchor: LocalDate, from: Span, to: Span): OccasionDays {
	const closesOn = addSpan(anchor, to);
	return { opensOn: addSpan(anchor, from), dueOn: closesOn, closesOn };
}

function times({ count, unit }: Span, by: number): Span {
	return { count: count * by, unit };
}

function listDaily(timing: Extract<Timing, { kind: 'daily' }>, anchor: LocalDate | null) {
	const first = anchor && addSpan(anchor, timing.after);
	return timing.phases
		.flatMap(({ days, phase }) => Array.from({ length: days }, () => phase))
		.map((phase, index) => {
			const day = first && addDays(first, index);
			return { phase, days: day && { opensOn: day, dueOn: day, closesOn: addDays(day, timing.daysAfter) } };
		});
}

/** Whether what is measured while it goes on has ended before the day. An intervention ends with its case. */
function hasEndedBefore(day: LocalDate, { anchor }: Timing, caseDays: CaseDays): boolean {
	const isOfIntervention = anchor === 'intervention-start' || anchor === 'intervention-end';
	const ends = [caseDays['case-end'], isOfIntervention ? caseDays['intervention-end'] : null];
	return ends.some((end) => end !== null && end < day);
}
