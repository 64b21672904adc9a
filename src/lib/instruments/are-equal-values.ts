import { isEmptyValue } from './is-empty-value.ts';

/**
 * Whether two values are the same answer: text without regard to case and surrounding blanks, numbers also
 * when one is written as text, lists in any order, objects key by key.
 * Same as `Helpers.isTwoValueEquals(left, right, true)` in survey-core 3.1.1, which expressions compare with.
 */
export function areEqualValues(left: unknown, right: unknown): boolean {
	if (left === right) return true;
	if (typeof left === 'number' && typeof right === 'number') return false;
	if (isEmptyList(left) && right === undefined) return true;
	if (isEmptyList(right) && left === undefined) return true;
	if (isNothing(left) && right === '') return true;
	if (isNothing(right) && left === '') return true;
	if (typeof left === 'string' && typeof right === 'string') return foldText(left) === foldText(right);
	if (isWrittenNumber(left) && isWrittenNumber(right) && areSameNumber(left, right)) return true;
	if (isEmptyValue(left) !== isEmptyValue(right)) return false;
	if (typeof left === 'boolean' && typeof right === 'string') return String(left) === right.toLowerCase();
	if (typeof right === 'boolean' && typeof left === 'string') return String(right) === left.toLowerCase();
	if (!isObject(left) && !isObject(right)) {
		// JavaScript's own loose comparison is part of the meaning: 1 == true.
		// eslint-disable-next-line eqeqeq
		return left == right;
	}
	if (!isObject(left) || !isObject(right)) return false;
	if (Array.isArray(left) && Array.isArray(right)) return areEqualLists(left, right);
	return areEqualObjects(left, right);
}

function foldText(text: string): string {
	return text.trim().toLowerCase();
}

function isNothing(value: unknown): boolean {
	return value === undefined || value === null;
}

function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}

function isWrittenNumber(value: unknown): boolean {
	return !isNothing(value) && !Array.isArray(value) && !Number.isNaN(Number(value));
}

function areSameNumber(left: unknown, right: unknown): boolean {
	return (
		Number.parseInt(left as string) === Number.parseInt(right as string) &&
		Number.parseFloat(left as string) === Number.parseFloat(right as string)
	);
}

function areEqualLists(left: readonly unknown[], right: readonly unknown[]): boolean {
	if (left.length !== right.length) return false;
	const sortedRight = right.toSorted();
	return left.toSorted().every((value, index) => areEqualValues(value, sortedRight[index]));
}

function areEqualObjects(
	left: Readonly<Record<string, unknown>>,
	right: Readonly<Record<string, unknown>>
): boolean {
	const names = Object.keys(left);
	return (
		names.length === Object.keys(right).length &&
		names.every((name) => Object.hasOwn(right, name) && areEqualValues(left[name], right[name]))
	);
}
