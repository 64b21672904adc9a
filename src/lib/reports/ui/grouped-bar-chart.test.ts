import { describe, expect, it } from 'vitest';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { materialCase } from '#tests/build/material-case.ts';
import { countFigure } from '../count-figure.ts';
import { findQuestion } from '../find-question.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { ChartContext } from './chart-context.ts';
import { needsBars, toGroupedBarChart } from './grouped-bar-chart.ts';

const question = findQuestion('do-problems-change');
if (!question) throw new Error('no such question');
const context: ChartContext = {
	question,
	period: { from: '2025-01-01' as LocalDate, to: '2025-12-31' as LocalDate },
	instrument: null,
	scale: '',
	labels: { gv_9: { '1': 'Missbruk', '2': 'Våld', '3': 'Hemlös' } },
	titles: {},
	language: 'sv'
};

/** So many women and men with each of the lists of concerns; made up. */
function figureOf(women: readonly (readonly string[])[], men: readonly (readonly string[])[]) {
	const all = [
		...women.map((codes) => ['female', codes] as const),
		...men.map((codes) => ['male', codes] as const)
	];
	const codesByKey = new Map(all.map(([, codes], key) => [key, codes]));
	return countFigure({
		key: 'concern',
		drawn: 'stack',
		names: { kind: 'grouping', by: 'concern' },
		rows: all.map(([sex], key) => materialCase(key, { more: { sex } })),
		valuesOf: ({ key }) => codesByKey.get(key) ?? [],
		order: ['1', '2', '3'],
		by: 'sex',
		rule: findDisclosureRule({ audience: 'unit' }),
		unit: 'persons'
	});
}

const times = (count: number, codes: readonly string[]) => Array.from({ length: count }, () => codes);

describe('a cross-table of what one may have several of', () => {
	const figure = figureOf(
		[...times(12, ['1', '2']), ...times(8, ['1'])],
		[...times(6, ['1']), ...times(14, ['2'])]
	);

	it('is drawn as bars: its shares are no parts of a whole', () => {
		expect(needsBars(figure)).toBe(true);
		expect(needsBars(figureOf(times(10, ['1']), times(10, ['2'])))).toBe(false);
	});

	it('has every group’s shares as they are, and leaves out what nobody has', () => {
		const { marks } = toGroupedBarChart(figure, context).draw('wide');
		const told = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
		expect(told).toEqual(
			expect.arrayContaining(['Kvinnor och flickor, 20 personer', '100 % (20)', '60 % (12)'])
		);
		expect(told).not.toContain('Hemlös');
	});

	it('tells how many values are hidden on one line', () => {
		const few = figureOf(
			[...times(12, ['1']), ...times(2, ['2']), ...times(3, ['1', '3'])],
			times(20, ['1', '2'])
		);
		const { marks } = toGroupedBarChart(few, context).draw('wide');
		const told = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
		expect(told).toContain('2 till');
		expect(told).toContain('för få för att visas');
	});
});
