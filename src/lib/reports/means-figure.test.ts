import { describe, expect, it } from 'vitest';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { madeUpScale, materialCase } from '#tests/build/material-case.ts';
import { findQuestion } from './find-question.ts';
import { meansFigure } from './means-figure.ts';

describe('means where two groupings cross', () => {
	it('count as bortfall those asked with the form whose score is missing, and nobody who was never asked', () => {
		const question = findQuestion('what-has-changed');
		if (!question) throw new Error('no such question');
		// Made-up persons: six with both, five with a score before only, five who were never asked.
		const both = [1, 2, 3, 4, 5, 6].map((one) => materialCase(one, { before: 20, after: 10 }));
		const before = [1, 2, 3, 4, 5].map((one) => materialCase(10 + one, { before: 20 }));
		const never = [1, 2, 3, 4, 5].map((one) => materialCase(20 + one, {}));
		const figure = meansFigure(
			{
				question,
				cases: [...both, ...before, ...never],
				by: null,
				rule: findDisclosureRule({ audience: 'unit' }),
				crosstab: null,
				population: null,
				seenOn: '2026-06-01' as LocalDate,
				measure: madeUpScale,
				opinion: null
			},
			madeUpScale,
			{ rows: 'sex', columns: 'intervention', measure: 'mean-after' },
			'after'
		);
		expect(figure.missing).toEqual({ kind: 'shown', value: 5 });
	});
});
