import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import * as m from '#lib/shared/client-words.ts';
import type { AnswerProblem, AnswerProblemCode } from '../answer-problem.ts';
import { textIn } from '../local-text.ts';
import type { RefusedAnswer } from '../refused-answer.ts';

type Params = AnswerProblem['params'];

const sentences: Readonly<Record<AnswerProblemCode, (params: Params) => string>> = {
	required: () => m.respondent_problem_required(),
	'one-required': () => m.respondent_problem_one_required(),
	'other-required': () => m.respondent_problem_other_required(),
	exclusive: () => m.respondent_problem_exclusive(),
	'min-selected': ({ min }) => m.respondent_problem_min_selected({ min: written(min) }),
	'max-selected': ({ max }) => m.respondent_problem_max_selected({ max: written(max) }),
	min: ({ min }) => m.respondent_problem_min({ min: written(min) }),
	max: ({ max }) => m.respondent_problem_max({ max: written(max) }),
	step: ({ step }) => m.respondent_problem_step({ step: written(step) }),
	'not-a-number': () => m.respondent_problem_not_a_number(),
	'min-length': ({ min }) => m.respondent_problem_min_length({ min: written(min) }),
	'max-length': ({ max }) => m.respondent_problem_max_length({ max: written(max) }),
	'no-digits': () => m.respondent_problem_no_digits(),
	pattern: () => m.respondent_problem_pattern(),
	email: () => m.respondent_problem_email(),
	expression: () => m.respondent_problem_expression()
};

/** What is wrong and what to do, as one sentence: the definition's own where it has one. */
export function problemSentence(
	problem: AnswerProblem,
	language: LanguageTag,
	fallback: LanguageTag
): string {
	return textIn(language, problem.text, fallback) ?? sentences[problem.code](problem.params);
}

/** The same for something written that is no answer yet. */
export function slipSentence({ reason }: RefusedAnswer): string {
	switch (reason) {
		case 'not-a-number':
			return m.respondent_problem_not_a_number();
		case 'out-of-range':
			return m.respondent_problem_out_of_range();
		case 'not-a-date':
			return m.respondent_problem_not_a_date();
		case 'too-long':
			return m.respondent_problem_too_long();
		default:
			return m.respondent_problem_pattern();
	}
}

function written(value: string | number | undefined): string {
	return typeof value === 'number' ? String(value).replace('.', ',') : (value ?? '');
}
