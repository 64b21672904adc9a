/** What a goal's question says and what its answers are called, from the instrument. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import type { GoalScale } from './assess-targets.ts';
import type { Target } from './target.ts';

export interface GoalWording {
	/** One or two words for the column: the name of the scale that is just this question, or else the goal. */
	readonly name: string;
	/** Null when the wording is not in the instrument. */
	readonly question: string | null;
	readonly help: string | null;
	/** What each score is called; a score whose answer has no wording is left out. */
	readonly answers: readonly { readonly score: number; readonly label: string }[];
}

/** The scores the goal's question can give; undefined when the instrument has no such scored question. */
export function findGoalScale(instrument: Instrument | null, target: Target): GoalScale | undefined {
	const item = instrument?.items.find(({ name }) => name === target.item);
	if (!item) return undefined;
	const scores = [...new Set([...item.scoreByCode.values()].filter((score) => score !== null))];
	if (!instrument || scores.length === 0) return undefined;
	return { lowest: item.lowest, highest: item.highest, scores, isSensitive: isSensitive(instrument) };
}

/** The words for a goal in the language, or else in Swedish. */
export function findGoalWording(
	instrument: Instrument | null,
	target: Target,
	language: LanguageTag
): GoalWording {
	const scale = instrument?.scales.find(({ items }) => items.length === 1 && items[0] === target.item);
	const item = instrument?.items.find(({ name }) => name === target.item);
	const question =
		instrument && listQuestions(instrument.questionnaire).find(({ name }) => name === target.item);
	const options = question && 'options' in question ? question.options : [];
	return {
		name: textIn(scale?.title ?? null, language) ?? target.goal,
		question: textIn(question?.title ?? null, language),
		help: textIn(question?.help ?? null, language),
		answers: options.flatMap(({ code, label }) => {
			const score = item?.scoreByCode.get(code);
			const text = textIn(label, language);
			return typeof score === 'number' && text !== null ? [{ score, label: text }] : [];
		})
	};
}
