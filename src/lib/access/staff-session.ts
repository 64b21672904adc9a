/** A member of staff who is signed in, wholly or half, as the pages and the rest of the program see it. */
import type { AdministrationId, BoardId, StaffId } from '#lib/shared/ids.ts';
import type { Actor, HeldRole } from './actor.ts';
import type { SecondFactor } from './second-factor.ts';

/** A board the person works for, with what they are there today. */
export interface BoardRoles {
	readonly boardId: BoardId;
	readonly boardName: string;
	readonly roles: readonly HeldRole[];
}

export interface StaffSession {
	readonly id: string;
	readonly staffId: StaffId;
	readonly name: string;
	readonly email: string;
	/** Null while only the password has been given. */
	readonly secondFactor: SecondFactor | null;
	readonly signedInAt: Date | null;
	readonly hasTotp: boolean;
	readonly passkeyCount: number;
	readonly hasPassword: boolean;
	/** Boards with a role that holds today, by name. */
	readonly boards: readonly BoardRoles[];
	/** The board chosen for this session; the only one where there is one; null where a choice is to be made. */
	readonly boardId: BoardId | null;
	/** What it has been handed over for; null when it is in its owner's hands. */
	readonly lentTo: AdministrationId | null;
	/** Handed over and left lying: nothing is shown before it is unlocked. */
	readonly lentIsShut: boolean;
}

/**
 * What the person has to do next: enrol a second factor (they have none), give it, choose a board, or nothing. A person
 * without any role today is signed in and may reach their own account only.
 */
export type SignInStep = 'enrol' | 'second-factor' | 'board' | 'done';

/** The next step. Somebody who has a second factor is never led to enrolling another instead of giving it. */
export function nextStep(session: StaffSession): SignInStep {
	if (session.secondFactor === null) {
		return session.hasTotp || session.passkeyCount > 0 ? 'second-factor' : 'enrol';
	}
	return session.boardId === null && session.boards.length > 0 ? 'board' : 'done';
}

/**
 * Who the session makes the visitor; nobody until both factors are given and a board is chosen, and only the one who
 * answers while it is handed over.
 */
export function toActor(session: StaffSession | null): Actor {
	if (!session || session.secondFactor === null || !session.signedInAt) return { kind: 'anonymous' };
	const board = session.boards.find(({ boardId }) => boardId === session.boardId);
	if (!board) return { kind: 'anonymous' };
	if (session.lentTo) return { kind: 'respondent', boardId: board.boardId, lentTo: session.lentTo };
	return {
		kind: 'staff',
		boardId: board.boardId,
		staffId: session.staffId,
		name: session.name,
		roles: [...new Set(board.roles.map(({ role }) => role))],
		heldRoles: board.roles,
		signedInAt: session.signedInAt
	};
}
