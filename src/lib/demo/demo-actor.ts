/** Who one is in the demo: a made-up member of staff chosen by a cookie. Exists only while demo mode is on. */
import type { Actor, Role } from '#lib/access/actor.ts';
import type { BoardId, ProviderId, UnitId } from '#lib/shared/ids.ts';

export const demoRoleCookie = 'genklang_demo_role';

/** The doors of the demo by their name in the address. */
export const demoStaff = {
	handlaggare: { name: 'Handläggare (påhittad)', roles: ['caseworker'], home: '/today' },
	enhetschef: { name: 'Enhetschef (påhittad)', roles: ['unit-manager'], home: '/reports' },
	namnd: { name: 'Ledamot (påhittad)', roles: ['board-member'], home: '/targets?year=2013&law=sol' },
	administrator: {
		name: 'Administratör (påhittad)',
		roles: ['follow-up-administrator'],
		home: '/instruments'
	},
	utforare: { name: 'Utförarens personal (påhittad)', roles: ['provider-staff'], home: '/targets' },
	loggkontrollant: { name: 'Loggkontrollant (påhittad)', roles: ['log-reviewer'], home: '/log-review' }
} as const satisfies Record<string, { name: string; roles: readonly Role[]; home: string }>;

export type DemoStaffRole = keyof typeof demoStaff;

/** Whether the text names one of the staff doors. */
export function isDemoStaffRole(text: string | undefined): text is DemoStaffRole {
	return text !== undefined && Object.hasOwn(demoStaff, text);
}

/** The made-up person behind a door, as cases are assigned to them. */
export function demoStaffId(role: DemoStaffRole): string {
	return `demo-${role}`;
}

interface DemoPlaces {
	readonly boardId: BoardId;
	readonly providerId: ProviderId;
	readonly unitId: UnitId;
}

/**
 * The actor a demo visitor is, given the cookie; nobody in particular without one. The door counts as a sign-in that is
 * always fresh: it opens made-up data only.
 */
export function demoActor(
	{ boardId, providerId, unitId }: DemoPlaces,
	role: string | undefined,
	now: Date
): Actor {
	if (!isDemoStaffRole(role)) return { kind: 'anonymous' };
	const { name, roles } = demoStaff[role];
	const person = {
		kind: 'staff',
		boardId,
		staffId: demoStaffId(role),
		name,
		roles,
		signedInAt: now
	} as const;
	if (role === 'utforare') {
		return { ...person, heldRoles: [{ role: 'provider-staff', unitId: null, providerId }] };
	}
	if (role === 'enhetschef') {
		return { ...person, heldRoles: [{ role: 'unit-manager', unitId, providerId: null }] };
	}
	return person;
}
