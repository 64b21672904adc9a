/** Every rule of the linter, each on a made-up instrument with one fault. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFiles, writeInstrument } from '#tests/build/instrument-folder.ts';
import type { InstrumentFiles } from '#tests/build/instrument-folder.ts';
import { loadInstrument } from './load-instrument.ts';

type Files = ReturnType<typeof makeFiles>;
type Change = (files: Files) => void;

/** What is found in the faultless instrument after one change: `file#pointer rule`. */
function lintAfter(change: Change): string[] {
	const files = makeFiles();
	change(files);
	return lintFiles(files);
}

function lintFiles(files: InstrumentFiles): string[] {
	const folder = join(writeInstrument(files), 'made-up', '1');
	const loaded = loadInstrument(folder);
	if (loaded.ok) return [];
	return loaded.problem.map(({ file, pointer, rule }) => `${file.slice(folder.length + 1)}#${pointer} ${rule}`);
}

const scale = ({ instrument }: Files) => instrument.scales[0];
const zones = (files: Files) => scale(files).bandSets[0];
const line = (files: Files) => scale(files).bandSets[1];
const elements = ({ survey }: Files) => survey.pages[0].elements;

function restrict(files: Files): void {
	Object.assign(files.instrument.rights, { class: 'C', mayShipText: false, electronic: 'permit-required' });
}

/** Gives the made-up instrument an easy-to-read track, whole and without faults. */
function addEasyRead(files: Files): void {
	const choices = ['Nej', 'Ja', 'Osäker'].map((text, index) => ({
		value: [0, 2, 8][index],
		text: { default: text, 'sv-simple': text }
	}));
	for (const element of elements(files)) {
		element.title = { default: element.title, 'sv-simple': 'Mår du bra?\nTänk på i dag.' };
		if (element.choices) element.choices = choices;
	}
	const [{ id: source }] = files.instrument.sources;
	files.instrument.easyRead = { source, review: null };
}

