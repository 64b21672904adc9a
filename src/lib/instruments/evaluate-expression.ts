import type { Answers } from './questionnaire.ts';
import type { Expression, ExpressionValue } from './expression.ts';
import { applyFunction } from './apply-function.ts';
import { applyOperator } from './apply-operator.ts';
import { isEmptyValue } from './is-empty-value.ts';
import { toNumber } from './to-number.ts';

/**
 * The value of an expression for the given answers; null when it has none. Never throws.
 * Gives what survey-core 3.1.1 gives for the text the expression was compiled from
 * (property tests: `src/lib/questionnaire/oracle.test.ts`).
 */
export function evaluateExpression(expression: Expression, answers: Answers): ExpressionValue {
	return (evaluate(expression, answers) ?? null) as ExpressionValue;
}

/** Whether a condition holds. Only true, 1 and what JavaScript's == takes for true do: 2 does not. */
export function isTrue(expression: Expression, answers: Answers): boolean {
	// eslint-disable-next-line eqeqeq -- as survey-core's ConditionRunner
	return evaluate(expression, answers) == true;
}

const noAnswers: readonly unknown[] = [];

function evaluate(expression: Expression, answers: Answers): unknown {
	switch (expression.kind) {
		case 'constant':
			return expression.value;
		case 'variable':
			return expression.isList && isEmptyValue(answers[expression.path[0] ?? ''])
				? noAnswers
				: readVariable(expression.path, answers);
		case 'array':
			return expression.items.map((item) => evaluate(item, answers));
		case 'unary': {
			const value = evaluate(expression.operand, answers);
			if (expression.operator === 'negate') return !value;
			return isEmptyValue(value) === (expression.operator === 'empty');
		}
		case 'binary':
			return applyOperator(
				expression.operator,
				evaluate(expression.left, answers),
				evaluate(expression.right, answers)
			);
		case 'call':
			return applyFunction(
				expression.name,
				expression.args.map((argument) => evaluate(argument, answers))
			);
	}
}

function readVariable(path: readonly string[], answers: Answers): unknown {
	if (path.length === 1) return readQuestion(path[0] ?? '', answers);
	let value: unknown = answers;
	for (const step of path) {
		if (step === 'length' && (typeof value === 'string' || Array.isArray(value))) return value.length;
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		value = isObject && Object.hasOwn(value as object, step) ? (value as Record<string, unknown>)[step] : undefined;
		if (value === undefined) return readNothing(path);
	}
	return typeof value === 'string' ? readText(value) : value;
}

function readQuestion(name: string, answers: Answers): unknown {
	const value = Object.hasOwn(answers, name) ? answers[name] : undefined;
	return typeof value === 'string' ? readText(value) : value;
}

/** survey-core tells an unanswered question (undefined) from an unanswered matrix row (null). */
function readNothing(path: readonly string[]): null | 0 {
	return path.at(-1) === 'length' ? 0 : null;
}

/** An answer in text that looks like a truth value, a quoted text or a number is compared as one. */
function readText(text: string): string | number | boolean {
	if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
	const first = text[0];
	const last = text.at(-1);
	if (text.length > 1 && isQuote(first) && isQuote(last)) return text.slice(1, -1);
	if (text === '') return text;
	const number = toNumber(text);
	if (Number.isNaN(number)) return text;
	// '007' and '0' are told apart: a code with leading zeros stays text.
	if (first === '0' && !text.startsWith('0x') && text.length > 1 && text[1] !== '.' && text[1] !== ',') return text;
	return number;
}

function isQuote(character: string | undefined): boolean {
	return character === "'" || character === '"';
}
