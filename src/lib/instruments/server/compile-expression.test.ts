import { describe, expect, it } from 'vitest';
import { compileExpression } from './compile-expression.ts';

const scope = new Map<string, readonly string[] | 'list'>([
	['audit_1', []],
	['audit_1-Comment', []],
	['ticks', 'list'],
	['grid', ['row_a']]
]);

describe('compileExpression', () => {
	it('turns text into a tree, with names as the definition writes them', () => {
		expect(compileExpression('{AUDIT_1} = 0', scope)).toEqual({
			ok: true,
			value: {
				kind: 'binary',
				operator: 'equal',
				left: { kind: 'variable', path: ['audit_1'] },
				right: { kind: 'constant', value: 0 }
			}
		});
	});

	it('knows which questions hold several answers', () => {
		expect(compileExpression('{ticks}', scope)).toEqual({
			ok: true,
			value: { kind: 'variable', path: ['ticks'], isList: true }
		});
	});

	it.each(['{grid.row_a} = 1', '{ticks.length} > 1', '{audit_1-Comment} notempty'])('takes %s', (text) => {
		expect(compileExpression(text, scope).ok).toBe(true);
	});

	it.each([
		['{audit_2} = 1', 'Det finns ingen fråga ”audit_2”.'],
		['{grid.row_b} = 1', 'Frågan ”grid” har ingen rad ”row_b”.'],
		['today() > 1', 'Funktionen ”today” stöds inte'],
		['{ticks[0]} = 1', 'Platser i en lista stöds inte'],
		['{#audit_1} = 1', 'Värden utan omvandling stöds inte'],
		['{$audit_1.isVisible}', 'Egenskaper hos element stöds inte'],
		['{audit_1} =', 'går inte att läsa. Felet är vid tecken 12.'],
		['', 'går inte att läsa']
	])('refuses %s with a sentence', (text, sentence) => {
		const compiled = compileExpression(text, scope);
		expect(compiled.ok ? '' : compiled.problem).toContain(sentence);
	});
});
