import { describe, expect, it } from 'vitest';
import type { Occasion } from '#lib/cases/case.ts';
import type { CaseResponse } from '#lib/collection/administration.ts';
import { toPersonFacts } from '#lib/collection/person-facts.ts';
import { findRisks } from '#lib/instruments/find-risks.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { findResult, toComparisons, toLeftOut, toResultComparison } from './comparison-view.ts';
import type { ScoredResponse } from './scored-response.ts';

// Made-up answers to the real instruments.
const audit = load('audit');
const phq9 = load('phq-9');
const jourpatrullen = load('jourpatrullen-barn');
const woman = { sex: 'female', birthYear: 1984 } as const;

function load(id: string): Instrument {
	const loaded = loadInstrument(`instruments/${id}/1.0.0`);
	if (!loaded.ok) throw new Error(`${id} does not load`);
	return loaded.value;
}

type Client = Parameters<typeof toPersonFacts>[1];

function answered(
	instrument: Instrument,
	on: string,
	occasion: Occasion,
	codes: readonly (number | null)[],
	{ client = woman, version = instrument.version }: { client?: Client; version?: string } = {}
): ScoredResponse {
	const answeredOn = on as LocalDate;
	const respondent = instrument.respondents[0] ?? 'client';
	const answers: Answers = Object.fromEntries(
		instrument.items.flatMap(({ name }, index) => {
			const code = codes[index];
			return typeof code === 'number' ? [[name, code]] : [];
		})
	);
	const response = {
		id: `${instrument.id}-${on}`,
		caseId: 'case',
		administrationId: `administration-${on}`,
		instrumentId: instrument.id,
		instrumentVersion: version,
		occasion,
		respondent,
		help: 'self',
		mode: 'paper',
		language: 'sv',
		answeredOn
	} as unknown as Omit<CaseResponse, 'answers'>;
	const { scales } = scoreInstrument(instrument, answers, toPersonFacts(respondent, client, answeredOn));
	return { response, scores: scales, isRestricted: false, risks: findRisks(instrument, answers) };
}

function compare(scored: readonly ScoredResponse[], client: Client = woman) {
	const loaded = [audit, phq9, jourpatrullen];
	return toComparisons(scored, {
		findInstrument: (id) => loaded.find((instrument) => instrument.id === id) ?? null,
		client,
		language: 'sv'
	});
}

const high = [4, 1, 2, 3, 3, 1, 4, 2, 2, 2];
const low = [1, 0, 1, 0, 0, 0, 1, 0, 0, 2];
const before = answered(audit, '2026-02-02', 'before', high);
const after = answered(audit, '2026-08-03', 'after', low);

