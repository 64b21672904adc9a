/** Who is acting in a request: set from the session, in demo mode also from the demo's role cookie. */
import type { AdministrationId, BoardId, ProviderId, UnitId } from '#lib/shared/ids.ts';

export const roles = [
	/** Handläggare. */
	'caseworker',
	/** Enhetschef. */
	'unit-manager',
	/** SU-administratör. */
	'follow-up-administrator',
	/** Nämnden: ledamot or secretary. */
	'board-member',
	/** Loggkontrollant. */
	'log-reviewer',
	/** Systemadministratör. */
	'system-administrator',
	/** Utförarens personal. */
	'provider-staff'
] as const;
export type Role = (typeof roles)[number];

/** One role held in the board, with what it is limited to; null is the whole board. */
export interface HeldRole {
	readonly role: Role;
	readonly unitId: UnitId | null;
	readonly providerId: ProviderId | null;
}

export type Actor =
	| { readonly kind: 'anonymous' }
	/** Whoever holds a valid link; knows nothing but that. */
	| {
			readonly kind: 'respondent';
			readonly boardId: BoardId;
			/** Answers on staff's own tablet, in a session that is lent for this one thing. */
			readonly lentTo?: AdministrationId;
	  }
	| {
			readonly kind: 'staff';
			readonly boardId: BoardId;
			readonly staffId: string;
			readonly name: string;
			readonly roles: readonly Role[];
			/** The same roles with unit and provider; left out for the demo's doors. */
			readonly heldRoles?: readonly HeldRole[];
			/** When both factors were last given; without it nothing that needs a fresh sign-in may be done. */
			readonly signedInAt?: Date;
	  }
	/** The system itself: migrations, demo data, jobs. */
	| { readonly kind: 'system'; readonly boardId: BoardId };
