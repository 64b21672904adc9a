import type { BinaryOperator } from './expression.ts';
import { areEqualValues } from './are-equal-values.ts';
import { isEmptyValue } from './is-empty-value.ts';
import { toNumber, trimProduct, trimSum } from './to-number.ts';

/**
 * What a binary operator makes of two values that are already evaluated, both sides always.
 * JavaScript's own conversions are kept where survey-core 3.1.1 (`OperandMaker.binaryFunctions`) has them.
 */
export function applyOperator(operator: BinaryOperator, left: unknown, right: unknown): unknown {
	switch (operator) {
		case 'equal':
			return areSame(left, right);
		case 'notequal':
			return !areSame(left, right);
		case 'less':
			return isBefore(left, right);
		case 'greater':
			return isBefore(right, left);
		case 'lessorequal':
			return areSame(left, right) || isBefore(left, right);
		case 'greaterorequal':
			return areSame(left, right) || isBefore(right, left);
		case 'contains':
			return holds(left, right);
		case 'notcontains':
			return holdsNot(left, right);
		case 'anyof':
			return holdsAnyOf(left, right);
		case 'noneof':
			return !holdsAnyOf(left, right);
		case 'allof':
			return holdsAllOf(left, right);
		default:
			return calculate(operator, left, right);
	}
}

type CalculatingOperator = Extract<
	BinaryOperator,
	'and' | 'or' | 'plus' | 'minus' | 'mul' | 'div' | 'mod' | 'power'
>;

function calculate(operator: CalculatingOperator, leftValue: unknown, rightValue: unknown): unknown {
	const left = fillEmpty(leftValue, rightValue);
	const right = fillEmpty(rightValue, left);
	const [a, b] = [left as number, right as number];
	switch (operator) {
		case 'and':
			return left && right;
		case 'or':
			return left || right;
		case 'plus':
			return add(left, right);
		case 'minus':
			return trimSum(a, b, a - b);
		case 'mul':
			return trimProduct(a, b, a * b);
		case 'div':
			return right ? a / b : null;
		case 'mod':
			return right ? a % b : null;
		case 'power':
			return Math.pow(a, b);
	}
}

/** No answer becomes the other side's kind of nothing: 0, '' or []. */
function fillEmpty(value: unknown, other: unknown): unknown {
	if (!isEmptyValue(value)) return value;
	if (typeof other === 'number') return 0;
	if (typeof value === 'string') return value;
	if (typeof other === 'string') return '';
	return Array.isArray(other) ? [] : 0;
}

function add(left: unknown, right: unknown): unknown {
	const plain = (left as number) + (right as number);
	if (!Number.isNaN(toNumber(left)) && !Number.isNaN(toNumber(right))) {
		return typeof plain === 'string' ? plain : trimSum(left, right, plain);
	}
	if (Array.isArray(left)) return Array.isArray(right) ? [...left, ...right] : addToList(left, right, false);
	if (Array.isArray(right)) return addToList(right, left, true);
	return plain;
}

function addToList(list: readonly unknown[], value: unknown, isValueFirst: boolean): unknown {
	if (typeof value === 'string') {
		const text = list.join(', ');
		return isValueFirst ? value + text : text + value;
	}
	if (typeof value === 'number') {
		const numbers = list.filter((item): item is number => typeof item === 'number');
		return [...numbers, value].reduce((sum, number) => trimSum(sum, number, sum + number) as number, 0);
	}
	return isValueFirst ? String(value) + String(list) : String(list) + String(value);
}

/** The bare word undefined in a text means nothing, as in survey-core's `OperandMaker.isTwoValueEquals`. */
function areSame(left: unknown, right: unknown): boolean {
	return areEqualValues(left === 'undefined' ? undefined : left, right === 'undefined' ? undefined : right);
}

function isBefore(left: unknown, right: unknown): boolean {
	if (left === undefined || left === null || right === undefined || right === null) return false;
	return (left as number) < (right as number);
}

function holds(left: unknown, right: unknown): boolean {
	const found = find(left, right);
	return found === true;
}

function holdsNot(left: unknown, right: unknown): boolean {
	if (!left && !isEmptyValue(right)) return true;
	const found = find(left, right);
	return found === false;
}

/** Whether the right side is in the left, or null when the question has no meaning (survey-core: false both ways). */
function find(left: unknown, right: unknown): boolean | null {
	if (Array.isArray(left) && left.length === 0) return false;
	if (!left && left !== 0 && left !== false) return null;
	if (!Array.isArray(left)) {
		const text = String(left).toLowerCase();
		return right ? text.includes(String(right).toLowerCase()) : null;
	}
	const wanted: readonly unknown[] = Array.isArray(right) ? right : [right];
	return wanted.every((value) => left.some((item) => areSame(item, value)));
}

function holdsAnyOf(left: unknown, right: unknown): boolean {
	const isLeftEmpty = isEmptyValue(left);
	const isRightEmpty = isEmptyValue(right);
	if (isLeftEmpty || isRightEmpty) return isRightEmpty;
	if (!Array.isArray(left)) return holds(right, left);
	if (!Array.isArray(right)) return holds(left, right);
	return right.some((value) => holds(left, value));
}

function holdsAllOf(left: unknown, right: unknown): boolean {
	if (!left && !isEmptyValue(right)) return false;
	if (!Array.isArray(right)) return holds(left, right);
	return right.every((value) => holds(left, value));
}
