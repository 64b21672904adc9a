/**
 * Everything a board has stored about one client (registerutdrag, GDPR art. 15): whatever tables there are, found by their
 * foreign keys, opened.
 */
import type { LocalDate } from '#lib/shared/local-date.ts';

/** Who is to have it. Asked and written down each time: it is an utlämnande, and the default is no. */
export const extractRecipients = [
	'the-person',
	'legal-representative',
	/** Nobody yet: what is about others is looked for first. */
	'internal'
] as const;
export type ExtractRecipient = (typeof extractRecipients)[number];

/** A row by column, as the database has it, with sealed columns opened. */
export type ExtractRow = Readonly<Record<string, unknown>>;

export interface ExtractTable {
	readonly name: string;
	readonly rows: readonly ExtractRow[];
}

/** What one person did in one of the cases on one day, without saying who: see docs/rights-of-persons.md. */
export interface ExtractVisit {
	readonly day: LocalDate;
	readonly caseNumber: string;
	readonly actorKind: 'staff' | 'respondent' | 'system';
	readonly actions: readonly string[];
	readonly workContext: string;
}

export interface RegisterExtract {
	/** Stands on the page and in the files, and leads back to the line in the log about this very extract. */
	readonly stamp: string;
	readonly madeOn: LocalDate;
	readonly recipient: ExtractRecipient;
	readonly clientNumber: string;
	readonly caseNumbers: readonly string[];
	/** How many of the client's cases the maker does not reach: then the extract is not whole. */
	readonly casesElsewhere: number;
	/** Parents first. Every table that belongs to a client is there, empty or not. */
	readonly tables: readonly ExtractTable[];
	/** Names of staff, providers and units by the id that the rows have. */
	readonly names: Readonly<Record<string, string>>;
	/** The latest first. */
	readonly visits: readonly ExtractVisit[];
}

/** What an extract has instead of a value that is not told, by `table.column`, and why. */
export const withheldColumns: Readonly<Record<string, 'respondents-own'>> = {
	// Promised to whoever answers: nobody sees it before it is sent. They read it themselves, with the link.
	'administrations.draft_answers': 'respondents-own',
	'administrations.draft_layers': 'respondents-own',
	// Opens the questions to whoever has it.
	'invitations.link': 'respondents-own'
};

export interface Withheld {
	readonly withheld: 'respondents-own';
}
