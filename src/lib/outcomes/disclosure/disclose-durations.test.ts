import { describe, expect, it } from 'vitest';
import { discloseDurations, type KeyedDays } from './disclose-durations.ts';
import { findDisclosureRule } from './disclosure-rules.ts';

const rule = findDisclosureRule({ audience: 'unit' });

/** Made-up interventions of 10, 20, 30 … days. */
function lasting(count: number, hasEnded: boolean, from = 0): KeyedDays[] {
	return Array.from({ length: count }, (_, index) => ({
		key: from + index,
		days: 10 * (index + 1),
		hasEnded,
		groups: []
	}));
}

describe('how long things last', () => {
	it('is told of those that have ended, and with those that go on', () => {
		// Of twelve, the six longest go on: half have ended after 60 days and none later, as R's survfit has it.
		const all = lasting(12, true).map((one, index) => ({ ...one, hasEnded: index < 6 }));
		const { all: shown } = discloseDurations(all, [], rule);
		expect(shown).toMatchObject({
			kind: 'shown',
			value: { n: 6, median: 35, withOngoing: { kind: 'shown', value: { ongoing: 6, medianDays: 60 } } }
		});
	});

	it('has no median while fewer than half have ended', () => {
		const { all } = discloseDurations([...lasting(6, true), ...lasting(20, false, 6)], [], rule);
		expect(all).toMatchObject({ value: { withOngoing: { value: { ongoing: 20, medianDays: null } } } });
	});

	it('tells nothing of the few that go on', () => {
		const { all } = discloseDurations([...lasting(12, true), ...lasting(2, false, 12)], [], rule);
		expect(all).toMatchObject({ value: { n: 12, withOngoing: { kind: 'hidden' } } });
	});
});
