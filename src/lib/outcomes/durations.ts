/** How long things last: interventions, investigations (utredningstid). Skewed, so the median and quartiles, not only the mean. */
import { daysBetween, type LocalDate } from '#lib/shared/local-date.ts';
import { kaplanMeierMedian } from './kaplan-meier.ts';
import { summariseValues, type ValueSummary } from './summarise-pairs.ts';

export interface Spell {
	readonly startedOn: LocalDate;
	/** Null while it goes on. */
	readonly endedOn: LocalDate | null;
}

/** Whether the last day counts as a whole day: decided once and stored with the report. */
export type DayCount = 'end-minus-start' | 'both-days-counted';

export interface ClosedDurations extends ValueSummary {
	/** Spells that ended in the period: say "avslutade under perioden". */
	readonly n: number;
}

export interface StartedDurations {
	readonly n: number;
	readonly ongoing: number;
	/** Kaplan–Meier, where the ongoing count for as long as they have lasted; null when fewer than half have ended. */
	readonly medianDays: number | null;
}

/**
 * Days of the spells that ended from one day to another (both included). Ongoing ones are not there, which makes a new or
 * growing service look short: `startedDurations` answers how long things last.
 */
export function closedDurations(
	spells: readonly Spell[],
	period: { readonly from: LocalDate; readonly to: LocalDate },
	counting: DayCount = 'end-minus-start'
): ClosedDurations {
	const days = spells.flatMap(({ startedOn, endedOn }) =>
		endedOn !== null && endedOn >= period.from && endedOn <= period.to
			? [countDays(startedOn, endedOn, counting)]
			: []
	);
	return { n: days.length, ...summariseValues(days) };
}

/** The median length of all spells that started in the period, seen on a given day. */
export function startedDurations(
	spells: readonly Spell[],
	period: { readonly from: LocalDate; readonly to: LocalDate },
	seenOn: LocalDate,
	counting: DayCount = 'end-minus-start'
): StartedDurations {
	const started = spells
		.filter(({ startedOn }) => startedOn >= period.from && startedOn <= period.to && startedOn <= seenOn)
		.map(({ startedOn, endedOn }) => {
			const hasEnded = endedOn !== null && endedOn <= seenOn;
			return { time: countDays(startedOn, hasEnded ? endedOn : seenOn, counting), hasEnded };
		});
	return {
		n: started.length,
		ongoing: started.filter(({ hasEnded }) => !hasEnded).length,
		medianDays: kaplanMeierMedian(started)
	};
}

function countDays(from: LocalDate, to: LocalDate, counting: DayCount): number {
	return daysBetween(from, to) + (counting === 'both-days-counted' ? 1 : 0);
}
