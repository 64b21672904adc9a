/** Makes instruments for tests: made up, without any text, unless a test says otherwise. */
import { buildInstrument } from '#lib/instruments/build-instrument.ts';
import type { Expression } from '#lib/instruments/expression.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { parseInstrument } from '#lib/instruments/parse-instrument.ts';
import type { Code, Element, Option, Question, Questionnaire } from '#lib/instruments/questionnaire.ts';

const questionBase = {
	title: null,
	help: null,
	visibleIf: null,
	enableIf: null,
	isRequired: false,
	requiredIf: null,
	requiredText: null,
	validators: [],
	comment: null
} as const;

export function makeOptions(codes: readonly Code[]): Option[] {
	return codes.map((code) => ({ code, label: null, role: 'answer' }));
}

export function makeChoice(name: string, codes: readonly Code[]): Question {
	return { ...questionBase, kind: 'radiogroup', name, options: makeOptions(codes), otherLabel: null };
}

export function makeMatrix(name: string, rows: readonly string[], codes: readonly Code[]): Question {
	return {
		...questionBase,
		kind: 'matrix',
		name,
		rows: rows.map((row) => ({ name: row, label: null })),
		columns: makeOptions(codes),
		eachRowRequired: false
	};
}

export function makeText(name: string): Question {
	return {
		...questionBase,
		kind: 'text',
		name,
		inputType: 'text',
		min: null,
		max: null,
		minErrorText: null,
		maxErrorText: null,
		step: null,
		maxLength: null,
		unit: null
	};
}

export function makeQuestionnaire(elements: readonly Element[]): Questionnaire {
	return {
		instrumentId: 'made-up',
		version: '1',
		title: null,
		description: null,
		languages: ['sv'],
		defaultLanguage: 'sv',
		pages: [
			{
				name: 'page',
				title: null,
				description: null,
				visibleIf: null,
				enableIf: null,
				isRequired: false,
				requiredIf: null,
				requiredText: null,
				elements
			}
		],
		hasReview: true
	};
}

/** The content of an `instrument.json` with everything that must be there; `changes` replaces top-level keys. */
export function makeInstrumentJson(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
	return {
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
			class: 'A',
			licence: 'Fri',
			notices: [],
			electronic: 'allowed',
			mayShipText: true,
			commercial: true,
			mayEdit: true
		},
		sources: [{ id: 'TEST', title: 'Testet', evidence: 'LOCAL' }],
		items: [],
		scales: [],
		...changes
	};
}

/** One scale over all items, as `instrument.json` writes it; `changes` replaces its keys. */
export function makeScaleJson(
	items: readonly string[],
	changes: Readonly<Record<string, unknown>> = {}
): Record<string, unknown> {
	return {
		name: 'total',
		title: 'Summa',
		items,
		aggregate: 'sum',
		direction: 'lower-better',
		source: 'TEST',
		...changes
	};
}

export function makeInstrument(
	content: Record<string, unknown>,
	elements: readonly Element[],
	conditions: readonly Expression[] = [],
	completeIfs: Readonly<Record<string, Expression>> = {}
): Instrument {
	const parsed = parseInstrument(content, 'instrument.json');
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem, null, '\t'));
	return buildInstrument({
		file: parsed.value,
		questionnaire: makeQuestionnaire(elements),
		conditions,
		completeIfs: new Map(Object.entries(completeIfs))
	});
}

export function isEqual(question: string, value: Code): Expression {
	return {
		kind: 'binary',
		operator: 'equal',
		left: { kind: 'variable', path: [question] },
		right: { kind: 'constant', value }
	};
}

export function areBoth(left: Expression, right: Expression): Expression {
	return { kind: 'binary', operator: 'and', left, right };
}
