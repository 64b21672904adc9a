import { describe, expect, it } from 'vitest';
import { withhold } from '#lib/outcomes/disclosure/withheld.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { assessTargets } from './assess-targets.ts';
import { toKeyFigureRows } from './key-figure-rows.ts';
import type { Target } from './target.ts';

const target: Target = {
	year: 2025,
	law: 'sol',
	instrumentId: 'simrishamn-sol',
	item: 'sol_1',
	goal: 'Jag får den hjälp jag behöver',
	thousandths: 2600,
	comparison: 'unrounded',
	decidedOn: '2024-12-01' as LocalDate,
	decisionReference: '§ 1'
};

describe('key figures in Kolada’s form', () => {
	it('have the value and the number, or Kolada’s sign in place of both', () => {
		const of = (id: string, name: string, low: number, high: number) => ({
			item: 'sol_1',
			provider: { id: id as ProviderId, name },
			distribution: [
				{ score: 2, count: low },
				{ score: 3, count: high }
			],
			n: low + high,
			itemMissing: 0,
			withoutScore: 0
		});
		const distributions = [of('a', 'Stor (påhittad)', 8, 12), of('b', 'Liten (påhittad)', 2, 2)];
		const table = assessTargets({
			targets: [target],
			distributions: new Map([['simrishamn-sol', withhold(distributions as never)]]),
			scaleOf: () => ({ lowest: 0, highest: 3, scores: [0, 1, 2, 3], isSensitive: false })
		});
		const rows = toKeyFigureRows(table);
		expect(rows[0]?.slice(4, 8)).toEqual(['ar', 'kon', 'varde', 'antal']);
		expect(rows.slice(1).map((row) => row.slice(3, 9))).toEqual([
			['Liten (påhittad)', '2025', 'T', '..', '..', '2,60'],
			['Stor (påhittad)', '2025', 'T', '2,60', '20', '2,60']
		]);
	});
});
