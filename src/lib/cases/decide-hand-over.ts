/** Where a case belongs when somebody is given it. */
import type { UnitId } from '#lib/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';

export interface HandOver {
	/** The units where the receiver is a caseworker, null for the whole board; empty when they are none. */
	readonly receiverUnits: readonly (UnitId | null)[];
	readonly caseUnit: UnitId | null;
	/** Whether those who have the case keep it too. */
	readonly isShared: boolean;
}

/**
 * The case's unit afterwards: its own where the receiver works there, otherwise the receiver's. Refuses a receiver who is
 * no caseworker, and sharing across units, since a case is in one.
 */
export function decideHandOver({
	receiverUnits,
	caseUnit,
	isShared
}: HandOver): Result<UnitId | null, 'not-a-caseworker' | 'other-unit'> {
	const [first] = receiverUnits;
	if (first === undefined) return refuse('not-a-caseworker');
	if (receiverUnits.includes(null) || receiverUnits.includes(caseUnit)) return ok(caseUnit);
	return isShared ? refuse('other-unit') : ok(first);
}
