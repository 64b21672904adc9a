/**
 * In what work something was read or written: the "why" that every line of the access log has, without anybody having
 * to type it (10 § lag 2001:454). A typed reason comes on top where one is asked for.
 */
import type { Permission } from '#lib/access/permissions.ts';

export const workContexts = [
	/** Handläggning and genomförande of one person's case. */
	'casework',
	/** Uppföljning, utvärdering, kvalitetssäkring: instruments, surveys, targets. */
	'follow-up',
	/** A person's own answer through a link. */
	'own-answer',
	/** Loggkontroll, and telling somebody who has read about them. */
	'log-review',
	/** Gallring. */
	'retention',
	/** What somebody has a right to about themselves: extract, correction, restriction (GDPR art. 15, 16, 18). */
	'rights',
	/** Accounts, roles and settings. */
	'administration'
] as const;
export type WorkContext = (typeof workContexts)[number];

/** By the permission's first word; `response` is split below. */
const contextByArea: Readonly<Record<string, WorkContext>> = {
	case: 'casework',
	response: 'casework',
	provider: 'follow-up',
	instrument: 'follow-up',
	permit: 'follow-up',
	plan: 'follow-up',
	survey: 'follow-up',
	result: 'follow-up',
	target: 'follow-up',
	'non-response': 'follow-up',
	export: 'follow-up',
	'action-plan': 'follow-up',
	publication: 'follow-up',
	invitation: 'follow-up',
	log: 'log-review',
	retention: 'retention',
	rights: 'rights'
};

/** The work that using the permission is part of; `administration` for what belongs to no person's case. */
export function workContextOf(permission: Permission): WorkContext {
	if (permission === 'response:submit') return 'own-answer';
	return contextByArea[permission.split(':')[0] ?? ''] ?? 'administration';
}
