/** How an occasion stands on a day. */
import type { LocalDate } from '../shared/local-date.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { CaseOccasion } from './occasion.ts';

export const standings = [
	/** The day it is counted from has not come: nobody knows yet when. */
	'undated',
	/** It opens later. */
	'coming',
	/** It can be done today, and in time. */
	'due',
	/** Its last day has passed. It can still be done, and then counts as done, late. */
	'overdue',
	'done',
	'missed',
	'lapsed'
] as const;
export type Standing = (typeof standings)[number];

/** How the occasion stands. What is settled stays so, whatever day it is. */
export function assessOccasion(
	{ days, outcome }: Pick<CaseOccasion, 'days' | 'outcome'>,
	today: LocalDate
): Standing {
	switch (outcome.state) {
		case 'done':
		case 'missed':
		case 'lapsed':
			return outcome.state;
		case 'planned':
			if (days === null) return 'undated';
			if (today < days.opensOn) return 'coming';
			return today > days.closesOn ? 'overdue' : 'due';
		default:
			return unreachable(outcome);
	}
}

/** Whether it was done on a day when it was meant to be; null when it was not done at all. */
export function wasInTime({ days, outcome }: Pick<CaseOccasion, 'days' | 'outcome'>): boolean | null {
	if (outcome.state !== 'done') return null;
	return days === null || (outcome.on >= days.opensOn && outcome.on <= days.closesOn);
}
