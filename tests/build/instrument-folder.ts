/** Writes a made-up instrument to a folder of its own, so that the loader and the linter can be tried on it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** The three files, as JSON values; undefined leaves the file out, a string is written as it is. */
export interface InstrumentFiles {
	survey?: unknown;
	instrument?: unknown;
	cases?: unknown;
}

/** Files are broken on purpose in tests: any shape must be possible to write. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = Record<string, any>;

/** A small instrument without faults: two scored questions, one scale, bands by sex and age, a skip and a risk. */
export function makeFiles(): { survey: Json; instrument: Json; cases: Json } {
	const choices = [
		{ value: 0, text: 'Nej' },
		{ value: 2, text: 'Ja' },
		{ value: 8, text: 'Vet inte' }
	];
	return {
		survey: {
			locale: 'sv',
			pages: [
				{
					name: 'sida',
					elements: [
						{ type: 'radiogroup', name: 'a', title: 'Påhittad fråga A', choices },
						{ type: 'radiogroup', name: 'b', title: 'Påhittad fråga B', choices },
						{ type: 'text', name: 'c', title: 'Påhittad fråga C' }
					]
				}
			]
		},
		instrument: {
			id: 'made-up',
			version: '1',
			ruleVersion: '1',
			title: 'Påhittat formulär',
			shortTitle: 'Påhitt',
			purpose: 'Att pröva koden.',
			respondents: ['client'],
			standardised: false,
			evidence: { wording: 'LOCAL', note: 'Påhittat.' },
			rights: {
				holder: 'Ingen',
				class: 'B',
				licence: 'Fri',
				notices: ['Påhittad upplysning.'],
				electronic: 'allowed',
				mayShipText: true,
				commercial: true,
				mayEdit: true
			},
			sources: [
				{ id: 'TEST', title: 'Testet', evidence: 'LOCAL' },
				{ id: 'ANNAN', title: 'Testet', evidence: 'LOCAL' }
			],
			items: [
				{ name: 'a', number: '1', scores: { 0: 0, 2: 2, 8: null } },
				{ name: 'b', number: '2', scores: { 0: 0, 2: 2, 8: null } },
				{ name: 'c', number: '3', scores: 'none' }
			],
			structuralZeros: [{ when: '{a} = 0', items: ['b'], source: 'TEST' }],
			scales: [
				{
					name: 'total',
					title: 'Summa',
					items: ['a', 'b'],
					aggregate: 'sum',
					direction: 'lower-better',
					source: 'TEST, ANNAN',
					bandSets: [
						{
							source: 'TEST',
							title: 'Zoner',
							kind: 'bands',
							isDefault: true,
							bands: [
								{ label: 'låg', to: 1, sex: 'female' },
								{ label: 'hög', from: 2, sex: 'female' },
								{ label: 'låg', to: 2, sex: 'male' },
								{ label: 'hög', from: 3, sex: 'male' }
							]
						},
						{
							source: 'ANNAN',
							title: 'Gräns',
							kind: 'cut-off',
							bands: [
								{ label: 'över', from: 3, ageMax: 25 },
								{ label: 'över', from: 2, ageMin: 26 }
							]
						}
					]
				}
			],
			risks: [{ item: 'a', codes: [2], text: 'Påhittad risk', source: 'TEST' }]
		},
		cases: {
			cases: [
				{
					name: 'Allt',
					source: 'TEST',
					codes: [2, 2, null],
					sex: 'female',
					ageInYears: 30,
					expected: {
						total: {
							score: 4,
							bands: [
								{ set: 'TEST', label: 'hög' },
								{ set: 'ANNAN', label: 'över' }
							]
						}
					}
				},
				{
					name: 'B saknas',
					source: 'ANNAN',
					answers: { a: 2 },
					expected: { total: { score: null, reason: 'missing-items', lowestPossible: 2 } }
				}
			]
		}
	};
}

/**
 * Writes the files to `<new folder>/<id>/<version>/` and gives the folder that holds all instruments. The new folder is gone
 * when the test that made it is over, or the file where it was made beside the tests.
 */
export function writeInstrument(
	{ survey, instrument, cases }: InstrumentFiles,
	{ root = makeFolder(), id = 'made-up', version = '1' } = {}
): string {
	const folder = join(root, id, version);
	mkdirSync(folder, { recursive: true });
	for (const [name, content] of Object.entries({ survey, instrument, 'reference-cases': cases })) {
		if (content === undefined) continue;
		writeFileSync(
			join(folder, `${name}.json`),
			typeof content === 'string' ? content : JSON.stringify(content)
		);
	}
	return root;
}

function makeFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'genklang-'));
	const remove = (): void => rmSync(folder, { recursive: true, force: true });
	try {
		onTestFinished(remove);
	} catch {
		// Made while the tests are being gathered, for all of them.
		afterAll(remove);
	}
	return folder;
}
