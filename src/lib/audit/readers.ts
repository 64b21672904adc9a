/** "Vem har läst om mig": what is told, to whom and on what ground. */
import type { CaseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

/** Why it is told. Each is an utlämnande: default is no, and it is asked and written down every time (L6). */
export const tellingGrounds = [
	/** The person asks about themselves: GDPR art. 15, 10 § lag (2001:454). */
	'own-request',
	/** A log review or an incident is being looked into. */
	'investigation',
	/** A supervisory authority asks: IVO, IMY, JO. */
	'supervision'
] as const;
export type TellingGround = (typeof tellingGrounds)[number];

export const tellingRecipients = ['the-person', 'legal-representative', 'internal', 'authority'] as const;
export type TellingRecipient = (typeof tellingRecipients)[number];

/** One person's doings in the case on one day. */
export interface ReaderVisit {
	readonly actorKind: 'staff' | 'respondent' | 'system';
	/** The name, or the id where there is no account; null for whoever held the link and for the system. */
	readonly actorName: string | null;
	readonly day: LocalDate;
	readonly firstAt: Date;
	readonly lastAt: Date;
	readonly reads: number;
	readonly writes: number;
	readonly actions: readonly string[];
	readonly workContext: string;
}

export interface Readers {
	readonly caseId: CaseId;
	readonly caseNumber: string;
	/** Stands on the page and the file, and leads back to the line in the log about this very telling. */
	readonly stamp: string;
	readonly visits: readonly ReaderVisit[];
	/** Days on which the list of all cases was opened, with this case in it. */
	readonly listVisits: readonly {
		readonly actorName: string;
		readonly day: LocalDate;
		readonly times: number;
	}[];
}
