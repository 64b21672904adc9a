import { describe, expect, it } from 'vitest';
import type { CaseResponse } from '#lib/collection/administration.ts';
import { toPersonFacts } from '#lib/collection/person-facts.ts';
import type { Instrument, Respondent } from '#lib/instruments/instrument.ts';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { toRespondentViews } from './respondent-views.ts';
import type { ScoredResponse } from './scored-response.ts';

// Made-up answers to real instruments.
const support = load('simrishamn-lss');
const context = { findInstrument: () => support, language: 'sv' } as const;

function load(id: string): Instrument {
	const loaded = loadInstrument(`instruments/${id}/1.0.0`);
	if (!loaded.ok) throw new Error(`${id} does not load`);
	return loaded.value;
}

function answered(respondent: Respondent, on: string, codes: readonly (number | null)[]): ScoredResponse {
	const answeredOn = on as LocalDate;
	const answers = Object.fromEntries(
		support.items.flatMap(({ name }, index) => {
			const code = codes[index];
			return typeof code === 'number' ? [[name, code]] : [];
		})
	);
	const facts = toPersonFacts(respondent, { sex: 'female', birthYear: 1988 }, answeredOn);
	const response = {
		id: `${respondent}-${on}`,
		caseId: 'case',
		instrumentId: support.id,
		instrumentVersion: support.version,
		occasion: 'during',
		respondent,
		answeredOn
	} as unknown as Omit<CaseResponse, 'answers'>;
	return {
		response,
		scores: scoreInstrument(support, answers, facts).scales,
		isRestricted: false
	};
}

const client = answered('client', '2026-10-12', [3, 2, 1, 1, 3]);
const relative = answered('relative', '2026-10-19', [3, 1, 1, 2, null]);

describe('several persons’ answers to the same form', () => {
	it('stand in a column each, never put together', () => {
		const [view, ...others] = toRespondentViews([client, relative], context);
		expect(others).toEqual([]);
		expect(view?.people.map(({ who, occasion, date }) => [who, occasion, date])).toEqual([
			['Klienten', 'Under', '2026-10-12'],
			['En närstående', 'Under', '2026-10-19']
		]);
		expect(view?.scales.map(({ title, cells }) => [title, ...cells])).toEqual([
			['Bemötande', '3 av 3', '3 av 3'],
			['Kvalitet', '2 av 3', '1 av 3'],
			['Delaktighet i samhället', '1 av 3', '1 av 3'],
			['Delaktighet i insatsen', '1 av 3', '2 av 3'],
			['Trygghet i bostaden', '3 av 3', 'Frågan är inte besvarad.']
		]);
	});

	it('say once how long the scales are when they are all alike', () => {
		const [view] = toRespondentViews([client, relative], context);
		expect(view?.range).toBe('Skalan går från 0 till 3 poäng. Högre är bättre.');
		expect(view?.scales.map(({ range }) => range)).toEqual([null, null, null, null, null]);
	});

	it('are each person’s latest', () => {
		const later = answered('client', '2026-11-20', [2, 2, 2, 2, 2]);
		const [view] = toRespondentViews([later, client, relative], context);
		expect(view?.people.map(({ date }) => date)).toEqual(['2026-11-20', '2026-10-19']);
	});

	it('are not shown for one person alone, nor with an answer that may not be used', () => {
		expect(toRespondentViews([client], context)).toEqual([]);
		expect(toRespondentViews([client, { ...relative, isRestricted: true }], context)).toEqual([]);
	});
});