const faults: [what: string, change: Change, ...found: string[]][] = [
	[
		'another id than the folder',
		({ instrument }) => (instrument.id = 'other'),
		'instrument.json#/id folder-name-differs'
	],
	[
		'another version than the folder',
		({ instrument }) => (instrument.version = '2'),
		'instrument.json#/version folder-name-differs'
	],
	[
		'an easy-to-read track that nobody says who has made',
		(files) => {
			addEasyRead(files);
			delete files.instrument.easyRead;
		},
		'instrument.json# easy-read-unsaid'
	],
	[
		'an easy-to-read track that is not there',
		({ instrument }) => (instrument.easyRead = { source: instrument.sources[0].id, review: null }),
		'instrument.json#/easyRead easy-read-empty'
	],
	[
		'a question that the easy-to-read track lacks',
		(files) => {
			addEasyRead(files);
			elements(files)[2].title = 'Påhittad fråga C';
		},
		'survey.json#/pages/0/elements/2/title text-language-missing'
	],
	[
		'an easy-to-read track that somebody else has made of a standardised form',
		(files) => {
			addEasyRead(files);
			files.instrument.standardised = true;
			files.instrument.sources[0].evidence = 'LOCAL';
		},
		'instrument.json#/easyRead/source easy-read-not-owners'
	],
	[
		'two sentences on one line',
		(files) => {
			addEasyRead(files);
			elements(files)[2].title['sv-simple'] = 'Mår du bra? Tänk på i dag.';
		},
		'instrument.json#/easyRead easy-read-line'
	],
	[
		'a negation in easy words',
		(files) => {
			addEasyRead(files);
			elements(files)[2].title['sv-simple'] = 'Mår du inte bra?';
		},
		'instrument.json#/easyRead easy-read-negation'
	],
	[
		'more than five answers in easy words',
		(files) => {
			addEasyRead(files);
			const [first] = elements(files);
			first.choices = [...first.choices, ...[3, 4, 5].map((value) => ({ ...first.choices[0], value }))];
			files.instrument.items[0].scores = { 0: 0, 2: 2, 3: 0, 4: 0, 5: 0, 8: null };
		},
		'instrument.json#/easyRead easy-read-answers'
	],
	['an unknown key', ({ instrument }) => (instrument.titel = 'x'), 'instrument.json#/titel unknown-key'],
	['a missing key', ({ instrument }) => delete instrument.purpose, 'instrument.json#/purpose missing-key'],
	['a value of the wrong kind', (files) => (scale(files).direction = 'up'), 'instrument.json#/scales/0/direction invalid-value'],
	[
		'the same question twice',
		({ instrument }) => instrument.items.push({ ...instrument.items[0], number: '4' }),
		'instrument.json#/items/3/name item-duplicate'
	],
	[
		'the same number twice',
		({ instrument }) => (instrument.items[1].number = '1'),
		'instrument.json#/items/1/number item-number-duplicate'
	],
	[
		'a question that is not in the survey',
		({ instrument }) => (instrument.items[2].name = 'd'),
		'instrument.json#/items/2/name item-unknown'
	],
	[
		'scores for a question without codes',
		({ instrument }) => (instrument.items[2].scores = 'code'),
		'instrument.json#/items/2/scores item-not-scorable'
	],
	[
		'a score for a code that is no option',
		({ instrument }) => (instrument.items[0].scores['7'] = 7),
		'instrument.json#/items/0/scores/7 score-code-unknown'
	],
	[
		'an option without a score',
		({ instrument }) => delete instrument.items[0].scores['8'],
		'instrument.json#/items/0/scores option-without-score'
	],
	[
		'a code of letters taken as a score',
		(files) => {
			elements(files)[2] = { ...elements(files)[1], name: 'c', choices: [{ value: 'ja', text: 'Ja' }, { value: 1, text: 'Nej' }] };
			files.instrument.items[2].scores = 'code';
		},
		'instrument.json#/items/2/scores code-not-a-number'
	],
	[
		'two scales of one name',
		(files) => files.instrument.scales.push({ ...scale(files), bandSets: [] }),
		'instrument.json#/scales/1/name scale-duplicate'
	],
	[
		'a scale item that does not exist',
		(files) => scale(files).items.push('d'),
		'instrument.json#/scales/0/items/2 scale-item-unknown'
	],
	[
		'a scale item twice',
		(files) => scale(files).items.push('a'),
		'instrument.json#/scales/0/items/2 scale-item-duplicate'
	],
	[
		'a scale item without scores',
		(files) => scale(files).items.push('c'),
		'instrument.json#/scales/0/items/2 scale-item-without-score'
	],
	[
		'a reversed item outside the scale',
		(files) => (scale(files).reversed = ['c']),
		'instrument.json#/scales/0/reversed/0 reversed-item-unknown'
	],
	[
		'a weight outside the scale',
		(files) => (scale(files).weights = { c: 2 }),
		'instrument.json#/scales/0/weights/c weighted-item-unknown'
	],
	[
		'percent of range over items with different ends',
		(files) => {
			files.instrument.items[0].scores['2'] = 3;
			Object.assign(scale(files), { aggregate: 'percent-of-range', bandSets: [] });
		},
		'instrument.json#/scales/0/aggregate percent-mixed-ranges'
	],
	[
		'proration over items with different ends',
		(files) => {
			files.instrument.items[0].scores['2'] = 3;
			Object.assign(scale(files), { missing: { maxMissing: 1, source: 'TEST' }, bandSets: [] });
		},
		'instrument.json#/scales/0/missing prorate-mixed-ranges'
	],
	[
		'proration from nothing',
		(files) => Object.assign(scale(files), { missing: { maxMissing: 2, source: 'TEST' }, bandSets: [] }),
		'instrument.json#/scales/0/missing/maxMissing prorate-nothing-left'
	],
	[
		'a band that runs backwards',
		(files) => Object.assign(zones(files).bands[1], { from: 4, to: 2 }),
		'instrument.json#/scales/0/bandSets/0/bands/1/from band-backwards'
	],
	[
		'an age that runs backwards',
		(files) => Object.assign(line(files).bands[0], { ageMin: 26 }),
		'instrument.json#/scales/0/bandSets/1/bands/0/ageMin band-backwards'
	],
	[
		'a band above the scale',
		(files) => (line(files).bands[0].to = 5),
		'instrument.json#/scales/0/bandSets/1/bands/0/to band-outside-scale'
	],
	[
		'a band below the scale',
		(files) => (zones(files).bands[0].from = -1),
		'instrument.json#/scales/0/bandSets/0/bands/0/from band-outside-scale'
	],
	[
		'a band edge between two whole scores',
		(files) => (zones(files).bands[0].to = 1.5),
		'instrument.json#/scales/0/bandSets/0/bands/0 band-not-whole'
	],
	[
		'a gap for one sex',
		(files) => (zones(files).bands[3].from = 4),
		'instrument.json#/scales/0/bandSets/0/bands/3/from band-gap'
	],
	[
		'bands that do not reach the ends of the scale',
		(files) => Object.assign(zones(files), { bands: [{ label: 'mitt', from: 1, to: 3 }] }),
		'instrument.json#/scales/0/bandSets/0/bands/0/from band-gap',
		'instrument.json#/scales/0/bandSets/0/bands/0/to band-gap'
	],
	[
		'a sex without bands',
		(files) => zones(files).bands.splice(2),
		'instrument.json#/scales/0/bandSets/0/bands band-gap'
	],
	[
		'an age between two ages without a line',
		(files) => (line(files).bands[1].ageMin = 27),
		'instrument.json#/scales/0/bandSets/1/bands band-gap'
	],
	[
		'bands that overlap for one sex',
		(files) => (zones(files).bands[1].from = 1),
		'instrument.json#/scales/0/bandSets/0/bands/1 band-overlap'
	],
	[
		'lines that overlap at one age',
		(files) => (line(files).bands[1].ageMin = 25),
		'instrument.json#/scales/0/bandSets/1/bands/0 band-overlap'
	],
	[
		'two band sets of one name',
		(files) => (line(files).source = 'TEST'),
		'instrument.json#/scales/0/bandSets/1 band-set-duplicate'
	],
	[
		'two band sets for the client’s result',
		(files) => (line(files).isDefault = true),
		'instrument.json#/scales/0/bandSets/1/isDefault band-set-default-duplicate'
	],
	[
		'a skip of a question that does not exist',
		({ instrument }) => (instrument.structuralZeros[0].items = ['d']),
		'instrument.json#/structuralZeros/0/items/0 structural-zero-item-unknown'
	],
	[
		'a skip of a reversed question',
		(files) => (scale(files).reversed = ['b']),
		'instrument.json#/structuralZeros/0/items/0 structural-zero-reversed'
	],
	[
		'a skip of a question that cannot have 0 points',
		({ instrument }) => (instrument.items[1].scores['0'] = 1),
		'instrument.json#/structuralZeros/0/items/0 structural-zero-outside-range'
	],
	[
		'a skip condition that cannot be read',
		({ instrument }) => (instrument.structuralZeros[0].when = '{a} = '),
		'instrument.json#/structuralZeros/0/when expression-invalid'
	],
	[
		'a skip condition on a question that does not exist',
		({ instrument }) => (instrument.structuralZeros[0].when = '{d} = 0'),
		'instrument.json#/structuralZeros/0/when expression-invalid'
	],
	[
		'a completeness rule on a question that does not exist',
		(files) => (scale(files).completeIf = '{d} notempty'),
		'instrument.json#/scales/0/completeIf expression-invalid'
	],
	[
		'a risk question that does not exist',
		({ instrument }) => (instrument.risks[0].item = 'd'),
		'instrument.json#/risks/0/item risk-item-unknown'
	],
	[
		'a risk code that does not exist',
		({ instrument }) => (instrument.risks[0].codes = [2, 3]),
		'instrument.json#/risks/0/codes/1 risk-code-unknown'
	],
	[
		'a source that is not declared',
		(files) => (scale(files).source = 'TEST, INGEN'),
		'instrument.json#/scales/0/source source-undeclared'
	],
	[
		'a source declared twice',
		({ instrument }) => instrument.sources.push(instrument.sources[0]),
		'instrument.json#/sources/2/id source-duplicate'
	],
	[
		'a source id with a comma',
		({ instrument }) => instrument.sources.push({ id: 'A, B', title: 'x', evidence: 'V1' }),
		'instrument.json#/sources/2/id source-id-comma'
	],
	[
		'class B without a notice',
		({ instrument }) => (instrument.rights.notices = []),
		'instrument.json#/rights/notices notice-missing'
	],
	[
		'class C that ships text',
		({ instrument }) => (instrument.rights.class = 'C'),
		'instrument.json#/rights/mayShipText rights-contradict'
	],
	[
		'a notice that is missing in a language of the form',
		(files) => {
			const english = JSON.stringify(files.survey).replace(/"(title|text)":"([^"]+)"/gu, '"$1":{"sv":"$2","en":"$2"}');
			files.survey = JSON.parse(english);
			Object.assign(files.instrument, {
				title: { sv: 'Påhitt', en: 'Made up' },
				shortTitle: { sv: 'Påhitt', en: 'Made up' },
				purpose: { sv: 'Påhitt', en: 'Made up' }
			});
		},
		'instrument.json#/rights/notices/0 language-missing'
	],
	[
		'a case whose result is not what scoring gives',
		({ cases }) => (cases.cases[0].expected.total.score = 3),
		'reference-cases.json#/cases/0/expected/total/score reference-case-mismatch'
	],
	[
		'a case whose bands are not those that apply',
		({ cases }) => cases.cases[0].expected.total.bands.pop(),
		'reference-cases.json#/cases/0/expected/total/bands reference-case-mismatch'
	],
	[
		'a case of a scale that does not exist',
		({ cases }) => (cases.cases[0].expected.other = { score: 1 }),
		'reference-cases.json#/cases/0/expected/other reference-case-scale-unknown'
	],
	[
		'a case with an answer to a question that does not exist',
		({ cases }) => (cases.cases[1].answers.d = 1),
		'reference-cases.json#/cases/1/answers/d reference-case-question-unknown'
	],
	[
		'a case with too few codes',
		({ cases }) => cases.cases[0].codes.pop(),
		'reference-cases.json#/cases/0/codes reference-case-length'
	],
	[
		'a case whose source is not declared',
		({ cases }) => (cases.cases[0].source = 'INGEN'),
		'reference-cases.json#/cases/0/source source-undeclared'
	],
	[
		'a case without a source',
		({ cases }) => delete cases.cases[0].source,
		'reference-cases.json#/cases/0/source missing-key'
	],
	[
		'two cases of one name',
		({ cases }) => (cases.cases[1].name = 'Allt'),
		'reference-cases.json#/cases/1/name reference-case-duplicate'
	],
	[
		'no case where everything is answered',
		({ cases }) => cases.cases.shift(),
		'reference-cases.json#/cases reference-case-complete-missing'
	],
	[
		'no case where an answer is missing',
		({ cases }) => cases.cases.pop(),
		'reference-cases.json#/cases reference-case-missing-missing'
	],
	[
		'a survey that does not compile',
		(files) => (elements(files)[2].type = 'file'),
		'survey.json#/pages/0/elements/2/type element-unsupported'
	]
];

