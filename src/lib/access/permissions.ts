/**
 * Who may what, and how far: permission by role. A role that a line does not name never holds the permission. Required by
 * 10 § lag (2001:454): the conditions for every authorisation are written down, and none is wider than the task needs.
 */
import type { ProviderId, UnitId } from '#lib/shared/ids.ts';
import type { Actor, HeldRole, Role } from './actor.ts';

export const scopes = [
	/** Cases that the person is assigned to, in the units where they hold the role. */
	'own-cases',
	/** All cases of the unit, except those with protected identity. */
	'own-unit',
	/** Everything of the kind in the board. */
	'board',
	/** What is about the provider that the person works for. */
	'own-provider',
	/** Answers under a pseudonym in files: of the cases of the unit, or of all, except those with protected identity. */
	'pseudonymised',
	/** Counts and means, never anything of one person. */
	'aggregated',
	/** The same, of the cases of the unit; those with protected identity are not among them. */
	'unit-aggregated'
] as const;
export type Scope = (typeof scopes)[number];

/** 'link' means that holding the link is the right. */
export const permissions = {
	// Inner secrecy: only those who take part in the case, 26 kap. OSL and 10 § lag (2001:454).
	'case:read': { caseworker: 'own-cases', 'unit-manager': 'own-unit' },
	'case:write': { caseworker: 'own-cases' },
	'case:open': { caseworker: 'board' },
	// A whole file at once: only into and out of the units where one works. Never with names or numbers out again.
	'case:import': { caseworker: 'own-cases', 'unit-manager': 'own-unit' },
	'case:export': { caseworker: 'own-cases', 'unit-manager': 'own-unit' },
	'case:hand-over': { caseworker: 'own-cases', 'unit-manager': 'own-unit' },
	// Skyddade personuppgifter: from then on only the named, the manager among them or not.
	'case:protect': { caseworker: 'own-cases', 'unit-manager': 'own-unit' },
	'response:enter': { caseworker: 'own-cases' },
	'response:submit': 'link',
	'provider:read': { caseworker: 'board', 'board-member': 'board', 'follow-up-administrator': 'board' },
	'provider:write': { 'follow-up-administrator': 'board' },
	'instrument:read': { caseworker: 'board', 'unit-manager': 'board', 'follow-up-administrator': 'board' },
	// Which questions of the board's own forms a unit does not ask.
	'instrument:write': { 'follow-up-administrator': 'board' },
	'permit:write': { 'follow-up-administrator': 'board' },
	// Follow-up plans hold no case: what is measured when, for a service.
	'plan:read': { caseworker: 'board', 'unit-manager': 'board', 'follow-up-administrator': 'board' },
	'plan:write': { 'follow-up-administrator': 'board' },
	// Who is responsible for a case must see what its client has said about wanting to die.
	'case:acknowledge': { caseworker: 'own-cases', 'unit-manager': 'own-unit' },
	'routine:read': { caseworker: 'board', 'unit-manager': 'board', 'follow-up-administrator': 'board' },
	'routine:write': { 'unit-manager': 'board', 'follow-up-administrator': 'board' },
	// Compilations only for follow-up, 7 a § lag (2001:454): anonymous surveys, counted.
	'survey:read': { 'follow-up-administrator': 'board' },
	'survey:write': { 'follow-up-administrator': 'board' },
	// A code to an open survey for somebody in the room; neither the case nor any answer is in it.
	'survey:hand-out': { caseworker: 'board' },
	// What people have written without a name, 7 a § lag (2001:454): one who reads it through before anybody else may.
	'survey-text:review': { 'follow-up-administrator': 'board' },
	'survey-text:read': { 'follow-up-administrator': 'board', 'provider-staff': 'own-provider' },
	// What a confidential survey showed, counted: all of it for the administration, a provider's own for its staff.
	'survey-result:read': { 'follow-up-administrator': 'aggregated', 'provider-staff': 'own-provider' },
	// Tablets that ask on their own: which surveys they have, pairing and shutting them out. Never an answer.
	'kiosk:manage': { 'follow-up-administrator': 'board' },
	// What people are told before they answer, GDPR art. 13, and where the impact assessment is, art. 35.
	'information:write': { 'follow-up-administrator': 'board' },
	'result:read': {
		'unit-manager': 'unit-aggregated',
		'follow-up-administrator': 'aggregated',
		'provider-staff': 'own-provider'
	},
	// When people are invited and reminded, and in what words. No person in it.
	'invitation:write': { 'follow-up-administrator': 'board' },
	// Letters to those who are invited: whoever has the letter can open the link, so only those who work with the case.
	'invitation:print': { caseworker: 'own-cases', 'unit-manager': 'own-unit' },
	// Bortfall and what follow-up costs, counted: a manager's own units, all of them for the administration.
	'non-response:read': { 'unit-manager': 'aggregated', 'follow-up-administrator': 'aggregated' },
	// Any variable against any other: for whoever knows what can be subtracted.
	'result:explore': { 'follow-up-administrator': 'board' },
	// What a group has concluded from its figures (SKR's five steps): the group's words, about no single person.
	'result:conclude': { 'unit-manager': 'board', 'follow-up-administrator': 'board' },
	// Everybody's results side by side is for the board and its administration; a provider sees its own.
	'target:read': {
		'unit-manager': 'aggregated',
		'board-member': 'aggregated',
		'follow-up-administrator': 'aggregated',
		'provider-staff': 'own-provider'
	},
	// Answers as files, under a pseudonym, for follow-up only (7 a § lag 2001:454): the cases of one's own unit, or the
	// board's. What surveys without a person gave is handed out by whoever holds them.
	'export:make': { 'unit-manager': 'pseudonymised', 'follow-up-administrator': 'pseudonymised' },
	'target:write': { 'follow-up-administrator': 'board' },
	// Åtgärdsplan: the board and its administration ask and answer, the provider writes its own. No client in it.
	'action-plan:read': {
		'board-member': 'board',
		'follow-up-administrator': 'board',
		'provider-staff': 'own-provider'
	},
	'action-plan:ask': { 'board-member': 'board', 'follow-up-administrator': 'board' },
	'action-plan:write': { 'provider-staff': 'own-provider' },
	// What the board has decided to show everybody: a fresh sign-in, and only what has been through the disclosure control.
	'result:publish': { 'follow-up-administrator': 'board' },
	'publication:read': 'link',
	// By the program itself at night.
	'action-plan:remind': {},
	// Loggkontroll, and telling somebody who has read about them: 10 § lag (2001:454). Never what was read.
	'log:review': { 'log-reviewer': 'board' },
	// Whose a log review is to do: those who review, and whoever answers for that there is somebody who does.
	'log:assign': { 'log-reviewer': 'board', 'system-administrator': 'board' },
	'log:tell': { 'log-reviewer': 'board' },
	// By the program itself at night.
	'log:verify': {},
	// Gallring: what is erased when, and the decision to. Case numbers, and nothing from the cases.
	'retention:decide': { 'follow-up-administrator': 'board' },
	// What somebody has a right to about themselves, GDPR art. 15, 16 and 18.
	'rights:extract': { caseworker: 'own-cases', 'unit-manager': 'own-unit' },
	'rights:correct': { caseworker: 'own-cases' },
	'rights:restrict': { caseworker: 'own-cases', 'unit-manager': 'own-unit' },
	// Accounts, roles and units: never what is in a case.
	'staff:read': { 'system-administrator': 'board' },
	'staff:write': { 'system-administrator': 'board' }
} as const satisfies Record<string, Partial<Record<Role, Scope>> | 'link'>;

