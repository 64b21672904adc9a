import { listTexts, type StoredText } from '../texts/queries.ts';
import { listLetters, type LetterRow } from '../survey/queries.ts';
import type { PrintedLetter } from '../../printed-letter.ts';
import { appendAuditEvents } from '#lib/audit/server/queries.ts';
import { casesInReach } from '#lib/cases/server/reach/queries.ts';
import { listNamesOfCases } from '#lib/cases/server/target/queries.ts';
import type { SurveyId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export type Letter = LetterRow & PrintedLetter;

export interface SurveyLetters {
	readonly letters: readonly Letter[];
	/** The board's own words, by language. */
	readonly texts: readonly StoredText[];
}

/**
 * The letters of a confidential survey to print, to those of one's own cases who are invited by letter and have not answered.
 * Each has the same link however often it is printed; the file itself is kept nowhere. Every case gets a line in the log.
 */
export const surveyLetters = read({
	name: 'surveyLetters',
	permission: 'invitation:print',
	inCase: 'in-query',
	audit: 'always',
	subject: ({ surveyId }: { readonly surveyId: SurveyId }, { letters }: SurveyLetters) => ({
		type: 'survey',
		id: surveyId,
		reason: String(letters.length)
	}),
	async run(work, { surveyId }): Promise<SurveyLetters> {
		const rows = await listLetters(work, casesInReach(work), surveyId, work.today);
		const names = await listNamesOfCases(
			work,
			rows.map(({ caseId }) => caseId)
		);
		await appendAuditEvents(
			work,
			'read',
			surveyLetters.name,
			rows.map(({ caseId }) => ({ type: 'case', id: caseId, caseId, reason: 'letter' }))
		);
		const texts = (await listTexts(work)).filter(({ channel }) => channel === 'letter');
		return { letters: rows.map((row) => ({ ...row, name: names.get(row.caseId) ?? null })), texts };
	}
});