describe('the linter', () => {
	it('finds nothing in a faultless instrument', () => {
		expect(lintAfter(() => undefined)).toEqual([]);
	});

	it.each(faults)('finds %s', (_what, change, ...found) => {
		expect(lintAfter(change)).toEqual(found);
	});

	it.each(['survey', 'instrument', 'cases'] as const)('says that the file is missing: %s', (name) => {
		const { [name]: _left, ...files } = makeFiles();
		const file = name === 'cases' ? 'reference-cases.json' : `${name}.json`;
		expect(lintFiles(files)).toEqual([`${file}# file-missing`]);
	});

	it('says that a file is not JSON', () => {
		expect(lintFiles({ ...makeFiles(), cases: '{' })).toEqual(['reference-cases.json# file-not-json']);
	});

	it('wants no reference cases where there is nothing to score', () => {
		const { survey, instrument } = makeFiles();
		expect(lintFiles({ survey, instrument: { ...instrument, scales: [] } })).toEqual([]);
	});

	it('says what is wrong in both files at once', () => {
		const found = lintAfter((files) => {
			elements(files)[2].type = 'file';
			files.instrument.titel = 'x';
		});
		expect(found).toContain('instrument.json#/titel unknown-key');
		expect(found).toHaveLength(2);
	});
});

