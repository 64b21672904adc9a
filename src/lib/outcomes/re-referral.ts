/** Återaktualisering: of those closed in a period, how many came back within a window that has passed for all of them. */
import { addMonths, type LocalDate } from '#lib/shared/local-date.ts';
import { shareOf, type CountedShare } from './change-shares.ts';

/** One person's first closing in the period. */
export interface Closing {
	readonly closedOn: LocalDate;
	/** The first referral after it; null = none known. */
	readonly referredAgainOn: LocalDate | null;
	/** Died or moved away within the window: outside the denominator, and counted. */
	readonly isOutside: boolean;
}

export interface ReReferral {
	readonly windowMonths: number;
	/** Of those whose whole window has passed. */
	readonly cameBack: CountedShare;
	/** Closed too recently to know. Without this rule the latest quarter always looks best. */
	readonly notYet: number;
	readonly outside: number;
}

/** The share of persons who came back within the window (usually 6 or 12 months), seen on a given day. */
export function reReferral(
	closings: readonly Closing[],
	windowMonths: number,
	seenOn: LocalDate
): ReReferral {
	const inside = closings.filter(({ isOutside }) => !isOutside);
	const matured = inside.filter(({ closedOn }) => addMonths(closedOn, windowMonths) < seenOn);
	const cameBack = matured.filter(
		({ closedOn, referredAgainOn }) =>
			referredAgainOn !== null && referredAgainOn <= addMonths(closedOn, windowMonths)
	);
	return {
		windowMonths,
		cameBack: shareOf(cameBack.length, matured.length),
		notYet: inside.length - matured.length,
		outside: closings.length - inside.length
	};
}
