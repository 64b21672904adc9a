import { describe, expect, it } from 'vitest';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { materialCase } from '#tests/build/material-case.ts';
import { listCoarserChoices, shareOfCells, type CoarserAsked } from './coarser-choices.ts';
import type { Crosstab } from './crosstab.ts';
import { crosstabQuestion } from './find-question.ts';
import { makeFigures } from './make-figures.ts';
import type { MaterialCase } from './material.ts';
import { filterCases, parseReportFilter, type ReportFilter } from './report-filter.ts';

const noFilter = parseReportFilter(new URLSearchParams());
if (!noFilter) throw new Error('no filter');

/** So many made-up persons born that year with that code of SKL's variable 17. */
const people = (from: number, count: number, birthYear: number, goal: string): MaterialCase[] =>
	Array.from({ length: count }, (_, one) =>
		materialCase(from + one, {
			more: {
				birthYear,
				variables: { gv_17: Number(goal) },
				openedOn: (one % 2 === 0 ? '2025-01-15' : '2024-01-15') as LocalDate
			}
		})
	);

// Six judgements with a few each, in two of the three broad ages.
const cases = ['1', '2', '3', '4', '5'].flatMap((goal, index) => [
	...people(100 * index, 6, 1975, goal),
	...people(100 * index + 50, 6, 1985, goal)
]);

function figuresOf({ filter, crosstab }: CoarserAsked) {
	return makeFigures({
		question: crosstabQuestion,
		cases: filterCases({ seenOn: '2026-06-01' as LocalDate, cases }, filter),
		by: null,
		crosstab,
		population: null,
		rule: findDisclosureRule({ audience: 'unit', isSensitive: true }),
		seenOn: '2026-06-01' as LocalDate,
		measure: null,
		opinion: null
	});
}

function choicesFor(crosstab: Crosstab, filter: ReportFilter = noFilter as ReportFilter) {
	const asked = { filter, crosstab };
	return listCoarserChoices(asked, figuresOf(asked), figuresOf);
}

const byAge: Crosstab = { rows: 'age-group', columns: 'judged-goal', measure: 'row-share' };

describe('a cross-table most of which is hidden', () => {
	it('is offered in fewer columns and rows, the one that shows most first, and each shows what it says', () => {
		const asked = { filter: noFilter as ReportFilter, crosstab: byAge };
		const own = shareOfCells(figuresOf(asked)) ?? 1;
		const choices = choicesFor(byAge) ?? [];
		expect(own).toBeLessThan(0.5);
		expect(choices.map(({ kind }) => kind)).toContain('both');
		expect(choices.length).toBeLessThanOrEqual(3);
		for (const choice of choices) {
			expect(choice.shareShown).toBeGreaterThan(own);
			expect(shareOfCells(figuresOf(choice))).toBe(choice.shareShown);
		}
		const shares = choices.map(({ shareShown }) => shareShown);
		expect(shares).toEqual(shares.toSorted((a, b) => b - a));
	});

	it('is offered for a longer period when that shows more', () => {
		const filter = { ...(noFilter as ReportFilter), period: '2025-H1' };
		const twoSteps: Crosstab = { rows: 'age-group', columns: 'goal-reached', measure: 'row-share' };
		expect(shareOfCells(figuresOf({ filter, crosstab: twoSteps }))).toBeLessThan(0.5);
		const kinds = (choicesFor(twoSteps, filter) ?? []).map(({ kind, filter: of }) => [kind, of.period]);
		expect(kinds).toContainEqual(['period', null]);
	});

	it('is offered nothing when it is shown well enough', () => {
		expect(choicesFor({ rows: 'age-broad', columns: 'goal-reached', measure: 'row-share' })).toBeNull();
	});
});
