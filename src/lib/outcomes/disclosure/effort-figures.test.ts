import { expect, it } from 'vitest';
import { discloseEffort } from './effort-figures.ts';
import { withhold } from './withheld.ts';

const of = { kind: 'paper', instrumentId: 'audit', medianSeconds: 95, medianKeystrokes: 12 };

it('shows what work costs over five cases or more, and nothing over fewer', () => {
	const [few, enough] = discloseEffort(
		withhold([
			{ ...of, cases: 4 },
			{ ...of, cases: 5 }
		])
	);
	expect([few?.cases.kind, few?.medianSeconds.kind, few?.medianKeystrokes.kind]).toEqual(
		Array.from({ length: 3 }, () => 'hidden')
	);
	expect(enough?.medianSeconds).toMatchObject({ kind: 'shown', value: 95 });
});

it('says that keys were not counted rather than that they are secret', () => {
	const [figure] = discloseEffort(withhold([{ ...of, cases: 9, medianKeystrokes: null }]));
	expect(figure?.medianKeystrokes).toEqual({ kind: 'hidden', symbol: '.' });
});
