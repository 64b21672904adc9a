import { describe, expect, it } from 'vitest';
import { meanOf, parseCrosstab, writeCrosstab } from './crosstab.ts';
import { divideCases } from './divide-cases.ts';
import type { MaterialCase } from './material.ts';

describe('a cross-table’s address', () => {
	it('says rows, columns and what the shares are of, and comes back the same', () => {
		const asked = parseCrosstab(new URLSearchParams('row=provider&column=ending-reason&share=column-share'));
		expect(asked).toEqual({ rows: 'provider', columns: 'ending-reason', measure: 'column-share' });
		expect(
			asked && parseCrosstab(new URLSearchParams(writeCrosstab(asked).map((pair) => [...pair])))
		).toEqual(asked);
	});

	it('can ask for a mean instead of shares', () => {
		const asked = parseCrosstab(new URLSearchParams('row=sex&column=provider&share=mean-change'));
		expect(asked && meanOf(asked)).toBe('change');
		expect(meanOf({ measure: 'row-share' })).toBeNull();
	});

	it('cannot set a variable against itself, or one that is not there', () => {
		expect(parseCrosstab(new URLSearchParams('row=sex&column=sex'))).toBeNull();
		expect(parseCrosstab(new URLSearchParams('row=name'))).toBeNull();
	});
});

describe('dividing cases', () => {
	const cases = (count: number, sex: MaterialCase['sex']): MaterialCase[] =>
		Array.from({ length: count }, () => ({ sex }) as MaterialCase);

	it('counts the few whose group is not known in the largest, which says so', () => {
		const { withUnknown, groupsOf } = divideCases(
			[...cases(20, 'female'), ...cases(30, 'male'), ...cases(2, null)],
			'sex',
			10
		);
		expect(withUnknown).toBe('male');
		expect(groupsOf(cases(1, null)[0] as MaterialCase)).toEqual(['male']);
	});

	it('lets them be where they are enough by themselves', () => {
		expect(divideCases([...cases(20, 'female'), ...cases(12, null)], 'sex', 10).withUnknown).toBeNull();
	});
});
