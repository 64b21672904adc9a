/** The mean score where two groupings cross: a cross-table whose cells are means. */
import { discloseMeans, type CrossedValue } from '#lib/outcomes/disclosure/disclose-means.ts';
import type { ChosenScale } from './answer-question.ts';
import { discloseMissing } from './count-figure.ts';
import type { Crosstab, MeanOf } from './crosstab.ts';
import { divideCases } from './divide-cases.ts';
import type { MaterialCase } from './material.ts';
import { pairOf } from './measured-pairs.ts';
import type { FigureInput, MeansFigure } from './report-figure.ts';

/**
 * Of those with the score: the first before, the last after, or how much better it got. Cases that have been asked with the
 * form and lack the score are the bortfall.
 */
export function meansFigure(
	{ cases, rule }: FigureInput,
	measure: ChosenScale,
	{ rows, columns }: Crosstab,
	of: MeanOf
): MeansFigure {
	const asked = cases.filter(({ scores }) =>
		scores.some(({ instrumentId }) => instrumentId === measure.instrumentId)
	);
	const scored = asked.flatMap((one) => {
		const value = scoreOf(one, measure, of);
		return value === null ? [] : [{ one, value }];
	});
	const counted = scored.map(({ one }) => one);
	// Nobody is counted in another group than their own: a mean would be of them too.
	const byRow = divideCases(counted, rows, 0);
	const byColumn = divideCases(counted, columns, 0);
	const values = scored.map(({ one, value }): CrossedValue => ({
		value,
		rows: byRow.groupsOf(one),
		columns: byColumn.groupsOf(one)
	}));
	const { lowest, highest, direction } = measure.scaleOf;
	return {
		kind: 'means',
		key: 'means',
		rows,
		columns,
		columnValues: byColumn.order,
		of,
		means: discloseMeans({ values, rowOrder: byRow.order, columnOrder: byColumn.order }, rule),
		missing: discloseMissing(scored.length, asked.length - scored.length, rule),
		isOverlapping: byRow.isOverlapping || byColumn.isOverlapping,
		scale: { lowest, highest, direction }
	};
}

function scoreOf(one: MaterialCase, measure: ChosenScale, of: MeanOf): number | null {
	const { before, after } = pairOf(one, measure);
	if (of !== 'change') return (of === 'before' ? before : after)?.score ?? null;
	const [from, to] = [before?.score ?? null, after?.score ?? null];
	if (from === null || to === null) return null;
	const change = to - from;
	return measure.scaleOf.direction === 'higher-better' ? change : -change;
}
