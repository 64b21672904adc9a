/** Who may what, as a table a lawyer can read. 'public' means that holding the link is the right. */
import type { Actor, Role } from './actor.ts';

export const permissions = {
	'case:read': ['caseworker'],
	'case:write': ['caseworker'],
	'provider:read': ['caseworker', 'board-member', 'follow-up-administrator'],
	'provider:write': ['follow-up-administrator'],
	'response:submit': 'public',
	'response:enter': ['caseworker'],
	'instrument:read': ['caseworker', 'follow-up-administrator'],
	'permit:write': ['follow-up-administrator'],
	'survey:read': ['follow-up-administrator'],
	'survey:write': ['follow-up-administrator'],
	'target:read': ['board-member', 'follow-up-administrator'],
	'target:write': ['follow-up-administrator']
} as const satisfies Record<string, readonly Role[] | 'public'>;

export type Permission = keyof typeof permissions;

/** Whether the actor holds the permission. The system actor holds all. */
export function mayAct(actor: Actor, permission: Permission): boolean {
	const holders: readonly Role[] | 'public' = permissions[permission];
	if (actor.kind === 'system') return true;
	if (holders === 'public') return actor.kind !== 'anonymous';
	return actor.kind === 'staff' && actor.roles.some((role) => holders.includes(role));
}
