import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCommonPrefix, makeUnique, toVariableName } from './variable-name.ts';

describe('names of variables', () => {
	it.each([
		['audit_1', 'audit_1'],
		['Fråga Å Ä Ö', 'fraga_a_a_o'],
		['matris.rad 2', 'matris_rad_2'],
		['3b', 'v_3b'],
		['not', 'v_not'],
		['¿?', 'v_']
	])('%s becomes %s', (text, name) => {
		expect(toVariableName(text)).toBe(name);
	});

	it('are names in every program, whatever a question is called, and never two alike', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 90 })), (texts) => {
				const names = makeUnique(texts.map(toVariableName));
				for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]{0,63}$/);
				expect(new Set(names).size).toBe(names.length);
			})
		);
	});

	it('have what the questions begin with', () => {
		expect(findCommonPrefix(['audit_1', 'audit_10'])).toBe('audit');
		expect(findCommonPrefix(['jp_1_1', 'jp_1_2', 'jp_2_1'])).toBe('jp');
		expect(findCommonPrefix(['b1a', 'b2'])).toBeNull();
		expect(findCommonPrefix([])).toBeNull();
	});
});
