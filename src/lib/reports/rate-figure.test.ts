import { describe, expect, it } from 'vitest';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { materialCase } from '#tests/build/material-case.ts';
import { findQuestion } from './find-question.ts';
import { parsePopulation, rateFigure } from './rate-figure.ts';

function rateOf(persons: number, population: number | null) {
	const question = findQuestion('how-many-per-thousand');
	if (!question) throw new Error('no such question');
	return rateFigure({
		question,
		// Each of them twice: persons are counted, not cases.
		cases: Array.from({ length: 2 * persons }, (_, key) =>
			materialCase(key, { more: { client: Math.floor(key / 2) } })
		),
		by: null,
		crosstab: null,
		population,
		rule: findDisclosureRule({ audience: 'unit' }),
		seenOn: '2026-06-01' as LocalDate,
		measure: null,
		opinion: null
	});
}

describe('how many per 1 000', () => {
	it('counts persons, with the exact Poisson interval', () => {
		// R: 1000 * poisson.test(25, 10000)$conf.int / 10000 … 1.617869 and 3.690487.
		const told = rateOf(25, 10_000)?.told;
		expect(told).toMatchObject({ kind: 'shown', value: { persons: 25, rate: 2.5 } });
		if (told?.kind !== 'shown') throw new Error('not shown');
		expect(told.value.low).toBeCloseTo(1.617869, 5);
		expect(told.value.high).toBeCloseTo(3.690487, 4);
	});

	it('does not tell of fewer than five, and of nobody it does', () => {
		expect(rateOf(4, 10_000)?.told.kind).toBe('hidden');
		expect(rateOf(0, 10_000)?.told).toMatchObject({ kind: 'shown', value: { persons: 0, rate: 0 } });
	});

	it('is none before the population is known, or when the population is too small to hold them', () => {
		expect(rateOf(25, null)).toBeNull();
		expect(rateOf(25, 20)).toBeNull();
	});

	it('reads a population as people write it', () => {
		expect(parsePopulation('12 000')).toBe(12_000);
		expect(parsePopulation('12.000')).toBe(12_000);
		expect(parsePopulation('')).toBeNull();
		expect(['0', '-5', 'tolv', '99999999', '1e3'].map(parsePopulation)).toEqual(
			Array.from({ length: 5 }, () => undefined)
		);
	});
});
