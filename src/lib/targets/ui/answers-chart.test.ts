import { describe, expect, it } from 'vitest';
import { toAnswersChart } from './answers-chart.ts';

// Made-up answers of 25.
const pooled = {
	n: 25,
	smallestGroup: 5,
	groups: [
		{ lowest: 3, highest: 3, count: 15 },
		{ lowest: 1, highest: 2, count: 10 },
		{ lowest: 0, highest: 0, count: 0 }
	]
};
const wording = {
	name: 'Bemötande',
	instrument: 'Påhittat formulär',
	version: '1',
	answers: [
		{ score: 3, label: 'Alltid' },
		{ score: 2, label: 'Ofta' },
		{ score: 1, label: 'Sällan' },
		{ score: 0, label: 'Aldrig' }
	]
} as unknown as Parameters<typeof toAnswersChart>[2];

describe('the chart of how the answers are distributed', () => {
	const chart = toAnswersChart('answers', pooled, wording, 2025);

	it('says how many gave the best answer, and has the same numbers as a table', () => {
		expect(chart?.title).toBe('Alltid: 60\u00a0%\u00a0(15)');
		expect(chart?.table.rows).toEqual([
			['Alltid', '60\u00a0%\u00a0(15)'],
			['Ofta eller sällan', '40\u00a0%\u00a0(10)'],
			['Aldrig', '0\u00a0%\u00a0(0)']
		]);
		expect(chart?.note).toContain('25 svar');
	});

	it('draws the parts as wide as they are many', () => {
		const widths = chart?.draw('wide').marks.flatMap((mark) => {
			return mark.kind === 'rect' && mark.height === 30 ? [mark.width / 720] : [];
		});
		expect(widths).toEqual([0.6, 0.4]);
	});

	it('is none where nobody has answered', () => {
		const nobody = { ...pooled, n: 0, groups: pooled.groups.map((group) => ({ ...group, count: 0 })) };
		expect(toAnswersChart('own-answers', nobody, wording, 2025)).toBeNull();
	});
});
