import { reportQuestions, type ReportQuestion } from './report-questions.ts';

/** The question that whoever analyses makes up: one variable against another, both in the address. */
export const crosstabQuestion: ReportQuestion = {
	id: 'crosstab',
	measure: 'cross-table',
	counted: 'persons',
	choices: [],
	needs: [],
	source:
		'SKL 2019, Verksamhetssystem som stöd för systematisk uppföljning: Vilken kunskap kan variablerna ge'
};

/** The ready question with the id, or the cross-table; or null. */
export function findQuestion(id: string): ReportQuestion | null {
	if (id === crosstabQuestion.id) return crosstabQuestion;
	return reportQuestions.find((question) => question.id === id) ?? null;
}
