import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { reportImprovement, type MeasuredRow } from './improvement-report.ts';

// Made-up scores on a scale where lower is better.
const period = { from: '2025-01-01' as LocalDate, to: '2025-12-31' as LocalDate };
const instrument = { id: 'made-up', version: '2' };

function row(before: number | null, after: number | null, sex: string, versions = ['2', '2']): MeasuredRow {
	const measured = (score: number | null, version = '2') => (score === null ? null : { score, version });
	return {
		before: measured(before, versions[0]),
		after: measured(after, versions[1]),
		groups: { sex: sex === '' ? [] : [sex] }
	};
}

function report(rows: readonly MeasuredRow[]) {
	return reportImprovement({
		rows,
		instrument,
		scale: { direction: 'lower-better' },
		criterion: { kind: 'any-point' },
		counted: 'persons',
		period,
		groupBy: [{ by: 'sex', order: ['female', 'male', 'other'] }]
	});
}

const women = [9, 8, 7, 6, 5, 4, 3].map((after) => row(10, after, 'female'));
const men = [10, 11, 12, 12].map((after) => row(10, after, 'male'));

describe('the improvement report', () => {
	it('says under each figure how many it is about and how many are missing', () => {
		const { all } = report([...women, ...men, row(10, null, 'female'), row(null, null, '')]);
		expect(all.footing).toEqual({ counted: 'persons', n: 11, missing: 2, period, instrument });
	});

	it('gives each group its own figure, and none of a group that is too small', () => {
		const [bySex] = report([...women, ...men]).groupings;
		expect(bySex?.groups.map(({ value, figure }) => [value, figure.change.kind])).toEqual([
			['female', 'shown'],
			['male', 'too-few'],
			['other', 'too-few']
		]);
	});

	it('gives figures but no interval and nothing standardised for five to nine pairs', () => {
		const change = report(women).all.change;
		expect(change).toMatchObject({
			kind: 'shown',
			interval: { kind: 'none', because: 'too-few-for-interval' },
			standardisedChange: null
		});
	});

	it('has an interval from ten pairs, and the worse beside the better', () => {
		const change = report([...women, ...men]).all.change;
		expect(change).toMatchObject({
			interval: { kind: 'interval' },
			shares: { improved: { count: 7 }, unchanged: { count: 1 }, worsened: { count: 3 } }
		});
	});

	it('compares no scores across versions of the instrument', () => {
		const crossed = row(10, 2, 'female', ['1', '2']);
		const old = row(10, 2, 'female', ['1', '1']);
		const { all, differentVersions } = report([...women, crossed, old]);
		expect(differentVersions).toBe(1);
		expect(all.footing).toMatchObject({ n: 7, missing: 2 });
	});

	it('counts those whose group is not known', () => {
		expect(report([...women, row(10, 9, '')]).groupings[0]?.unknown).toBe(1);
	});
});
