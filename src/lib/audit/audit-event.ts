/** One line of the access log: who did what to what, and when. Never answers, never names. */

export const subjectTypes = [
	'case-list',
	'case',
	'intervention',
	'provider',
	'administration',
	'response',
	'survey',
	'target',
	'permit'
] as const;
export type SubjectType = (typeof subjectTypes)[number];

export interface AuditSubject {
	readonly type: SubjectType;
	/** Null when the subject is a list or has no id of its own. */
	readonly id: string | null;
	/** Why, where a reason is asked for; also which target or list it was. */
	readonly reason?: string;
}
