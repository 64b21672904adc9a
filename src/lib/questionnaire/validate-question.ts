import { toNumber } from '../instruments/to-number.ts';
import type {
	AnswerValue,
	Answers,
	CheckboxQuestion,
	LocalText,
	MatrixQuestion,
	Question,
	SliderQuestion,
	TextQuestion
} from '../instruments/questionnaire.ts';
import { codesByRow, hasCode } from './answer-codes.ts';
import type { AnswerProblem, AnswerProblemCode } from './answer-problem.ts';
import { findOtherOption } from './comment-field.ts';
import { isDemanded } from './conditions.ts';
import { toCommentName } from './input-name.ts';
import { isAnswered } from './is-answered.ts';
import { applyValidator, isEmail } from './validators.ts';

type Report = (
	code: AnswerProblemCode,
	params?: AnswerProblem['params'],
	text?: LocalText | null,
	row?: string
) => AnswerProblem;

/**
 * What is wrong with the answer to a question that is visible and enabled. The definition's own validators are
 * tried when nothing else is wrong, also on an empty answer, as in survey-core 3.1.1 (`Question.collectErrors`).
 */
export function validateQuestion(question: Question, answers: Answers): AnswerProblem[] {
	const value = answers[question.name];
	const report: Report = (code, params = {}, text = null, row = undefined) => ({
		question: question.name,
		...(row === undefined ? {} : { row }),
		code,
		params,
		text
	});
	const problems = [
		...(!isAnswered(value) && isDemanded(question, answers)
			? [report('required', {}, question.requiredText)]
			: []),
		...validateKind(question, value, answers, report)
	];
	if (problems.length > 0 || question.validators.length === 0) return problems;
	return question.validators.flatMap((validator) => {
		const failure = applyValidator(validator, value, answers);
		return failure ? [report(failure.code, failure.params, validator.text)] : [];
	});
}

function validateKind(
	question: Question,
	value: AnswerValue | undefined,
	answers: Answers,
	report: Report
): AnswerProblem[] {
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
			return validateOther(question, value, answers, report);
		case 'checkbox':
			return [
				...validateOther(question, value, answers, report),
				...validateSelection(question, value, report)
			];
		case 'matrix':
			return validateRows(question, value, report);
		case 'text':
			return validateText(question, value, report);
		case 'slider':
			return validateSlider(question, value, report);
		case 'rating':
		case 'boolean':
		case 'comment':
			return [];
	}
}

function validateOther(
	question: Question,
	value: AnswerValue | undefined,
	answers: Answers,
	report: Report
): AnswerProblem[] {
	const other = findOtherOption(question);
	if (!other || !hasCode(value, other.code) || isAnswered(answers[toCommentName(question.name)])) return [];
	return [report('other-required')];
}

function validateSelection(
	{ options, minSelected, maxSelected }: CheckboxQuestion,
	value: AnswerValue | undefined,
	report: Report
): AnswerProblem[] {
	const count = Array.isArray(value) ? value.length : 0;
	const hasExclusive = options.some(
		(option) => option.role !== 'answer' && option.role !== 'other' && hasCode(value, option.code)
	);
	const problems: AnswerProblem[] = [];
	if (hasExclusive && count > 1) problems.push(report('exclusive'));
	// Counts also when nothing is chosen and the question may be skipped: survey-core does the same.
	if (minSelected !== null && count < minSelected && !(hasExclusive && count === 1)) {
		problems.push(report('min-selected', { min: minSelected }));
	}
	if (maxSelected !== null && count > maxSelected) {
		problems.push(report('max-selected', { max: maxSelected }));
	}
	return problems;
}

function validateRows(
	{ rows, eachRowRequired }: MatrixQuestion,
	value: AnswerValue | undefined,
	report: Report
): AnswerProblem[] {
	if (!eachRowRequired) return [];
	const codes = codesByRow(value);
	return rows
		.filter((row) => !isAnswered(codes[row.name]))
		.map((row) => report('required', {}, null, row.name));
}

function validateText(
	{ inputType, min, max, minErrorText, maxErrorText, step, validators }: TextQuestion,
	value: AnswerValue | undefined,
	report: Report
): AnswerProblem[] {
	if (value === undefined || !isAnswered(value)) return [];
	const problems: AnswerProblem[] = [];
	// Days, months, weeks and times are written so that the alphabet's order is time's.
	if (min !== null && value < min) problems.push(report('min', { min }, minErrorText));
	if (max !== null && value > max) problems.push(report('max', { max }, maxErrorText));
	if (inputType === 'number' && step !== null && !isOnStep(toNumber(value), step)) {
		problems.push(report('step', { step }));
	}
	// With an email validator of its own the question is checked by that one alone.
	const isUnchecked = validators.every(({ kind }) => kind !== 'email');
	if (inputType === 'email' && isUnchecked && !isEmail(value)) problems.push(report('email'));
	return problems;
}

function validateSlider({ min, max, step }: SliderQuestion, value: AnswerValue | undefined, report: Report) {
	if (typeof value !== 'number') return [];
	if (value < min) return [report('min', { min })];
	if (value > max) return [report('max', { max })];
	return isOnStep(value - min, step) ? [] : [report('step', { step })];
}

/** Whether a number is a whole number of steps from zero, decimals counted exactly to six places (survey-core). */
export function isOnStep(value: number, step: number): boolean {
	if (Number.isNaN(value)) return true;
	const isWhole = (number: number, factor: number) => Math.round(number * factor) / factor === number;
	let factor = 1;
	while ((!isWhole(step, factor) || !isWhole(value, factor)) && factor < 1_000_000) factor *= 10;
	const wholeStep = Math.round(step * factor);
	return wholeStep <= 0 || Math.round(value * factor) % wholeStep === 0;
}
