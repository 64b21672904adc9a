import type { Answers, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { listVisiblePages } from '#lib/questionnaire/visible-pages.ts';
import { listVisibleQuestions } from '#lib/questionnaire/visible-questions.ts';
import type { PaperEntry, PaperRow } from './paper.ts';

/**
 * The rows that were left empty although the form asks for them with these answers. What the form itself skips (AUDIT
 * 2–8 when the answer to 1 is 0) is no gap, and neither is the text beside an answer.
 */
export function listPaperGaps(
	questionnaire: Questionnaire,
	rows: readonly PaperRow[],
	{ answers, empty }: Pick<PaperEntry, 'answers' | 'empty'>
): PaperRow[] {
	const asked = listAskedQuestions(questionnaire, answers);
	return rows.filter((row) => row.number !== '' && asked.has(row.question) && empty.includes(row.name));
}

/** Names of the questions that the form asks with these answers. */
export function listAskedQuestions(questionnaire: Questionnaire, answers: Answers): ReadonlySet<string> {
	const pages = listVisiblePages(questionnaire, answers);
	return new Set(
		pages.flatMap((page) => listVisibleQuestions(page, answers).map(({ question }) => question.name))
	);
}
