import { reportQuestions, type ReportQuestion } from './report-questions.ts';

/** The ready question with the id, or null. */
export function findQuestion(id: string): ReportQuestion | null {
	return reportQuestions.find((question) => question.id === id) ?? null;
}