describe('a comparison', () => {
	it('sets before and after side by side with the difference in words', () => {
		const [comparison] = compare([after, before]);
		expect(comparison?.main?.measurements.map(({ score }) => score)).toEqual(['24', '5']);
		expect(comparison?.main?.change?.sentence).toBe('19 poäng lägre – bättre');
		expect(comparison?.warnings).toHaveLength(1);
		expect(comparison?.others.map(({ name }) => name)).toEqual([
			'consumption',
			'dependence',
			'problems',
			'audit-c'
		]);
	});

	it('has what is before before what is after when they are of the same day, whatever order they come in', () => {
		const sameDay = { ...after, response: { ...after.response, answeredOn: before.response.answeredOn } };
		const [comparison] = compare([sameDay, before]);
		expect(comparison?.main?.measurements.map(({ score }) => score)).toEqual(['24', '5']);
		expect(comparison?.main?.chart?.input.points.map(({ value }) => value)).toEqual([24, 5]);
		const result = findResult([sameDay, before], sameDay.response.id);
		expect([result?.before, result?.now]).toEqual([before, sameDay]);
	});

	it('says worse as plainly as better', () => {
		const [comparison] = compare([
			answered(audit, '2026-02-02', 'before', low),
			answered(audit, '2026-08-03', 'after', high)
		]);
		expect(comparison?.main?.change).toMatchObject({ sentence: '19 poäng högre – sämre', verdict: 'worse' });
	});

	it('leaves out an answer that may not be used, and says which', () => {
		const scored = [before, { ...after, isRestricted: true }];
		const [comparison] = compare(scored);
		expect(comparison?.main?.measurements.map(({ score }) => score)).toEqual(['24']);
		expect(comparison?.main?.change).toBeNull();
		expect(compare([{ ...before, isRestricted: true }])).toEqual([]);
		expect(toLeftOut(scored, { findInstrument: () => audit, language: 'sv' })).toEqual([
			{ href: '/cases/case/responses/audit-2026-08-03', label: 'AUDIT, efter 2026-08-03' }
		]);
	});

	it('names the pair when there are more than two measurements', () => {
		const during = answered(audit, '2026-05-04', 'during', high);
		const [comparison] = compare([before, during, after]);
		expect(comparison?.pairNote).toBe('Jämförelsen gäller före 2026-02-02 och efter 2026-08-03.');
		expect(comparison?.main?.chart?.input.points).toHaveLength(3);
	});

	it('has the ends of the difference where a score is missing', () => {
		const incomplete = answered(audit, '2026-08-03', 'after', [2, null, 1, 1, 1, 1, 1, 1, 2, 2]);
		const [comparison] = compare([before, incomplete]);
		expect(comparison?.main?.measurements[1]).toMatchObject({
			score: null,
			noScore: '9 av 10 frågor är besvarade, så summan går inte att räkna ut.',
			notes: ['Poängen skulle bli mellan 12 och 16.']
		});
		expect(comparison?.main?.change?.sentence).toContain('Skillnaden ligger mellan −12 och −8 poäng.');
	});

	it('does not compare two versions', () => {
		const newer = answered(audit, '2026-08-03', 'after', low, { version: '2.0.0' });
		const [comparison] = compare([before, newer]);
		expect(comparison?.main?.change?.verdict).toBe('unknown');
		expect(comparison?.main?.change?.sentence).toContain('olika versioner');
	});

	it('gives no verdict when sex is unknown, but every line that could apply', () => {
		const unknown = { sex: null, birthYear: null };
		const [comparison] = compare(
			[answered(audit, '2026-02-02', 'before', high, { client: unknown })],
			unknown
		);
		const used = comparison?.main?.bandSources.find(({ isDefault }) => isDefault);
		expect(used?.verdicts[0]).toEqual({
			isVerdict: false,
			lines: ['Kvinnor: riskfyllt drickande (från 6 poäng)', 'Män: riskfyllt drickande (från 8 poäng)']
		});
		expect(comparison?.main?.bandsUnknownBecause).toContain('Kön');
	});

	it('shows scales of equal weight together, with their common range', () => {
		const [comparison] = compare([answered(jourpatrullen, '2026-02-02', 'before', Array(20).fill(2))]);
		expect(comparison?.main).toBeNull();
		expect(comparison?.others).toHaveLength(5);
		expect(comparison?.range).toBe('Skalan går från 4 till 16 poäng. Lägre är bättre.');
	});

	it('points at an answer that somebody responsible must see', () => {
		const [comparison] = compare([answered(phq9, '2026-02-02', 'before', [0, 0, 0, 0, 0, 0, 0, 0, 1])]);
		expect(comparison?.attentions).toEqual([
			{
				href: '/cases/case/responses/phq-9-2026-02-02#phq9_9',
				text: expect.stringContaining('tankar på att vara död')
			}
		]);
	});

	it('keeps instruments apart, the one answered most lately first', () => {
		const later = answered(phq9, '2026-09-01', 'before', Array(9).fill(0));
		expect(compare([before, later, after]).map(({ title }) => title)).toEqual(['PHQ-9', 'AUDIT']);
	});
});

describe('a result straight after an answer', () => {
	const during = answered(audit, '2026-05-04', 'during', low);
	const scored = [after, during, before];
	const result = (of: ScoredResponse, among = scored) => findResult(among, of.response.id);
	const view = (of: ScoredResponse) =>
		toResultComparison(result(of)!, {
			findInstrument: () => audit,
			client: woman,
			language: 'sv',
			interventions: [
				{ id: 'i' as never, name: 'Samtal', startedOn: '2026-03-01' as LocalDate, endedOn: null }
			]
		});

	it('is set against the time before it, not against the first', () => {
		expect(result(after)?.before).toBe(during);
		expect(view(after).main?.measurements.map(({ score }) => score)).toEqual(['5', '5']);
		expect(view(after).main?.change?.sentence).toBe('Samma poäng – oförändrat');
	});

	it('stands alone the first time', () => {
		expect(result(before)?.before).toBeNull();
		expect(view(before).main?.measurements.map(({ score }) => score)).toEqual(['24']);
		expect(view(before).main?.change).toBeNull();
	});

	it('has all times in its curve, with what went on meanwhile', () => {
		const chart = view(during).main?.chart;
		expect(chart?.input.points.map(({ value }) => value)).toEqual([24, 5, 5]);
		expect(chart?.input.phases).toEqual([{ key: 'i', label: 'Samtal', fromDay: 27, toDay: null }]);
		expect(chart?.summary).toContain('Samtal pågår sedan 2026-03-01.');
	});

	it('is none of an answer that may not be used, nor set against one', () => {
		expect(findResult([{ ...after, isRestricted: true }], after.response.id)).toBeNull();
		expect(result(after, [before, { ...during, isRestricted: true }, after])?.before).toBe(before);
		expect(findResult(scored, 'annat' as ResponseId)).toBeNull();
	});
});
