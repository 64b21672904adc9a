/** Something the program does by itself once a day for each board, and when it is time. */
import type { LocalDate } from '#lib/shared/local-date.ts';

export interface JobTime {
	/** Unique, in the imperative: `proposeRetention`. It is in the database: once given, it stays. */
	readonly name: string;
	/** The hour in Sweden, 0–23, from which the day's run may begin. */
	readonly fromHour: number;
}

/** How many times a day's run is begun before it is left until the next day. */
export const maxAttempts = 3;

/** How long a process has a run alone, in milliseconds: longer than any run takes, so that only a dead one loses it. */
export const claimMs = 3_600_000;

/** How long a run that went wrong waits before it is tried again, in milliseconds. */
export const retryMs = 900_000;

/** How long it is remembered how a run went, in days. */
export const rememberedDays = 400;

/**
 * The day whose run is due, or null before the hour has come. A program that was switched off at the hour does the run when
 * it is switched on again that day; a day that passed without it is not made up for, since every run looks at all there is.
 */
export function findDueDay(job: JobTime, now: { readonly day: LocalDate; readonly hour: number }) {
	return now.hour >= job.fromHour ? now.day : null;
}
