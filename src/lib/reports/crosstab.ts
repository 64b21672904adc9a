/** A cross-table as in its address: what the rows and columns are, and what is in the cells. */
import { reportGroupings, type ReportGrouping } from './report-groups.ts';

/** Shares, or means of the score on a scale. */
export const crosstabMeasures = [
	'row-share',
	'column-share',
	'mean-before',
	'mean-after',
	'mean-change'
] as const;
export type CrosstabMeasure = (typeof crosstabMeasures)[number];
export type MeanOf = 'before' | 'after' | 'change';

/** What the mean is of; null where the cells are shares. */
export function meanOf({ measure }: Pick<Crosstab, 'measure'>): MeanOf | null {
	switch (measure) {
		case 'mean-before':
			return 'before';
		case 'mean-after':
			return 'after';
		case 'mean-change':
			return 'change';
		case 'row-share':
		case 'column-share':
			return null;
	}
}

export interface Crosstab {
	readonly rows: ReportGrouping;
	readonly columns: ReportGrouping;
	readonly measure: CrosstabMeasure;
}

export const crosstabKeys = ['row', 'column', 'share'] as const;

/** What is asked for, with sex by goal attainment where nothing is; null when the address says what is not there. */
export function parseCrosstab(query: URLSearchParams): Crosstab | null {
	const grouping = (key: string, otherwise: ReportGrouping) =>
		reportGroupings.find((one) => one === (query.get(key) || otherwise));
	const rows = grouping('row', 'sex');
	const columns = grouping('column', 'judged-goal');
	const measure = crosstabMeasures.find((one) => one === (query.get('share') || 'row-share'));
	return rows && columns && measure && rows !== columns ? { rows, columns, measure } : null;
}

export function writeCrosstab({ rows, columns, measure }: Crosstab): readonly (readonly [string, string])[] {
	return [
		['row', rows],
		['column', columns],
		['share', measure]
	];
}
