/** A role a person has in a board, for a time. */
import type { AssignmentId, ProviderId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { Role } from './actor.ts';

export interface NewAssignment {
	readonly role: Role;
	/** The unit it is limited to; null for the whole board. */
	readonly unitId: UnitId | null;
	/** The provider whose staff it is; null for every other role. */
	readonly providerId: ProviderId | null;
	readonly validFrom: LocalDate;
	/** The first day it no longer holds; null while no end is set. */
	readonly validTo: LocalDate | null;
}

export interface Assignment extends NewAssignment {
	readonly id: AssignmentId;
}

export type AssignmentProblem =
	'provider-missing' | 'provider-not-for-role' | 'unit-missing' | 'ends-before-start';

/** Whether it holds on the day. */
export function isInForce({ validFrom, validTo }: NewAssignment, day: LocalDate): boolean {
	return validFrom <= day && (validTo === null || validTo > day);
}

/** The assignment as it is, or what is wrong with it. */
export function parseAssignment(assignment: NewAssignment): Result<NewAssignment, AssignmentProblem> {
	const { role, unitId, providerId, validFrom, validTo } = assignment;
	if (role === 'provider-staff' && providerId === null) return refuse('provider-missing');
	if (role !== 'provider-staff' && providerId !== null) return refuse('provider-not-for-role');
	if (role === 'unit-manager' && unitId === null) return refuse('unit-missing');
	if (validTo !== null && validTo < validFrom) return refuse('ends-before-start');
	return ok(assignment);
}
