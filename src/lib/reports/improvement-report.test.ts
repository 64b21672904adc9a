import { describe, expect, it } from 'vitest';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { standardisedChange } from '#lib/outcomes/standardised-change.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { madeUpScale, materialCase } from '#tests/build/material-case.ts';
import { findQuestion } from './find-question.ts';
import { reportImprovement } from './improvement-report.ts';
import type { MaterialCase } from './material.ts';
import type { FigureInput } from './report-figure.ts';

function report(cases: readonly MaterialCase[], by: FigureInput['by'] = null) {
	const question = findQuestion('what-has-changed');
	if (!question) throw new Error('no such question');
	const rule = findDisclosureRule({ audience: 'unit' });
	const [change] = reportImprovement(
		{
			question,
			cases,
			by,
			rule,
			crosstab: null,
			population: null,
			seenOn: '2026-11-29' as LocalDate,
			measure: madeUpScale,
			opinion: null
		},
		madeUpScale
	);
	if (change?.kind !== 'change') throw new Error('no change');
	return change;
}

// Before 20 points each; six better, one the same, five worse.
const afters = [10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 24, 25];
const pairs = afters.map((after, index) =>
	materialCase(index, {
		before: 20 + (index % 3),
		after,
		more: { sex: index < 6 ? 'female' : 'male' }
	})
);

describe('the improvement report', () => {
	it('has the standardised change by its named formula, beside the interval and the quartiles', () => {
		const { all } = report(pairs).change;
		if (all.kind !== 'shown') throw new Error('hidden');
		const { assessment } = all.value;
		const scores = afters.map((after, index) => ({ before: 20 + (index % 3), after }));
		expect(assessment.standardisedChange).toBe(standardisedChange(scores).gav);
		expect(assessment.interval.kind).toBe('interval');
		// Type 7, by hand: the 2.75th and 8.25th steps of twelve sorted values.
		expect([assessment.after.lowerQuartile, assessment.after.upperQuartile]).toEqual([12.75, 22.25]);
	});

	it('has the worse beside the better', () => {
		const { all } = report(pairs).change;
		if (all.kind !== 'shown') throw new Error('hidden');
		const counts = (all.value.shares ?? []).map((cell) => (cell.kind === 'shown' ? cell.value.count : null));
		expect(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(12);
		expect(all.value.shares?.at(-1)?.kind).toBe('shown');
	});

	it('shows no group that is too small for one', () => {
		const groups = report(pairs, 'sex').change.groups.map(({ change }) => change.kind);
		expect(groups).toEqual(['hidden', 'hidden']);
	});

	it('compares no scores across versions of the form, and says how many there were', () => {
		const mixed = [1, 2, 3, 4, 5].map((one) =>
			materialCase(100 + one, { before: 20, after: 2, versions: ['1', '2'] })
		);
		const { change, otherVersions } = report([...pairs, ...mixed]);
		expect(change.all).toMatchObject({ kind: 'shown', value: { pairs: 12 } });
		expect(otherVersions).toMatchObject({ kind: 'shown', value: 5 });
	});

	it('hides the number measured with different versions while they are few', () => {
		const mixed = materialCase(100, { before: 20, after: 2, versions: ['1', '2'] });
		expect(report([...pairs, mixed]).otherVersions.kind).toBe('hidden');
	});
});
