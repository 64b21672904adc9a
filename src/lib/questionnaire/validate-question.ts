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

/** Notes one problem with the question at hand. */
type Report = (
	code: AnswerProblemCode,
	params?: AnswerProblem['params'],
	text?: LocalText | null,
	row?: string
) => void;

/**
 * Adds what is wrong with the answer to a question that is visible and enabled. The definition's own validators are
 * tried when nothing else is wrong, also on an empty answer, as in survey-core 3.1.1 (`Question.collectErrors`).
 */
export function validateQuestion(question: Question, answers: Answers, problems: AnswerProblem[]): void {
	const value = answers[question.name];
	const before = problems.length;
	const report: Report = (code, params = {}, text = null, row = undefined) =>
		problems.push({
			question: question.name,
			...(row === undefined ? {} : { row }),
			code,
			params,
			text
		});
	if (!isAnswered(value) && isDemanded(question, answers)) report('required', {}, question.requiredText);
	validateKind(question, value, answers, report);
	if (problems.length > before) return;
	for (const validator of question.validators) {
		const failure = applyValidator(validator, value, answers);
		if (failure) report(failure.code, failure.params, validator.text);
	}
}

function validateKind(
	question: Question,
	value: AnswerValue | undefined,
	answers: Answers,
	report: Report
): void {
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
			return validateOther(question, value, answers, report);
		case 'checkbox':
			validateOther(question, value, answers, report);
			return validateSelection(question, value, report);
		case 'matrix':
			return validateRows(question, value, report);
		case 'text':
			return validateText(question, value, report);
		case 'slider':
			return validateSlider(question, value, report);
		case 'rating':
		case 'boolean':
		case 'comment':
			return;
	}
}

function validateOther(
	question: Question,
	value: AnswerValue | undefined,
	answers: Answers,
	report: Report
): void {
	const other = findOtherOption(question);
	if (!other || !hasCode(value, other.code)) return;
	if (!isAnswered(answers[toCommentName(question.name)])) report('other-required');
}

function validateSelection(
	{ options, minSelected, maxSelected }: CheckboxQuestion,
	value: AnswerValue | undefined,
	report: Report
): void {
	const count = Array.isArray(value) ? value.length : 0;
	const hasExclusive = options.some(
		(option) => option.role !== 'answer' && option.role !== 'other' && hasCode(value, option.code)
	);
	if (hasExclusive && count > 1) report('exclusive');
	// Counts also when nothing is chosen and the question may be skipped: survey-core does the same.
	if (minSelected !== null && count < minSelected && !(hasExclusive && count === 1)) {
		report('min-selected', { min: minSelected });
	}
	if (maxSelected !== null && count > maxSelected) report('max-selected', { max: maxSelected });
}

function validateRows(
	{ rows, eachRowRequired }: MatrixQuestion,
	value: AnswerValue | undefined,
	report: Report
): void {
	if (!eachRowRequired) return;
	const codes = codesByRow(value);
	for (const { name } of rows) if (!isAnswered(codes[name])) report('required', {}, null, name);
}

function validateText(
	{ inputType, min, max, minErrorText, maxErrorText, step, validators }: TextQuestion,
	value: AnswerValue | undefined,
	report: Report
): void {
	// With an email validator of its own the question is checked by that one alone.
	const isUnchecked = validators.every(({ kind }) => kind !== 'email');
	if (inputType === 'email' && isUnchecked && value && !isEmail(value)) report('email');
	if (value === undefined || !isAnswered(value)) return;
	// Days, months, weeks and times are written so that the alphabet's order is time's.
	if (min !== null && value < min) report('min', { min }, minErrorText);
	if (max !== null && value > max) report('max', { max }, maxErrorText);
	if (inputType === 'number' && step !== null && !isOnStep(toNumber(value), step)) report('step', { step });
}

function validateSlider(
	{ min, max, step }: SliderQuestion,
	value: AnswerValue | undefined,
	report: Report
): void {
	if (typeof value !== 'number') return;
	if (value < min) report('min', { min });
	else if (value > max) report('max', { max });
	else if (!isOnStep(value - min, step)) report('step', { step });
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
