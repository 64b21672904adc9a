/** Påhittade svar: forms filled in by somebody who is as badly off as a number between 0 and 1 says. */
import type { Instrument, ScoredItem } from '../../../src/lib/instruments/instrument.ts';
import type { Answers, Code } from '../../../src/lib/instruments/questionnaire.ts';
import type { Chance } from './chance.ts';

/** How much two answers by the same person differ, in shares of an item's range. */
const itemSpread = 0.2;
/** How often somebody skips a question, per form. */
const skips = 0.04;

/** Nobody in these years is made to write that they want to die: there is one in the demo, and she is looked after. */
const neverRaised = new Set(['phq9_9']);

/** Answers to every scored question; 0 is as well off as the form can say. Now and then one question is skipped. */
export function fillIn(instrument: Instrument, badness: number, chance: Chance): Answers {
	const answers = instrument.items
		.filter(({ scoreByCode }) => [...scoreByCode.values()].some((score) => score !== null))
		.map((item) => [item.name, answerItem(instrument, item, badness, chance)] as const);
	const skipped = chance.happens(skips) ? chance.between(0, answers.length - 1) : -1;
	return Object.fromEntries(answers.filter((_, index) => index !== skipped));
}

function answerItem(instrument: Instrument, item: ScoredItem, badness: number, chance: Chance): Code {
	const felt = neverRaised.has(item.name) ? 0 : clamp(chance.normal(badness, itemSpread));
	const scale = instrument.scales.find(({ items }) => items.includes(item.name));
	const isReversed = scale?.reversed.includes(item.name) ?? false;
	const isHighBad = (scale?.direction !== 'higher-better') !== isReversed;
	const share = isHighBad ? felt : 1 - felt;
	const wanted = item.lowest + share * (item.highest - item.lowest);
	const scored = [...item.scoreByCode].flatMap(([code, score]) => (score === null ? [] : [{ code, score }]));
	const [nearest] = scored.toSorted((a, b) => Math.abs(a.score - wanted) - Math.abs(b.score - wanted));
	if (!nearest) throw new Error(`The question ${item.name} has no answer with a score.`);
	return nearest.code;
}

/** A share kept between 0 and 1. */
export function clamp(value: number): number {
	return Math.min(1, Math.max(0, value));
}
