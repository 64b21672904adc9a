import { describe, expect, it } from 'vitest';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { madeUpScale, materialCase } from '#tests/build/material-case.ts';
import { findQuestion } from './find-question.ts';
import { reportLoss } from './loss-report.ts';
import type { MaterialCase } from './material.ts';
import type { DropOutFigure } from './report-figure.ts';

function report(cases: readonly MaterialCase[]) {
	const question = findQuestion('whom-do-we-lose');
	if (!question) throw new Error('no such question');
	return reportLoss(
		{
			question,
			cases,
			by: null,
			rule: findDisclosureRule({ audience: 'unit' }),
			crosstab: null,
			population: null,
			seenOn: '2026-06-01' as LocalDate,
			measure: madeUpScale,
			opinion: null
		},
		madeUpScale
	);
}

function dropOut(cases: readonly MaterialCase[]): DropOutFigure {
	const figure = report(cases).find(({ kind }) => kind === 'drop-out');
	if (figure?.kind !== 'drop-out') throw new Error('no drop-out figure');
	return figure;
}

// Made-up persons; the window of 60 days has passed for those whose help ended in January.
const followed = [10, 12, 14, 16, 18].map((before, index) => materialCase(index, { before, after: 8 }));
const lost = [20, 22, 24, 26, 28].map((before, index) =>
	materialCase(10 + index, { before, more: { sex: 'male' } })
);

describe('the report of those lost', () => {
	it('points out where they differ from those followed up', () => {
		// By hand: means 14 and 24, both SD √10.
		const [baseline] = dropOut([...followed, ...lost]).comparisons;
		expect(baseline).toMatchObject({ by: 'baseline', isPointedOut: true });
		expect(baseline?.difference).toBeCloseTo(-10 / Math.sqrt(10), 12);
	});

	it('compares nobody when there are fewer than five of either', () => {
		expect(report([...followed, ...lost.slice(1)]).map(({ key }) => key)).toEqual(['flow']);
	});

	it('tells no share of a group whose numbers are hidden', () => {
		const one = materialCase(50, { before: 20, after: 8, more: { sex: 'male' } });
		const bySex = dropOut([...followed, one, ...lost]).comparisons.filter(({ by }) => by === 'sex');
		expect(bySex).toEqual([]);
	});

	it('compares one of two sexes: the other says the same the other way round, also with those not known', () => {
		const many = (from: number, sex: 'female' | 'male' | null, after: number | null) =>
			Array.from({ length: 8 }, (_, one) =>
				materialCase(from + one, { before: 10 + one, after, more: { sex } })
			);
		const known = [
			...many(100, 'female', 8),
			...many(110, 'male', 8),
			...many(120, 'female', null),
			...many(130, 'male', null)
		];
		const bySex = (cases: readonly MaterialCase[]) =>
			dropOut(cases)
				.comparisons.filter(({ by }) => by === 'sex')
				.map(({ value }) => value);
		expect(bySex(known)).toEqual(['female']);
		// Three more whose sex is not known are counted in the largest group: the other one is told.
		const three = many(140, null, 8).slice(0, 3);
		expect(bySex([...known, ...three])).toHaveLength(1);
	});

	it('does not call somebody lost whose time has not come, or who has died', () => {
		const many = [1, 2, 3, 4, 5];
		const goesOn = many.map((one) => materialCase(20 + one, { before: 30, more: { interventions: [] } }));
		const dead = many.map((one) => materialCase(30 + one, { before: 30, more: { missedAfter: 'deceased' } }));
		const [flow] = report([...followed, ...lost, ...goesOn, ...dead]);
		if (flow?.kind !== 'counts') throw new Error('no flow');
		expect(flow.values).toEqual(['followed-up', 'lost', 'not-yet', 'outside']);
		const counts = flow.counts.all.cells.map((cell) => (cell.kind === 'shown' ? cell.value.count : null));
		expect(counts).toEqual([5, 5, 5, 5]);
	});

	it('tells those who have died with those whose time has not come, when they are few', () => {
		const goesOn = [1, 2, 3, 4, 5].map((one) =>
			materialCase(20 + one, { before: 30, more: { interventions: [] } })
		);
		const dead = [1, 2].map((one) =>
			materialCase(30 + one, { before: 30, more: { missedAfter: 'deceased' } })
		);
		const [flow, ...rest] = report([...followed, ...lost, ...goesOn, ...dead]);
		if (flow?.kind !== 'counts') throw new Error('no flow');
		expect(flow.values).toEqual(['followed-up', 'lost', 'not-yet-or-outside']);
		const counts = flow.counts.all.cells.map((cell) => (cell.kind === 'shown' ? cell.value.count : null));
		expect(counts).toEqual([5, 5, 7]);
		expect(rest.map(({ key }) => key)).toEqual(['lost', 'drop-out', 'why-lost']);
	});

	it('tells nothing more than the flow when that cannot be told whole: 12 less 5 and 5 would be the two', () => {
		const dead = [1, 2].map((one) =>
			materialCase(30 + one, { before: 30, more: { missedAfter: 'deceased' } })
		);
		const [flow, ...rest] = report([...followed, ...lost, ...dead]);
		if (flow?.kind !== 'counts') throw new Error('no flow');
		expect(flow.counts.all.cells.filter(({ kind }) => kind === 'hidden').length).toBeGreaterThan(1);
		expect(rest).toEqual([]);
	});

	it('gives bounds when fewer than seven in ten are followed up', () => {
		// Five of ten pairs better; ten lost: 5/20 to 15/20.
		const better = [1, 2, 3, 4, 5].map((one) => materialCase(one, { before: 20, after: 9 + one }));
		const worse = [1, 2, 3, 4, 5].map((one) => materialCase(10 + one, { before: 20, after: 25 + one }));
		const gone = Array.from({ length: 10 }, (_, one) => materialCase(20 + one, { before: 21 + one }));
		const { bounds } = dropOut([...better, ...worse, ...gone]);
		expect(bounds).toMatchObject({
			pairs: 10,
			improved: { kind: 'shown', value: { observed: 0.5, lowest: 0.25, highest: 0.75 } }
		});
		expect(dropOut([...better, ...worse]).bounds).toBeNull();
	});
});
