import { expect, it } from 'vitest';
import type { LocalDate } from '../shared/local-date.ts';
import { findTemplate, listTemplates } from './templates.ts';
import { drawTimeline } from './timeline.ts';

const start = '2026-01-01' as LocalDate;
const draw = (id: string) => {
	const template = findTemplate(id);
	if (!template) throw new Error(id);
	return drawTimeline(template.plan, start);
};

it('keeps every window within its edges, its day inside it', () => {
	for (const { plan } of listTemplates()) {
		const { rows, start: from, end } = drawTimeline(plan, start);
		expect(from < end).toBe(true);
		for (const bar of rows.flatMap(({ bars }) => bars)) {
			expect(bar.from).toBeGreaterThanOrEqual(0);
			expect(bar.to).toBeLessThanOrEqual(1);
			expect(bar.from <= bar.at && bar.at <= bar.to).toBe(true);
		}
	}
});

it('shows as many windows as there are occasions', () => {
	expect(draw('four-times-and-end').rows.map(({ bars }) => bars.length)).toEqual([4, 1]);
	expect(draw('daily-eight-weeks').rows.map(({ bars }) => bars.length)).toEqual([56, 56, 1]);
});

it('shows an interval as often as it comes while it goes on', () => {
	// At the start and the end, and every fifth week in between: the half-year's 26 weeks hold five.
	expect(draw('goal-levels-each-follow-up').rows.map(({ bars }) => bars.length)).toEqual([7]);
});
