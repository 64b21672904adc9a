/** A counted figure's rows with their names, as a table and as a sentence, and what stands under it. */
import type { ChartTable } from '#lib/charts/chart.ts';
import type { ShownGroup } from '#lib/outcomes/disclosure/disclose-counts.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CountsFigure } from '../report-figure.ts';
import { cellText, hiddenCell, numberText, secret, type ChartContext } from './chart-context.ts';
import { countedText, groupWord, valueWord, type CodeLabels } from './report-words.ts';

export function countNotes({ key, counts, missing, isOverlapping, unit }: CountsFigure): string[] {
	// Of these figures the bortfall is what they are about.
	const isLoss = key === 'flow' || key === 'lost' || key === 'why-lost';
	const n = numberText(counts.all.people);
	const bortfall =
		missing.kind === 'hidden'
			? m.report_note_missing_hidden()
			: missing.value === 0
				? m.report_note_missing_none()
				: m.report_note_missing({ missing: missing.value });
	return [
		m.report_note_n({ counted: countedText(unit, n) }),
		...(isLoss ? [] : [bortfall]),
		...(isOverlapping ? [m.report_note_several()] : []),
		...(hasHidden(counts.all, counts.groups) ? [m.report_hidden_long({ symbol: secret })] : [])
	];
}

export function hasHidden(all: ShownGroup, groups: readonly ShownGroup[]): boolean {
	return [all, ...groups].some(({ cells }) => cells.some(({ kind }) => kind === 'hidden'));
}

/** The groups with their names, or everybody where nothing is divided; everybody last where it is. */
export function namedRows(
	figure: CountsFigure,
	labels: CodeLabels
): readonly { readonly name: string; readonly group: ShownGroup }[] {
	const { by, counts } = figure;
	if (by === null) return [{ name: '', group: counts.all }];
	return [
		...counts.groups.map((group) => ({ name: nameGroup(figure, group.value, labels), group })),
		{ name: m.report_everybody(), group: counts.all }
	];
}

/** A group's name; that of the one which those of no known group are counted in says so. */
export function nameGroup(
	{ by, withUnknown }: Pick<CountsFigure, 'by' | 'withUnknown'>,
	value: string,
	labels: CodeLabels
): string {
	const name = by ? groupWord(by, value, labels) : value;
	return value === withUnknown ? m.report_with_unknown({ name }) : name;
}

export function countTable(figure: CountsFigure, context: ChartContext): ChartTable {
	const { labels, language } = context;
	const rows = namedRows(figure, labels);
	const names = figure.values.map((value) => valueWord(figure.names, value, labels));
	if (figure.by === null) {
		return {
			head: [m.report_table_group(), m.report_table_n()],
			rows: names.map((name, index) => [name, cellText(rows[0]?.group.cells[index] ?? hiddenCell, language)])
		};
	}
	return {
		head: [m.report_table_group(), ...names, m.report_table_n()],
		rows: rows.map(({ name, group }) => [
			name,
			...group.cells.map((cell) => cellText(cell, language)),
			numberText(group.people)
		])
	};
}

export function sentenceOf({ head, rows }: ChartTable): string {
	const told = (cells: readonly string[]): string[] =>
		cells.length > 1 ? cells.map((cell, index) => `${head[index + 1] ?? ''} ${cell}`) : [...cells];
	return rows.map(([name, ...cells]) => `${name ?? ''}: ${told(cells).join(', ')}`).join('. ');
}
