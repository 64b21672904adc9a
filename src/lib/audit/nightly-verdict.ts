/** What the night's check of the whole access log said: the newest one, and whether it can be relied on. */
import type { ChainFault } from './check-chain.ts';
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';

export interface NightlyVerdict {
	/** The day, in Sweden, that the night led to. */
	readonly day: LocalDate;
	readonly verifiedAt: Date;
	/** Lines that were in order: all of them, or those before the fault. */
	readonly lineCount: number;
	/** The number that the newest anchor named; null when there was no anchor. */
	readonly anchoredTo: number | null;
	readonly fault: Pick<ChainFault, 'kind' | 'seq'> | null;
}

/** What is known of the nights: nothing yet, a verdict that the program did not write, or the newest one. */
export type NightlyCheck =
	| { readonly kind: 'none' }
	| { readonly kind: 'not-genuine' }
	| { readonly kind: 'verdict'; readonly verdict: NightlyVerdict; readonly isLate: boolean };

/** Whether a night has gone by without a check: the newest is from before yesterday. */
export function isLate({ day }: Pick<NightlyVerdict, 'day'>, today: LocalDate): boolean {
	return day < addDays(today, -1);
}
