import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { reportLoss, type StartedRow } from './loss-report.ts';

// Made-up persons; the window of 60 days has passed for those who ended in January.
function started(
	hasAfter: boolean,
	baseline: number | null,
	sex: string,
	more: Partial<StartedRow> = {}
): StartedRow {
	return {
		endedOn: '2026-01-10' as LocalDate,
		hasAfter,
		isOutside: false,
		baseline,
		groups: { sex: [sex] },
		...more
	};
}

const followed = [10, 12, 14, 16, 18].map((baseline) => started(true, baseline, 'female'));
const lost = [20, 22, 24, 26, 28].map((baseline, index) =>
	started(false, baseline, index === 0 ? 'female' : 'male')
);

function report(rows: readonly StartedRow[], improved: { count: number; pairs: number } | null = null) {
	return reportLoss({
		rows,
		on: '2026-06-01' as LocalDate,
		windowDays: 60,
		groupBy: [{ by: 'sex', order: ['female', 'male'] }],
		improved
	});
}

describe('the report of those lost', () => {
	it('points out where they differ from those followed up', () => {
		// By hand: means 14 and 24, both SD √10.
		const [baseline, women, men] = report([...followed, ...lost]).comparisons;
		expect(baseline).toMatchObject({ by: 'baseline', value: null, isPointedOut: true });
		expect(baseline?.difference).toBeCloseTo(-10 / Math.sqrt(10), 12);
		expect(women).toMatchObject({ by: 'sex', value: 'female', isPointedOut: true });
		expect(men?.difference).toBeCloseTo(-(women?.difference ?? NaN), 12);
	});

	it('compares nobody when there are fewer than five of either', () => {
		expect(report([...followed, ...lost.slice(1)]).comparisons).toEqual([]);
	});

	it('does not call somebody lost whose time has not come, or who has died', () => {
		const notYet = started(false, 30, 'male', { endedOn: '2026-05-20' as LocalDate });
		const dead = started(false, 30, 'male', { isOutside: true });
		const { followUp } = report([...followed, ...lost, notYet, dead]);
		expect(followUp).toMatchObject({ followedUp: { count: 5, share: 0.5 }, notYet: 1, outside: 1 });
	});

	it('gives bounds when fewer than seven in ten are followed up', () => {
		const improved = { count: 3, pairs: 5 };
		expect(report([...followed, ...lost], improved).bounds).toEqual({
			observed: 0.6,
			lowest: 0.3,
			highest: 0.8
		});
		expect(report(followed, improved).bounds).toBeNull();
	});
});
