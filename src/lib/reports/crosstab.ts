/** A cross-table as in its address: what the rows and columns are, and of what the shares are. */
import { reportGroupings, type ReportGrouping } from './report-groups.ts';

export const crosstabMeasures = ['row-share', 'column-share'] as const;
export type CrosstabMeasure = (typeof crosstabMeasures)[number];

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
