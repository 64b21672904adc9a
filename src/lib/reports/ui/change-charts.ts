/** A change from before to after: who got better and worse, and the means. */
import type { Chart } from '#lib/charts/chart.ts';
import type { Paint } from '#lib/charts/drawing.ts';
import { drawSlopes, type Slope } from '#lib/charts/slope-drawing.ts';
import { drawStacks } from '#lib/charts/stacks-drawing.ts';
import type { ShownChange } from '#lib/outcomes/disclosure/disclose-change.ts';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import { showingLimits } from '#lib/outcomes/showing-limits.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NumberLanguage } from '#lib/shared/decimal.ts';
import type { ChangeFigure } from '../report-figure.ts';
import { noteOf, numberText, percent, points, secret, shareOf, type ChartContext } from './chart-context.ts';
import { endText, nameChanges, partNames, partsOf, toMeanTable, toShareTable } from './change-table.ts';
import { sentenceOf } from './count-rows.ts';
import { countedText } from './report-words.ts';
import { toStackRow } from './stack-chart.ts';

/** Better, the same and worse, as large as one another: the worse is dark and hatched, so that it is seen in grey too. */
export function toShareChart(figure: ChangeFigure, context: ChartContext): Chart {
	const { change, hasReliableChange } = figure;
	const { labels, language } = context;
	const named = nameChanges(figure, labels);
	const pairsText = (of: Shown<ShownChange>): string =>
		countedText('cases', of.kind === 'shown' ? of.value.pairs : secret);
	const table = toShareTable(figure, context);
	const paints: readonly Paint[] = change.parts === 2 ? ['step-0', 'hatch'] : ['step-0', 'step-4', 'hatch'];
	const parts = partNames(change).map((name, index) => ({ name, paint: paints[index] ?? 'step-5' }));
	const rows = named.map(({ name, of, value }) =>
		toStackRow(change.groups.length === 0 ? '' : name, value, partsOf(change, of), pairsText(of), language)
	);
	return {
		key: 'better-and-worse',
		title: shareTitle(figure, language),
		lead: m.report_shares_lead(),
		summary: sentenceOf(table),
		note: noteOf(
			[
				...changeNotes(figure),
				hasReliableChange ? m.report_note_criterion_reliable() : m.report_note_criterion_any(),
				m.report_note_wilson()
			],
			context
		),
		table,
		draw: (size) => drawStacks({ parts, rows, hiddenMark: secret }, size)
	};
}

function shareTitle({ change }: ChangeFigure, language: NumberLanguage): string {
	const all = partsOf(change, change.all);
	const [up, down] = [shareOf(all[0]), shareOf(all.at(-1))];
	if (up === null || down === null) return m.report_shares_title_plain();
	const words = { better: percent(up, language), worse: percent(down, language) };
	return change.parts === 2 ? m.report_shares_title_merged(words) : m.report_shares_title(words);
}

function changeNotes({ change, otherVersions }: ChangeFigure): string[] {
	const [before, after, neither] = change.unpaired;
	const pairs = change.all.kind === 'shown' ? String(change.all.value.pairs) : secret;
	return [
		m.report_note_pairs({
			pairs,
			before: numberText(before),
			after: numberText(after),
			neither: numberText(neither)
		}),
		...(otherVersions.kind === 'shown' && otherVersions.value === 0
			? []
			: [m.report_note_other_versions({ n: numberText(otherVersions) })])
	];
}

export function toSlopeChart(figure: ChangeFigure, context: ChartContext): Chart {
	const { change, scale } = figure;
	const { labels, language } = context;
	const named = nameChanges(figure, labels).flatMap(({ of, ...name }) =>
		of.kind === 'shown' ? [{ ...name, of: of.value }] : []
	);
	const slopes = named.flatMap(({ name, of, value }): Slope[] => {
		const { before, after } = of.assessment;
		if (before.mean === null || after.mean === null) return [];
		return [
			{
				key: value,
				label: name,
				before: before.mean,
				after: after.mean,
				beforeText: points(before.mean, language),
				afterText: points(after.mean, language),
				isMain: value === 'all'
			}
		];
	});
	const isLower = scale.direction === 'lower-better';
	return {
		key: 'before-and-after',
		title: slopeTitle(change.all, language),
		lead: isLower
			? m.report_change_lead_lower({ scale: context.scale })
			: m.report_change_lead_higher({ scale: context.scale }),
		summary: named
			.map(({ name, of }) =>
				m.report_change_sentence({
					group: name,
					before: points(of.assessment.before.mean, language),
					after: points(of.assessment.after.mean, language),
					pairs: of.pairs
				})
			)
			.join(' '),
		note: noteOf(
			[
				...changeNotes(figure),
				m.report_note_standardised({ pairs: showingLimits.pairsForStandardised }),
				m.report_note_regression(),
				...(figure.isWithinRecall ? [m.report_note_recall()] : [])
			],
			context
		),
		table: toMeanTable(figure, context),
		draw: (size) =>
			drawSlopes(
				{
					slopes,
					lowest: scale.lowest,
					highest: scale.highest,
					beforeText: m.report_before(),
					afterText: m.report_after(),
					lowestText: endText(scale, scale.lowest),
					highestText: endText(scale, scale.highest)
				},
				size
			)
	};
}

/** An average that cannot be told from no change is not called better. */
function slopeTitle(all: Shown<ShownChange>, language: NumberLanguage): string {
	if (all.kind === 'hidden') return m.report_change_title_hidden();
	const { before, after, difference, interval } = all.value.assessment;
	const words = { before: points(before.mean, language), after: points(after.mean, language) };
	const isClear = interval.kind === 'interval' && (interval.low > 0 || interval.high < 0);
	if (!isClear) return m.report_change_title_unclear(words);
	return (difference.improvement ?? 0) > 0
		? m.report_change_title_better(words)
		: m.report_change_title_worse(words);
}
