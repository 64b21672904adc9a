/** What a counted figure's title says: the finding, or that there are too few to tell one. */
import type { CountedShare } from '#lib/outcomes/change-shares.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NumberLanguage } from '#lib/shared/decimal.ts';
import type { CountsFigure, ValueNames } from '../report-figure.ts';
import { percent, shareOf } from './chart-context.ts';
import { countedText, groupingWord, valueWord, type CodeLabels } from './report-words.ts';

interface Words {
	readonly labels: CodeLabels;
	readonly language: NumberLanguage;
}

type WordSet = Extract<ValueNames, { kind: 'words' }>['set'];

const toldBySet: Readonly<Record<WordSet, () => string>> = {
	complete: m.report_told_complete,
	'joint-plan': m.report_told_joint_plan,
	'came-back': m.report_told_came_back,
	loss: m.report_told_followed_up,
	missed: m.report_told_why_lost,
	number: m.report_told_number,
	bands: m.report_told_bands
};

/** "För få för att visa varför de inte följdes upp". */
export function hiddenTitle({ names }: Pick<CountsFigure, 'names'>): string {
	return m.report_title_hidden({ what: toldOf(names) });
}

function toldOf(names: ValueNames): string {
	switch (names.kind) {
		case 'grouping':
			return m.report_told_division({ by: groupingWord(names.by) });
		case 'question':
			return m.report_told_answers();
		case 'words':
			return toldBySet[names.set]();
	}
}

interface MostChosen {
	readonly index: number;
	readonly told: CountedShare;
	/** None of those that are hidden can be more. */
	readonly isCertain: boolean;
}

/** The value that most have of those that are shown; null where none is. What is hidden may be more, and is not told. */
export function findMost({ counts: { all }, isOverlapping }: CountsFigure): MostChosen | null {
	const shown = all.cells.flatMap((cell, index) =>
		cell.kind === 'shown' ? [{ index, told: cell.value }] : []
	);
	const [most] = shown.toSorted((a, b) => b.told.count - a.told.count);
	if (!most || most.told.count === 0) return null;
	const isWhole = shown.length === all.cells.length;
	const left =
		isOverlapping || all.people.kind === 'hidden'
			? Infinity
			: all.people.value - shown.reduce((sum, { told }) => sum + told.count, 0);
	return { ...most, isCertain: isWhole || left <= most.told.count };
}

/** "Vanligast: avbrott, 28 %". */
export function mostTitle(figure: CountsFigure, { labels, language }: Words): string {
	const most = findMost(figure);
	if (!most) return hiddenTitle(figure);
	const { share, count } = most.told;
	const words = {
		value: valueWord(figure.names, figure.values[most.index] ?? '', labels),
		share: share === null ? countedText(figure.unit, count) : percent(share, language)
	};
	return most.isCertain ? m.report_bars_title(words) : m.report_bars_title_shown(words);
}

/** How far the groups lie apart in one value: "Uppföljda: från 63 % till 76 %, uppdelat efter utförare". Null for fewer than two. */
export function rangeTitle(figure: CountsFigure, index: number, { labels, language }: Words): string | null {
	const { by, counts, names, values } = figure;
	const shares = counts.groups.flatMap(({ cells }) => shareOf(cells[index]) ?? []);
	if (by === null || shares.length < 2) return null;
	const [low, high] = [percent(Math.min(...shares), language), percent(Math.max(...shares), language)];
	const words = { value: valueWord(names, values[index] ?? '', labels), by: groupingWord(by) };
	return low === high
		? m.report_range_title_same({ ...words, share: low })
		: m.report_range_title({ ...words, low, high });
}

/** The part of the scale whose share has changed most of those shown before and after: "20–40 poäng: 70 % före och 38 % efter". */
export function movedTitle(figure: CountsFigure, { labels, language }: Words): string {
	const told = figure.values.flatMap((value, index) => {
		const [before, after] = figure.counts.groups.map(({ cells }) => shareOf(cells[index]));
		return typeof before === 'number' && typeof after === 'number' ? [{ value, before, after }] : [];
	});
	const [most] = told.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
	if (!most) return hiddenTitle(figure);
	return m.report_bands_title({
		band: valueWord(figure.names, most.value, labels),
		before: percent(most.before, language),
		after: percent(most.after, language)
	});
}
