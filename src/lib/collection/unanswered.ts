/**
 * Why a question has no answer. "Vet ej", "vill ej svara", "ej tillfrågad" and "ej visad" are four different things: the
 * first two are what somebody said, the third is what staff decided, the last is what the form does by itself.
 */
import { listQuestions } from '../instruments/list-questions.ts';
import type { Answers, OptionRole, Question, Questionnaire } from '../instruments/questionnaire.ts';
import { hasCode } from '../questionnaire/answer-codes.ts';
import { isAnswered } from '../questionnaire/is-answered.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import { listAskedQuestions } from './paper-gaps.ts';

/** What can be said of a question instead of an answer. */
export const unansweredMarks = ['dont-know', 'declined', 'not-asked'] as const;
export type UnansweredMark = (typeof unansweredMarks)[number];
export type UnansweredMarks = Readonly<Record<string, UnansweredMark>>;

/** `not-shown` is worked out from the form and never stored; `skipped` means that nobody has said why. */
export type AnswerStatus = 'answered' | UnansweredMark | 'not-shown' | 'skipped';

/**
 * How every question stands, by name. An answer that the form itself offers as "vet inte" or "vill inte svara" is the same
 * as the mark. What has an answer is never not shown: it was given when the question was there.
 */
export function describeAnswers(
	questionnaire: Questionnaire,
	answers: Answers,
	marks: UnansweredMarks
): ReadonlyMap<string, AnswerStatus> {
	const shown = listAskedQuestions(questionnaire, answers);
	return new Map(
		listQuestions(questionnaire).map((question) => {
			const { name } = question;
			if (isAnswered(answers[name])) return [name, statusOfAnswer(question, answers)];
			return [name, marks[name] ?? (shown.has(name) ? 'skipped' : 'not-shown')];
		})
	);
}

const statusByRole: Partial<Record<OptionRole, AnswerStatus>> = {
	'dont-know': 'dont-know',
	refused: 'declined'
};

function statusOfAnswer(question: Question, answers: Answers): AnswerStatus {
	if (!('options' in question)) return 'answered';
	const chosen = question.options.find(
		({ code, role }) => statusByRole[role] !== undefined && hasCode(answers[question.name], code)
	);
	return (chosen && statusByRole[chosen.role]) ?? 'answered';
}

/** The marks, checked: refuses a question that there is not, or that has an answer. */
export function checkMarks(
	questionnaire: Questionnaire,
	answers: Answers,
	marks: UnansweredMarks
): Result<UnansweredMarks, 'answers-refused'> {
	const names = new Set(listQuestions(questionnaire).map(({ name }) => name));
	const isRight = Object.entries(marks).every(
		([name, mark]) => names.has(name) && !isAnswered(answers[name]) && unansweredMarks.includes(mark)
	);
	return isRight ? ok(marks) : refuse('answers-refused');
}
