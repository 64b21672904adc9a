/** What is printed of one invitation by letter. Never what it is about: an envelope is opened by others too. */
import type { LocalDate } from '#lib/shared/local-date.ts';

export interface PrintedLetter {
	readonly language: string;
	/** The last day the link works. */
	readonly expiresOn: LocalDate;
	/** The whole address that opens the questions. */
	readonly link: string;
	readonly caseNumber: string;
	/** Null where none is stored, or it is not to be said: then the letter goes by the case number. */
	readonly name: string | null;
}
