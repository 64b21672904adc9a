/**
 * What is sealed (encrypted) in the database: everything that says who somebody is, and everything that somebody has
 * written or answered about themselves or a person. 10 § lag (2001:454); article 32 GDPR. Every other column of text or
 * JSON is in open-columns.ts with the reason why it may be read.
 */

declare const sealed: unique symbol;
/** Text that has been sealed for one place. A table's column of this type takes nothing else. */
export type Sealed = string & { readonly [sealed]: true };

/** Sealed under the board's own key, bound to table, column, row and board. The row's own id is in the column `id`. */
export const sealedColumns = {
	'clients.name': 'the client’s name',
	'clients.personal_number': 'personnummer or samordningsnummer',
	'cases.concern': 'staff write freely about the person',
	'case_goals.goal': 'the client’s own goal, in their words',
	'case_goals.measure': 'staff write freely about the person',
	'case_goals.levels': 'staff write freely about the person',
	'case_imports.content': 'a file of cases on its way in: names and personal identity numbers',
	'interventions.name': 'staff write freely, and what help somebody gets is secret (26 kap. 1 § OSL)',
	'administrations.draft_answers': 'answers that have not been sent, free text included',
	'administrations.draft_layers': 'names the questions that have been answered and not sent',
	'interviews.notes': 'what staff note at the questions, and why a question has no answer',
	'responses.answers': 'the client’s answers, free text included',
	'responses.answer_layers': 'names questions that have been answered, and how they were read',
	'response_corrections.answers_before': 'answers as they stood before a correction',
	'response_corrections.reason': 'staff write freely about the person',
	'report_conclusions.content': 'a group writes freely about its clients, and the filter names interventions',
	'log_review_visits.note': 'the reviewer writes freely about staff and cases',
	'kiosks.private_key': 'opens the answers that lie sealed on a tablet',
	'kiosks.signing_key': 'signs what a tablet is to ask',
	'client_contacts.email': 'where the client can be reached',
	'client_contacts.phone': 'where the client can be reached',
	'invitations.recipient': 'where an invitation was sent',
	'invitations.link': 'the link opens the client’s own questions',
	'export_orders.recipient': 'staff write freely who a file is for',
	'export_parts.content': 'answers in a file that has been ordered',
	'anonymous_texts.words': 'free text: people write names in it, their own or others’'
} as const;

export type SealedColumn = keyof typeof sealedColumns;

/** Whether the column is one of the sealed ones; `table.column` as in the database. */
export function isSealedColumn(name: string): name is SealedColumn {
	return name in sealedColumns;
}
