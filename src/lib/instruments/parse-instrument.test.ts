/** The Valibot parser and the JSON Schemas for editors say the same of the same file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { makeFiles } from '#tests/build/instrument-folder.ts';
import type { Json } from '#tests/build/instrument-folder.ts';
import { parseInstrument, parseReferenceCases } from './parse-instrument.ts';

const schemas = join(import.meta.dirname, '../../../instruments/schema');

function readSchema(file: string): object {
	return JSON.parse(readFileSync(join(schemas, file), 'utf8'));
}

const ajv = new Ajv({ allErrors: true });
const validateInstrument = ajv.compile(readSchema('instrument.schema.json'));
const validateCases = ajv.compile(readSchema('reference-cases.schema.json'));

/** One change that the format does not allow. */
const refused: [string, (content: Json) => void][] = [
	['an unknown key', (content) => (content.titel = 'x')],
	['an unknown key far in', (content) => (content.scales[0].bandSets[0].bands[0].label2 = 'x')],
	['a missing key', (content) => delete content.rights],
	['an id with capital letters', (content) => (content.id = 'AUDIT')],
	['a version of letters', (content) => (content.version = 'v1')],
	['a title without letters', (content) => (content.title = ' ')],
	['a title in no language', (content) => (content.title = {})],
	['a title in an unknown language', (content) => (content.title = { svenska: 'x' })],
	['an empty text in one language', (content) => (content.title = { sv: '' })],
	['nobody who answers', (content) => (content.respondents = [])],
	['an unknown respondent', (content) => (content.respondents = ['patient'])],
	['an unknown kind of sensitive content', (content) => (content.sensitive = ['hälsa'])],
	['no minutes at all', (content) => (content.minutes = 0)],
	['an unknown rights class', (content) => (content.rights.class = 'D')],
	['an unknown evidence mark', (content) => (content.sources[0].evidence = 'V3')],
	['no source', (content) => (content.sources = [])],
	['scores that are neither code, none nor numbers', (content) => (content.items[0].scores = 'codes')],
	['a score in text', (content) => (content.items[0].scores['0'] = '0')],
	['half days', (content) => (content.items[0].recallDays = 0.5)],
	['a scale without items', (content) => (content.scales[0].items = [])],
	['a weight of zero', (content) => (content.scales[0].weights = { a: 0 })],
	['an unknown aggregate', (content) => (content.scales[0].aggregate = 'median')],
	['a missing direction', (content) => delete content.scales[0].direction],
	['proration without a source', (content) => (content.scales[0].missing = { maxMissing: 1 })],
	['a band set without bands', (content) => (content.scales[0].bandSets[0].bands = [])],
	['an unknown sex', (content) => (content.scales[0].bandSets[0].bands[0].sex = 'kvinna')],
	['an age of half a year', (content) => (content.scales[0].bandSets[1].bands[0].ageMax = 25.5)],
	['a reliability of one', (content) => (content.scales[0].change = makeChange({ reliability: 1 }))],
	['a risk without codes', (content) => (content.risks[0].codes = [])],
	['a skip without items', (content) => (content.structuralZeros[0].items = [])]
];

/** One change that the format allows. */
const accepted: [string, (content: Json) => void][] = [
	['no change', () => undefined],
	['a schema', (content) => (content.$schema = '../../schema/instrument.schema.json')],
	['texts in two languages', (content) => (content.title = { sv: 'x', 'en-GB': 'x' })],
	['what may be null', (content) => Object.assign(content, { minutes: null, recall: null })],
	['a recall period', (content) => (content.recall = { days: 365, label: 'Senaste året', source: 'TEST' })],
	['change parameters', (content) => (content.scales[0].change = makeChange({}))],
	['nothing sensitive', (content) => (content.sensitive = [])],
	['what is sensitive', (content) => (content.sensitive = ['health', 'violence'])],
	['no word on what is sensitive', (content) => delete content.sensitive],
	['no skips and risks', (content) => ['structuralZeros', 'risks'].forEach((key) => delete content[key])],
	['a completeness rule', (content) => (content.scales[0].completeIf = '{a} notempty')],
	['proration', (content) => (content.scales[0].missing = { maxMissing: 1, source: 'TEST' })]
];

function makeChange(changes: object): object {
	return {
		standardDeviation: 5,
		reliability: 0.8,
		reliabilityKind: 'alfa',
		group: 'Påhittad grupp',
		source: 'TEST',
		...changes
	};
}

function judge(change: (content: Json) => void): { byParser: boolean; bySchema: boolean } {
	const { instrument } = makeFiles();
	change(instrument);
	return {
		byParser: parseInstrument(instrument, 'instrument.json').ok,
		bySchema: validateInstrument(instrument)
	};
}

describe('instrument.json', () => {
	it.each(refused)('is refused by parser and schema for %s', (_what, change) => {
		expect(judge(change)).toEqual({ byParser: false, bySchema: false });
	});

	it.each(accepted)('is accepted by parser and schema with %s', (_what, change) => {
		expect(judge(change)).toEqual({ byParser: true, bySchema: true });
	});

	it('points at the place, also inside an alternative', () => {
		const { instrument } = makeFiles();
		instrument.items[0].scores['2'] = 'två';
		instrument.scales[0].title = { sv: ' ' };
		const parsed = parseInstrument(instrument, 'x/instrument.json');
		expect(parsed).toMatchObject({
			ok: false,
			problem: [
				{ file: 'x/instrument.json', pointer: '/items/0/scores/2', rule: 'invalid-value' },
				{ file: 'x/instrument.json', pointer: '/scales/0/title/sv', rule: 'invalid-value' }
			]
		});
	});

	it('takes a plain text for Swedish and fills in what is left out', () => {
		const { instrument } = makeFiles();
		expect(parseInstrument(instrument, 'instrument.json')).toMatchObject({
			value: {
				title: { sv: 'Påhittat formulär' },
				recall: null,
				scales: [{ missing: 'no-score', rounding: 'none', reversed: [], change: null }]
			}
		});
	});
});

describe('reference-cases.json', () => {
	it.each<[string, (one: Json) => void, boolean]>([
		['codes', () => undefined, true],
		['answers of every kind', (one) => Object.assign(one, { codes: undefined, answers: { a: 1, b: [1], c: { r: 1 } } }), true],
		['both answers and codes', (one) => (one.answers = {}), false],
		['neither', (one) => delete one.codes, false],
		['no expected score', (one) => (one.expected.total = { reason: null }), false],
		['an unknown reason', (one) => (one.expected.total.reason = 'tired'), false],
		['an unknown key', (one) => (one.gender = 'female'), false]
	])('with %s is judged alike by parser and schema', (_what, change, isAccepted) => {
		const { cases } = makeFiles();
		change(cases.cases[0]);
		const content = JSON.parse(JSON.stringify(cases));
		expect(parseReferenceCases(content, 'reference-cases.json').ok).toBe(isAccepted);
		expect(validateCases(content)).toBe(isAccepted);
	});
});
