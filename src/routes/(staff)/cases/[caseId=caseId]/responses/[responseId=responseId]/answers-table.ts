/** The questions of a form and the answers given, in their exact wording, as a table in a document. */
import { wordsForEmpty, type AnsweredQuestion } from '#lib/cases/ui/record.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DocumentTable } from '#lib/shared/document.ts';

/** Every question, also those that were passed over: an empty place says why it is empty. */
export function answersTable(questions: readonly AnsweredQuestion[], language: string): DocumentTable {
	return {
		kind: 'table',
		caption: m.results_answers_caption({ count: questions.length }),
		columns: [
			{ label: m.results_answers_question(), width: 3 },
			{ label: m.results_answers_answer(), width: 2 },
			{ label: m.results_answers_code(), width: 0.5, align: 'end' }
		],
		rows: questions.map((question) => [
			toQuestion(question),
			question.answers.length === 0
				? wordsForEmpty(question)
				: question.answers.map(({ text }) => text).join('; '),
			question.answers.flatMap(({ code }) => code ?? []).join('; ')
		]),
		language
	};
}

function toQuestion({ lead, number, question }: AnsweredQuestion): string {
	const words = question ?? m.staff_response_no_wording({ number });
	return [lead, number === '' ? words : `${number}. ${words}`].filter((part) => part !== null).join('\n');
}
