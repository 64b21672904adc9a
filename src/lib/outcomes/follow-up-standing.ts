/** Uppföljningsandel: of those measured before, whose intervention has ended and whose time has come, how many were measured again. */
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';

/** One person, or intervention, with a measurement before. */
export interface StartedFollowUp {
	/** Null while the intervention goes on. */
	readonly endedOn: LocalDate | null;
	readonly hasAfter: boolean;
	/** Died or moved: outside the denominator, and counted. */
	readonly isOutside: boolean;
}

/** Days after the end that a measurement may still come within. */
export interface FollowUpWindow {
	readonly on: LocalDate;
	readonly windowDays: number;
}

/** "Ej aktuell än" (not yet): still going on, or the window has not passed. Not non-response. */
export const followUpStandings = ['followed-up', 'lost', 'not-yet', 'outside'] as const;
export type FollowUpStanding = (typeof followUpStandings)[number];

/**
 * Where one stands by a given day. Also those already measured wait until the window has passed: counting them sooner than
 * the others would flatter the latest months.
 */
export function findStanding(
	{ endedOn, hasAfter, isOutside }: StartedFollowUp,
	{ on, windowDays }: FollowUpWindow
): FollowUpStanding {
	if (isOutside) return 'outside';
	if (endedOn === null || addDays(endedOn, windowDays) >= on) return 'not-yet';
	return hasAfter ? 'followed-up' : 'lost';
}
