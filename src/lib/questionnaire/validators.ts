import { isTrue } from '../instruments/evaluate-expression.ts';
import { isEmptyValue } from '../instruments/is-empty-value.ts';
import type { AnswerValue, Answers, Validator } from '../instruments/questionnaire.ts';
import { toNumber } from '../instruments/to-number.ts';
import type { AnswerProblem } from './answer-problem.ts';

type Failure = Pick<AnswerProblem, 'code' | 'params'>;

/** What a validator of the definition has against a value; null when nothing. Same as survey-core 3.1.1 validator.ts. */
export function applyValidator(
	validator: Validator,
	value: AnswerValue | undefined,
	answers: Answers
): Failure | null {
	switch (validator.kind) {
		case 'expression':
			return isTrue(validator.expression, answers) ? null : { code: 'expression', params: {} };
		case 'numeric':
			return isBlank(value) ? null : checkNumber(validator, value);
		case 'text':
			return isBlank(value) ? null : checkText(validator, value);
		case 'answer-count':
			return Array.isArray(value) ? checkCount(validator, value.length) : null;
		case 'regex':
			return isBlank(value) || matches(validator, value) ? null : { code: 'pattern', params: {} };
		case 'email':
			return !value || isEmail(value) ? null : { code: 'email', params: {} };
	}
}

/** survey-core's own pattern (validator.ts, `EmailValidator`), so that both take the same addresses. */
const emailPattern =
	/^(([^<>()[\].,;:\s@"]+(\.[^<>()[\].,;:\s@"]+)*)|(".+"))@(([^<>()=[\].,;:\s@"]+\.)+[^<>()=[\].,;:\s@"]{2,})$/i;

export function isEmail(value: AnswerValue): boolean {
	return emailPattern.test(String(value));
}

function isBlank(value: AnswerValue | undefined): value is undefined {
	return isEmptyValue(typeof value === 'string' ? value.trim() : value);
}

function checkNumber(
	{ min, max }: Extract<Validator, { kind: 'numeric' }>,
	value: AnswerValue
): Failure | null {
	const number = toNumber(value);
	if (Number.isNaN(number)) return { code: 'not-a-number', params: {} };
	if (min !== null && number < min) return { code: 'min', params: { min } };
	if (max !== null && number > max) return { code: 'max', params: { max } };
	return null;
}

function checkText(
	{ allowDigits, minLength, maxLength }: Extract<Validator, { kind: 'text' }>,
	value: AnswerValue
): Failure | null {
	// Only digits at the end: survey-core's own reading of "digits are not allowed".
	if (!allowDigits && /\d+$/.test(String(value))) return { code: 'no-digits', params: {} };
	const length = typeof value === 'string' || Array.isArray(value) ? value.length : null;
	if (length === null) return null;
	if (minLength !== null && length < minLength) return { code: 'min-length', params: { min: minLength } };
	if (maxLength !== null && length > maxLength) return { code: 'max-length', params: { max: maxLength } };
	return null;
}

function checkCount(
	{ min, max }: Extract<Validator, { kind: 'answer-count' }>,
	count: number
): Failure | null {
	if (count === 0) return null;
	if (min !== null && count < min) return { code: 'min-selected', params: { min } };
	if (max !== null && count > max) return { code: 'max-selected', params: { max } };
	return null;
}

type RegexValidator = Extract<Validator, { kind: 'regex' }>;
const compiledPatterns = new WeakMap<RegexValidator, RegExp>();

function matches(validator: RegexValidator, value: AnswerValue): boolean {
	const known = compiledPatterns.get(validator);
	const pattern = known ?? new RegExp(validator.pattern, validator.caseInsensitive ? 'i' : '');
	if (!known) compiledPatterns.set(validator, pattern);
	const values: readonly unknown[] = Array.isArray(value) ? [...value, value] : [value];
	return values.every((item) => pattern.test(String(item)));
}
