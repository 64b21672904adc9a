import { describe, expect, it } from 'vitest';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';
import { toDocumentText } from '#lib/shared/document-text.ts';
import type { Result } from '../../../../comparison-view.ts';
import type { ScoredResponse } from '../../../../scored-response.ts';
import { toClientDocument } from './client-document.ts';
import { toClientScales } from './client-view.ts';

// Made-up answers to the real AUDIT and Jourpatrullen forms.
function load(id: string): Instrument {
	const loaded = loadInstrument(`instruments/${id}/1.0.0`);
	if (!loaded.ok) throw new Error(`${id} does not load`);
	return loaded.value;
}
const audit = load('audit');
const jourpatrullen = load('jourpatrullen-barn');
const woman = { sex: 'female', ageInYears: 42 } as const;

function answered(
	instrument: Instrument,
	on: string,
	code: (index: number) => number | null,
	person: Parameters<typeof scoreInstrument>[2] = woman
): ScoredResponse {
	const answers = Object.fromEntries(
		instrument.items.flatMap(({ name }, index) => {
			const given = code(index);
			return given === null ? [] : [[name, given]];
		})
	);
	const { scales } = scoreInstrument(instrument, answers, person);
	return {
		response: { id: on, answeredOn: on, instrumentVersion: instrument.version },
		scores: scales,
		isRestricted: false
	} as unknown as ScoredResponse;
}
const resultOf = (now: ScoredResponse, before: ScoredResponse | null): Result => ({
	now,
	before,
	all: [now]
});
const before = answered(audit, '2026-02-02', () => 2);
const now = answered(audit, '2026-08-03', (index) => (index < 3 ? 2 : 0));

describe('a result for the one who answered', () => {
	it('says points, which way is better and how it was last time, for the whole form alone', () => {
		const [scale, ...others] = toClientScales(audit, resultOf(now, before), 'sv');
		expect(others).toEqual([]);
		expect(scale).toMatchObject({
			title: null,
			points: '6 av 40 poäng',
			change: '14 poäng lägre – bättre. Förra gången, 2026-02-02, var det 20.'
		});
		expect(scale?.line).toMatchObject({ now: 6, before: 20, lowest: 0, highest: 40 });
		expect(scale?.sentences[0]).toBe('Lägre poäng är bättre.');
	});

	it('says no more of the past than that there is none', () => {
		expect(toClientScales(audit, resultOf(now, null), 'sv')[0]).toMatchObject({
			change: null,
			beforeText: ''
		});
	});

	it('shows what the points would lie between when a question has no answer, and no point on the line', () => {
		const gap = answered(audit, '2026-08-03', (index) => (index === 4 ? null : 2));
		const [scale] = toClientScales(audit, resultOf(gap, before), 'sv');
		expect(scale?.points).toBe('Det går inte att räkna ut poängen');
		expect(scale?.line.now).toBeNull();
		expect(scale?.line.possible?.lowest).toBeLessThan(scale?.line.possible?.highest ?? 0);
		expect(scale?.sentences.join(' ')).toContain('Poängen skulle bli mellan');
	});

	it('names each part of a form that has no total', () => {
		const scales = toClientScales(
			jourpatrullen,
			resultOf(
				answered(jourpatrullen, '2026-08-03', () => 2),
				null
			),
			'sv'
		);
		expect(scales).toHaveLength(5);
		expect(scales.every(({ title }) => title !== null)).toBe(true);
	});

	it('gives no verdict where sex decides and is not known', () => {
		const unknown = answered(audit, '2026-08-03', () => 2, { sex: null, ageInYears: 42 });
		const [scale] = toClientScales(audit, resultOf(unknown, null), 'sv');
		expect(scale?.sentences.filter((words) => words.includes('enligt'))).toEqual(
			scale?.line.limits.length === 0 ? [] : [expect.stringContaining('enligt')]
		);
	});

	it('never says that something has had an effect', () => {
		const text = toDocumentText(
			toClientDocument(
				{
					boardName: 'Socialnämnden (påhittad)',
					formName: 'AUDIT',
					about: 'Svaren gavs 2026-08-03.',
					scales: toClientScales(audit, resultOf(now, before), 'sv'),
					questions: [],
					language: 'sv',
					notices: []
				},
				{ madeAt: new Date('2026-08-03T10:00:00Z'), language: 'sv' }
			)
		);
		expect(text).toContain('6 av 40 poäng');
		expect(text).toContain('inte varför');
		expect(text.toLowerCase()).not.toContain('effekt');
	});
});
