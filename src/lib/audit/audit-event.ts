/** One line of the access log: who did what to what, why and when. Never answers, never names. */
import type { WorkContext } from './work-context.ts';
import type { BoardId, CaseId } from '#lib/shared/ids.ts';

export const subjectTypes = [
	'case-list',
	'case',
	'intervention',
	'provider',
	'administration',
	'response',
	'survey',
	'target',
	'export',
	'action-plan',
	'publication',
	'permit',
	'client',
	'staff',
	'assignment',
	'unit',
	'log-review',
	'log-extract',
	'register-extract',
	'retention-plan',
	'retention-proposal',
	'information-text',
	'assessment-reference',
	'plan',
	'case-plan',
	'occasion',
	'risk-alert',
	'risk-routine',
	'picture',
	'goal',
	'kiosk',
	'report'
] as const;
export type SubjectType = (typeof subjectTypes)[number];

export interface AuditSubject {
	readonly type: SubjectType;
	/** Null when the subject is a list or has no id of its own. */
	readonly id: string | null;
	/** The case it belongs to, where there is one: by it a person is told who has read about them. */
	readonly caseId?: CaseId | null;
	/** Why, where a reason is asked for; also which target or list it was. */
	readonly reason?: string;
}

/** A line as it is stored and signed. */
export interface AuditEvent {
	readonly boardId: BoardId;
	readonly id: string;
	/** UTC with six decimals, as the database keeps it: `2026-03-02T11:00:00.000000Z`. */
	readonly happenedAt: string;
	readonly action: string;
	readonly kind: 'read' | 'write';
	readonly subjectType: SubjectType;
	readonly subjectId: string | null;
	readonly caseId: CaseId | null;
	readonly actorKind: 'staff' | 'respondent' | 'system';
	readonly actorId: string | null;
	readonly workContext: WorkContext;
	readonly reason: string | null;
}