export type Permission = keyof typeof permissions;

type Holders = Partial<Record<Role, Scope>> | 'link';
const holdersOf = (permission: Permission): Holders => permissions[permission];

/** Whether the actor holds the permission for anything at all. The system actor holds all. */
export function mayAct(actor: Actor, permission: Permission): boolean {
	const holders = holdersOf(permission);
	if (actor.kind === 'system') return true;
	if (holders === 'link') return actor.kind !== 'anonymous';
	return actor.kind === 'staff' && actor.roles.some((role) => holders[role] !== undefined);
}

/** Whether the permission is for single cases, so that holding it says nothing until it is known which case. */
export function isForSomeCases(permission: Permission): boolean {
	const holders = holdersOf(permission);
	return (
		holders !== 'link' &&
		Object.values(holders).some((scope) => scope === 'own-cases' || scope === 'own-unit')
	);
}

/** Units by id, or all of them. */
export type Units = 'all' | readonly UnitId[];

/** How far a permission reaches for one actor. */
export type Reach =
	| { readonly kind: 'board' }
	| {
			readonly kind: 'part';
			/** Cases in these units, where the actor is assigned. */
			readonly assignedIn: Units;
			/** Cases in these units, assigned or not, without protected identity. */
			readonly unprotectedIn: Units;
			readonly providers: readonly ProviderId[];
	  };

/** How far the actor's permission reaches: the sum of what their roles give. Nowhere when they do not hold it. */
export function reachOf(actor: Actor, permission: Permission): Reach {
	const holders = holdersOf(permission);
	if (actor.kind === 'system' || (holders === 'link' && actor.kind !== 'anonymous')) return { kind: 'board' };
	const held = actor.kind === 'staff' && holders !== 'link' ? listHeldRoles(actor) : [];
	const withScope = (...wanted: Scope[]): HeldRole[] =>
		held.filter(({ role }) => {
			const scope = holders === 'link' ? undefined : holders[role];
			return scope !== undefined && wanted.includes(scope);
		});
	if (withScope('board', 'aggregated').length > 0) return { kind: 'board' };
	return {
		kind: 'part',
		assignedIn: toUnits(withScope('own-cases')),
		unprotectedIn: toUnits(withScope('own-unit', 'unit-aggregated', 'pseudonymised')),
		providers: withScope('own-provider').flatMap(({ providerId }) => providerId ?? [])
	};
}

/** Whether what is about the provider is within reach. */
export function reachesProvider(reach: Reach, providerId: ProviderId): boolean {
	return reach.kind === 'board' || reach.providers.includes(providerId);
}

/** The demo's doors name roles only: those hold in the whole board. */
function listHeldRoles(actor: Extract<Actor, { kind: 'staff' }>): readonly HeldRole[] {
	return actor.heldRoles ?? actor.roles.map((role) => ({ role, unitId: null, providerId: null }));
}

function toUnits(held: readonly HeldRole[]): Units {
	if (held.some(({ unitId }) => unitId === null)) return 'all';
	return [...new Set(held.flatMap(({ unitId }) => unitId ?? []))];
}
