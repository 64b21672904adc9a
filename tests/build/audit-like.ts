/**
 * AUDIT's codes, skips, scales and two of its band sets, without its text: reference for scoring tests and the bench.
 * Rules: WHO/MSD/MSB/01.6a (skips, zones); Socialstyrelsens metodguide (≥ 6 women, ≥ 8 men).
 */
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { areBoth, isEqual, makeChoice, makeInstrument, makeInstrumentJson, makeScaleJson } from './instrument.ts';

const names = Array.from({ length: 10 }, (_, index) => `audit_${index + 1}`);
const codes = names.map((_, index) => (index < 8 ? [0, 1, 2, 3, 4] : [0, 2, 4]));

const bandSets = [
	{
		id: 'metodguiden',
		source: 'TEST',
		title: 'Gräns',
		kind: 'cut-off',
		bands: [
			{ label: 'riskfyllt drickande', from: 6, sex: 'female' },
			{ label: 'riskfyllt drickande', from: 8, sex: 'male' }
		]
	},
	{
		id: 'zoner',
		source: 'TEST',
		title: 'Zoner',
		kind: 'bands',
		bands: [
			{ label: 'zon 1', to: 7 },
			{ label: 'zon 2', from: 8, to: 15 },
			{ label: 'zon 3', from: 16, to: 19 },
			{ label: 'zon 4', from: 20 }
		]
	}
];

export const auditLike: Instrument = makeInstrument(
	makeInstrumentJson({
		items: names.map((name, index) => ({ name, number: String(index + 1), scores: 'code' })),
		structuralZeros: [
			{ when: '{audit_1} = 0', items: names.slice(1, 8), source: 'TEST' },
			{ when: '{audit_2} = 0 and {audit_3} = 0', items: names.slice(3, 8), source: 'TEST' }
		],
		scales: [
			makeScaleJson(names, { bandSets }),
			makeScaleJson(names.slice(0, 3), { name: 'consumption' }),
			makeScaleJson(names.slice(3, 6), { name: 'dependence' }),
			makeScaleJson(names.slice(6), { name: 'problems' }),
			makeScaleJson(names.slice(0, 3), { name: 'audit-c' })
		]
	}),
	names.map((name, index) => makeChoice(name, codes[index] ?? [])),
	[isEqual('audit_1', 0), areBoth(isEqual('audit_2', 0), isEqual('audit_3', 0))]
);

/** Answers from codes in the form's order; null where nothing is answered. */
export function answerAudit(...given: readonly (number | null)[]): Answers {
	return Object.fromEntries(
		given.flatMap((code, index) => (code === null ? [] : [[`audit_${index + 1}`, code]]))
	);
}
