/** Uppföljningsandel: of those measured before, whose intervention has ended and whose time has come, how many were measured again. */
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';
import { shareOf, type CountedShare } from './change-shares.ts';

/** One person, or intervention, with a measurement before. */
export interface StartedFollowUp {
	/** Null while the intervention goes on. */
	readonly endedOn: LocalDate | null;
	readonly hasAfter: boolean;
	/** Died or moved: outside the denominator, and counted. */
	readonly isOutside: boolean;
}

export interface FollowUpShare {
	/** Measured again, of those whose window has passed. */
	readonly followedUp: CountedShare;
	/** "Ej aktuell än": still going on, or the window has not passed. Not non-response. */
	readonly notYet: number;
	readonly outside: number;
}

/**
 * Counts who has been followed up by a given day. The window is how many days after the end a measurement may still come.
 * Also those already measured wait until it has passed: counting them sooner than the others would flatter the latest months.
 */
export function followUpShare(
	started: readonly StartedFollowUp[],
	{ on, windowDays }: { readonly on: LocalDate; readonly windowDays: number }
): FollowUpShare {
	const inside = started.filter(({ isOutside }) => !isOutside);
	const due = inside.filter(({ endedOn }) => endedOn !== null && addDays(endedOn, windowDays) < on);
	return {
		followedUp: shareOf(due.filter(({ hasAfter }) => hasAfter).length, due.length),
		notYet: inside.length - due.length,
		outside: started.length - inside.length
	};
}