describe('text in an instrument whose text may not be shipped', () => {
	it('is found wherever it stands: titles, labels, help, also codes made of words', () => {
		const found = lintAfter((files) => {
			restrict(files);
			files.survey.pages[0].elements = [
				{ type: 'rating', name: 'a', rateValues: [0, 2, 8], minRateDescription: { sv: 'Aldrig' } },
				{ ...elements(files)[1], title: undefined, description: 'Hjälp' },
				{ type: 'radiogroup', name: 'c', title: 'C', choices: [{ value: 'ja' }, { value: 'nej' }] }
			];
			files.survey.description = 'Anvisning';
			files.survey.title = 'Formulärets namn';
		});
		expect(found).toEqual([
			'survey.json#/pages/0/elements/0/minRateDescription/sv restricted-text',
			'survey.json#/pages/0/elements/1/choices/0/text restricted-text',
			'survey.json#/pages/0/elements/1/choices/1/text restricted-text',
			'survey.json#/pages/0/elements/1/choices/2/text restricted-text',
			'survey.json#/pages/0/elements/1/description restricted-text',
			'survey.json#/pages/0/elements/2/title restricted-text',
			'survey.json#/pages/0/elements/2/choices/0/value restricted-text',
			'survey.json#/pages/0/elements/2/choices/1/value restricted-text',
			'survey.json#/description restricted-text'
		]);
	});

	it('does not mind codes, conditions and names', () => {
		const found = lintAfter((files) => {
			restrict(files);
			files.survey.pages[0].elements = [
				{ type: 'rating', name: 'a', rateValues: [0, 2, 8] },
				{ type: 'rating', name: 'b', rateValues: [0, 2, 8], visibleIf: '{a} > 0' },
				{ type: 'text', name: 'c', inputType: 'number' }
			];
		});
		expect(found).toEqual([]);
	});
});
