/** The questions that the board can decide a target for: those with points, of forms that are the municipality's own. */
import type { Instrument, ScoredItem } from '#lib/instruments/instrument.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { pointsText } from '../../../number-words.ts';

export interface GoalChoice {
	/** `instrument/item`. */
	readonly value: string;
	readonly label: string;
	readonly instrumentId: string;
	readonly item: string;
	/** The goal's name when the board writes no words of its own. */
	readonly name: string;
}

export function listGoalChoices(instruments: readonly Instrument[], language: 'sv' | 'en'): GoalChoice[] {
	return instruments
		.filter(({ standardised }) => !standardised)
		.flatMap((instrument) =>
			instrument.items
				.filter(({ lowest, highest }) => lowest < highest)
				.map((item) => toChoice(item, instrument, language))
		);
}

function toChoice(item: ScoredItem, instrument: Instrument, language: 'sv' | 'en'): GoalChoice {
	const name = nameOf(item, instrument, language);
	const form = textIn(instrument.shortTitle, language) ?? instrument.id;
	const goal = m.staff_target_item_option({
		number: item.number,
		goal: name,
		lowest: pointsText(item.lowest),
		highest: pointsText(item.highest)
	});
	return {
		value: `${instrument.id}/${item.name}`,
		label: `${form}: ${goal}`,
		instrumentId: instrument.id,
		item: item.name,
		name
	};
}

/** A scale made of this question alone names the goal; otherwise the question's own words do. */
function nameOf({ name }: ScoredItem, instrument: Instrument, language: 'sv' | 'en'): string {
	const own = instrument.scales.find(({ items }) => items.length === 1 && items[0] === name);
	const question = listQuestions(instrument.questionnaire).find((candidate) => candidate.name === name);
	return textIn(own?.title ?? null, language) ?? textIn(question?.title ?? null, language) ?? name;
}
