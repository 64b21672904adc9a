import type { Expression } from '#lib/instruments/expression.ts';
import type { Instrument, Scale, ScoredItem } from '#lib/instruments/instrument.ts';
import type { Code } from '#lib/instruments/questionnaire.ts';
import { listItemPlaces } from '#lib/instruments/item-options.ts';
import type { ItemPlace } from '#lib/instruments/item-options.ts';
import { hasWholeScores } from '#lib/instruments/scale-range.ts';
import { planBandSet } from './assess-bands.ts';
import type { PlannedBandSet } from './assess-bands.ts';

/** An item with its place in the answers worked out. */
export interface PlannedItem {
	readonly question: string;
	readonly row: string | null;
	readonly scoreByCode: ReadonlyMap<Code, number | null>;
}

export interface PlannedZero {
	readonly when: Expression;
	/** Places in the plan's items. */
	readonly items: readonly number[];
	/** The items that the condition reads. */
	readonly restsOn: readonly number[];
}

/** One item's part in a scale. */
export interface PlannedTerm {
	/** Place in the plan's items. */
	readonly index: number;
	readonly weight: number;
	readonly lowest: number;
	readonly highest: number;
	readonly isReversed: boolean;
}

export interface PlannedScale {
	readonly scale: Scale;
	readonly terms: readonly PlannedTerm[];
	readonly bandSets: readonly PlannedBandSet[];
}

/** What scoring needs of an instrument, worked out once. */
export interface ScoringPlan {
	readonly items: readonly PlannedItem[];
	readonly zeros: readonly PlannedZero[];
	readonly scales: readonly PlannedScale[];
}

const planByInstrument = new WeakMap<Instrument, ScoringPlan>();

/** The instrument's scoring plan; made the first time it is asked for, and kept as long as the instrument is. */
export function getScoringPlan(instrument: Instrument): ScoringPlan {
	const known = planByInstrument.get(instrument);
	if (known) return known;
	const plan = planScoring(instrument);
	planByInstrument.set(instrument, plan);
	return plan;
}

function planScoring(instrument: Instrument): ScoringPlan {
	const indexByName = new Map(instrument.items.map((item, index) => [item.name, index]));
	const places = listItemPlaces(instrument.questionnaire);
	return {
		items: instrument.items.map((item) => planItem(item, places.get(item.name))),
		zeros: instrument.structuralZeros.map((zero) => ({
			when: zero.when,
			items: zero.items.flatMap((name) => indexByName.get(name) ?? []),
			restsOn: listVariables(zero.when).flatMap((name) => indexByName.get(name) ?? [])
		})),
		scales: instrument.scales.map((scale) => planScale(scale, instrument, indexByName))
	};
}

/** An item the questionnaire lacks is never answered; the linter refuses such an instrument before it gets here. */
function planItem(item: ScoredItem, place: ItemPlace | undefined): PlannedItem {
	return {
		question: place?.question ?? item.name,
		row: place?.row ?? null,
		scoreByCode: item.scoreByCode
	};
}

function planScale(
	scale: Scale,
	instrument: Instrument,
	indexByName: ReadonlyMap<string, number>
): PlannedScale {
	const items = scale.items.flatMap((name) => instrument.items.filter((item) => item.name === name));
	const isProrated = scale.missing.kind === 'prorate';
	const isWhole = hasWholeScores({ ...scale, isProrated }, items);
	return {
		scale,
		terms: items.map((item) => ({
			index: indexByName.get(item.name) ?? 0,
			weight: scale.weights.get(item.name) ?? 1,
			lowest: item.lowest,
			highest: item.highest,
			isReversed: scale.reversed.includes(item.name)
		})),
		bandSets: scale.bandSets.map((set) => planBandSet(set, isWhole, instrument.questionnaire.defaultLanguage))
	};
}

/** Item names that an expression reads: `audit_1`, or `matrix.row`. */
function listVariables(expression: Expression): string[] {
	switch (expression.kind) {
		case 'constant':
			return [];
		case 'variable':
			return [expression.path.join('.')];
		case 'array':
			return expression.items.flatMap(listVariables);
		case 'unary':
			return listVariables(expression.operand);
		case 'binary':
			return [...listVariables(expression.left), ...listVariables(expression.right)];
		case 'call':
			return expression.args.flatMap(listVariables);
	}
}
