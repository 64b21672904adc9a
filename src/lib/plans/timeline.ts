/** A plan drawn along the days of an imagined case: where each measure's windows lie. Numbers only; the page draws. */
import { addDays, daysBetween, type LocalDate } from '../shared/local-date.ts';
import { listPlanned, type CaseDays } from './list-planned.ts';
import type { CaseOccasion } from './occasion.ts';
import type { Plan } from './plan.ts';
import { addSpan } from './span.ts';

export interface TimelineBar {
	/** From the left edge, 0–1. */
	readonly from: number;
	readonly to: number;
	/** The day it is meant for. */
	readonly at: number;
}

export interface TimelineRow {
	/** Key of the plan's line. */
	readonly line: string;
	readonly bars: readonly TimelineBar[];
}

export interface Timeline {
	readonly rows: readonly TimelineRow[];
	readonly firstDay: LocalDate;
	readonly lastDay: LocalDate;
	/** Where the imagined intervention starts and ends, 0–1. */
	readonly start: number;
	readonly end: number;
	/** Whole months from the start that fit, for marks below: each with its place. */
	readonly months: readonly { readonly month: number; readonly at: number }[];
}

/** How long the imagined intervention is, and the case on either side of it. */
const imagined = { months: 6, daysBefore: 14, daysAfter: 14 } as const;
/** An interval is shown as often as it can come within the case, at most. */
const mostOfInterval = 12;

/** The plan along a case whose intervention starts on the day and goes on for six months. */
export function drawTimeline(plan: Pick<Plan, 'occasions' | 'lines'>, startsOn: LocalDate): Timeline {
	const endsOn = addSpan(startsOn, { count: imagined.months, unit: 'month' });
	const caseDays: CaseDays = {
		'case-start': addDays(startsOn, -imagined.daysBefore),
		'case-end': null,
		'intervention-start': startsOn,
		'intervention-end': endsOn
	};
	const planned = plan.lines.map((line) => ({
		line: line.key,
		windows: listWindows({ ...plan, lines: [line] }, caseDays)
	}));
	const all = planned.flatMap(({ windows }) => windows);
	const firstDay = earliest([startsOn, ...all.map(({ opensOn }) => opensOn)]);
	const lastDay = latest([addDays(endsOn, imagined.daysAfter), ...all.map(({ closesOn }) => closesOn)]);
	const length = Math.max(1, daysBetween(firstDay, lastDay) + 1);
	const place = (day: LocalDate): number => daysBetween(firstDay, day) / length;
	return {
		firstDay,
		lastDay,
		start: place(startsOn),
		end: place(endsOn),
		rows: planned.map(({ line, windows }) => ({
			line,
			bars: windows.map(({ opensOn, dueOn, closesOn }) => ({
				from: place(opensOn),
				to: place(addDays(closesOn, 1)),
				at: (daysBetween(firstDay, dueOn) + 0.5) / length
			}))
		})),
		months: listMonths(startsOn, lastDay).map(({ month, day }) => ({ month, at: place(day) }))
	};
}

interface Window {
	readonly opensOn: LocalDate;
	readonly dueOn: LocalDate;
	readonly closesOn: LocalDate;
}

/** The windows, those of an interval as if each were done on its day. */
function listWindows(plan: Pick<Plan, 'occasions' | 'lines'>, caseDays: CaseDays): readonly Window[] {
	const done: CaseOccasion[] = [];
	for (let round = 0; round < mostOfInterval; round += 1) {
		const planned = listPlanned(plan, caseDays, done);
		const known = new Set(done.map(({ rule, sequence }) => `${rule} ${sequence}`));
		const next = planned.filter(({ rule, sequence }) => !known.has(`${rule} ${sequence}`));
		const again = next.filter(({ rule }) => isInterval(plan, rule));
		if (again.length === 0) return [...done, ...next].flatMap(({ days }) => days ?? []);
		done.push(
			...again.flatMap((occasion) =>
				occasion.days === null
					? []
					: [{ ...occasion, outcome: { state: 'done', on: occasion.days.dueOn } as const }]
			)
		);
	}
	const rest = listPlanned(plan, caseDays, done).filter(({ rule }) => !isInterval(plan, rule));
	return [...done, ...rest].flatMap(({ days }) => days ?? []);
}

function isInterval({ occasions }: Pick<Plan, 'occasions'>, rule: string): boolean {
	return occasions.some(({ key, timing }) => key === rule && timing.kind === 'interval');
}

function listMonths(startsOn: LocalDate, lastDay: LocalDate) {
	const total = Math.floor(daysBetween(startsOn, lastDay) / 30.4);
	const step = total > 24 ? 12 : total > 12 ? 6 : 3;
	return Array.from({ length: Math.floor(total / step) + 1 }, (_, index) => {
		const month = index * step;
		return { month, day: addSpan(startsOn, { count: month, unit: 'month' }) };
	}).filter(({ day }) => day <= lastDay);
}

function earliest(days: readonly LocalDate[]): LocalDate {
	return days.reduce((one, other) => (other < one ? other : one));
}

function latest(days: readonly LocalDate[]): LocalDate {
	return days.reduce((one, other) => (other > one ? other : one));
}
