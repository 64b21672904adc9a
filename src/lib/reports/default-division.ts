/** What a ready question is divided by when nothing is chosen, for the figure and for the form that says so. */
import type { ReportGrouping } from './report-groups.ts';
import type { ReportQuestion } from './report-questions.ts';

export const crossOf: Readonly<Record<string, readonly [rows: ReportGrouping, columns: ReportGrouping]>> = {
	'do-interventions-mirror-needs': ['concern', 'intervention'],
	'who-is-granted': ['age-group', 'sex'],
	'do-problems-change': ['period', 'concern']
};

/** What a question is divided by when nothing is chosen; null = nothing. */
export function defaultDivision({
	id,
	measure
}: Pick<ReportQuestion, 'id' | 'measure'>): ReportGrouping | null {
	if (measure === 'count') return 'sex';
	return crossOf[id]?.[0] ?? null;
}
