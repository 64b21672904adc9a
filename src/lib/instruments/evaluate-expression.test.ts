import { describe, expect, it } from 'vitest';
import { evaluateExpression, isTrue } from './evaluate-expression.ts';
import type { Answers } from './questionnaire.ts';
import { compileExpression } from './server/compile-expression.ts';

/** Expected values: survey-core 3.1.1, `new ExpressionRunner(text).runValues(answers)`. Answers are made up. */
function evaluate(text: string, answers: Readonly<Record<string, unknown>> = {}) {
	const compiled = compileExpression(text);
	if (!compiled.ok) throw new Error(compiled.problem);
	return evaluateExpression(compiled.value, answers as Answers);
}

describe('evaluateExpression', () => {
	it.each([
		['{a} = 1', { a: '1' }, true],
		['{a} = 1', { a: '01' }, true],
		['{a} = 1', { a: true }, true],
		["{a} = 'ÅSA'", { a: ' åsa ' }, true],
		["{a} = 'asa'", { a: 'åsa' }, false],
		["{a} = ''", {}, true],
		['{a} = 0', {}, false],
		['{a} = [2, 1]', { a: [1, 2] }, true],
		['{a} <> 3', {}, true]
	])('compares %s with %j', (text, answers, expected) => {
		expect(evaluate(text, answers)).toBe(expected);
	});

	it.each([
		['{a} empty', {}, true],
		['{a} empty', { a: 0 }, false],
		['{a} empty', { a: false }, false],
		['{a} empty', { a: [] }, true],
		['{m} empty', { m: { r1: '' } }, true],
		['{a} notempty', { a: ' ' }, true]
	])('asks if %s of %j', (text, answers, expected) => {
		expect(evaluate(text, answers)).toBe(expected);
	});

	it('orders days written as text', () => {
		expect(evaluate("{day} < '2026-02-01'", { day: '2026-01-31' })).toBe(true);
	});

	it('orders nothing at all when one side is missing', () => {
		expect(evaluate('{a} < 5')).toBe(false);
		expect(evaluate('{a} >= 0')).toBe(false);
	});

	it.each([
		["{a} contains 'b'", { a: ['a', 'B'] }, true],
		["{a} contains 'b'", { a: 'ABC' }, true],
		["{a} notcontains 'x'", {}, true],
		['{a} anyof [1, 9]', { a: [1, 2] }, true],
		['{a} anyof [1, 9]', { a: 9 }, true],
		['{a} allof [1, 9]', { a: [1, 2] }, false],
		['{a} noneof [1, 9]', { a: [2] }, true]
	])('looks for %s in %j', (text, answers, expected) => {
		expect(evaluate(text, answers)).toBe(expected);
	});

	it.each([
		['0.1 + 0.2', {}, 0.3],
		['{a} + 1', {}, 1],
		['{a} * 3', { a: '1,5' }, 4.5],
		['{a} / 0', { a: 1 }, null],
		['7 % 4', {}, 3],
		['2 ^ 10', {}, 1024],
		["{a} + 'b'", { a: 'a' }, 'ab']
	])('calculates %s with %j', (text, answers, expected) => {
		expect(evaluate(text, answers)).toBe(expected);
	});

	it.each([
		['sum({a}, {b}, {c})', { a: 1, b: '2' }, 3],
		['avg({a}, {b})', { a: 1, b: 2 }, 1.5],
		['min({a}, {b})', {}, null],
		['max({a})', { a: [3, 7, 5] }, 7],
		['round(2.345, 2)', {}, 2.35],
		["iif({a} = 1, 'ja', 'nej')", { a: 1 }, 'ja']
	])('calls %s with %j', (text, answers, expected) => {
		expect(evaluate(text, answers)).toBe(expected);
	});

	it('reads a row of a matrix, and how many are ticked', () => {
		expect(evaluate('{m.r1} = 2', { m: { r1: 2 } })).toBe(true);
		expect(evaluate('{a.length}', { a: [1, 2] })).toBe(2);
		expect(evaluate('{a.length}')).toBe(0);
	});

	it('never reads what answers inherit', () => {
		expect(evaluate('{constructor} empty')).toBe(true);
		expect(evaluate('{m.constructor} empty', { m: {} })).toBe(true);
	});
});

describe('isTrue', () => {
	const compiled = compileExpression('{a}');
	it('takes true and 1, not 2', () => {
		if (!compiled.ok) throw new Error(compiled.problem);
		expect(isTrue(compiled.value, { a: true })).toBe(true);
		expect(isTrue(compiled.value, { a: 1 })).toBe(true);
		expect(isTrue(compiled.value, { a: 2 })).toBe(false);
		expect(isTrue(compiled.value, {})).toBe(false);
	});
});
