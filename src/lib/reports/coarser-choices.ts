/** What to choose instead when most of a cross-table is hidden: fewer columns or rows, a longer period, no selection. */
import type { Crosstab } from './crosstab.ts';
import type { ReportFigure } from './report-figure.ts';
import type { ReportFilter } from './report-filter.ts';
import type { ReportGrouping } from './report-groups.ts';

export interface CoarserAsked {
	readonly filter: ReportFilter;
	readonly crosstab: Crosstab | null;
}

export interface CoarserChoice extends CoarserAsked {
	/** What is coarser about it. */
	readonly kind: 'columns' | 'rows' | 'both' | 'period' | 'filter';
	/** How much of the table it shows, 0–1. */
	readonly shareShown: number;
}

/** The same told in fewer groups. */
export const coarserOf: Partial<Record<ReportGrouping, ReportGrouping>> = {
	'age-group': 'age-broad',
	'judged-goal': 'goal-reached',
	'ending-reason': 'completion'
};

/** Less of a table than this is shown: then something else is offered. */
const enoughShown = 0.5;
/** So much more a choice must show to be worth a link. */
const leastGain = 0.1;
const mostChoices = 3;

/** How much of a cross-table's cells may be shown, 0–1; null for what is no cross-table. */
export function shareOfCells(figures: readonly ReportFigure[]): number | null {
	const [figure] = figures;
	const cells =
		figure?.kind === 'counts'
			? figure.counts.groups.flatMap((group) => group.cells)
			: figure?.kind === 'means'
				? figure.means.rows.flatMap((row) => row.cells)
				: [];
	return cells.length === 0 ? null : cells.filter(({ kind }) => kind === 'shown').length / cells.length;
}

/**
 * Those of the coarser choices that show more, the one that shows most first; null where the table is shown well enough.
 * `figuresOf` makes the figures of another choice, through the same control.
 */
export function listCoarserChoices(
	asked: CoarserAsked,
	figures: readonly ReportFigure[],
	figuresOf: (asked: CoarserAsked) => readonly ReportFigure[]
): readonly CoarserChoice[] | null {
	const share = shareOfCells(figures);
	if (share === null || share >= enoughShown) return null;
	return listCandidates(asked)
		.flatMap((one): CoarserChoice[] => {
			const shareShown = shareOfCells(figuresOf(one));
			return shareShown !== null && shareShown >= share + leastGain ? [{ ...one, shareShown }] : [];
		})
		.toSorted((a, b) => b.shareShown - a.shareShown)
		.slice(0, mostChoices);
}

type Candidate = Omit<CoarserChoice, 'shareShown'>;

function listCandidates({ filter, crosstab }: CoarserAsked): readonly Candidate[] {
	const all = {
		period: null,
		provider: null,
		intervention: null,
		sex: null,
		age: null,
		concern: null,
		reason: null
	};
	const { period, ...chosen } = filter;
	const longer = period === null ? [] : period.length > 4 ? [period.slice(0, 4), null] : [null];
	const isChosen = Object.values(chosen).some((value) => value !== null);
	return [
		...(crosstab ? listTables(crosstab).map((one) => ({ ...one, filter })) : []),
		...longer.map((of): Candidate => ({ kind: 'period', crosstab, filter: { ...filter, period: of } })),
		...(isChosen ? [{ kind: 'filter' as const, crosstab, filter: { ...all, period } }] : [])
	];
}

/** The same table with coarser columns, rows and both; divided by sex where nothing in it can be told in fewer groups. */
function listTables(
	crosstab: Crosstab
): readonly (Pick<Candidate, 'kind'> & { readonly crosstab: Crosstab })[] {
	const [rows, columns] = [coarserOf[crosstab.rows], coarserOf[crosstab.columns]];
	const hasSex = crosstab.rows === 'sex' || crosstab.columns === 'sex';
	return [
		...(columns ? [{ kind: 'columns' as const, crosstab: { ...crosstab, columns } }] : []),
		...(rows ? [{ kind: 'rows' as const, crosstab: { ...crosstab, rows } }] : []),
		...(rows && columns ? [{ kind: 'both' as const, crosstab: { ...crosstab, rows, columns } }] : []),
		...(hasSex ? [] : [{ kind: 'rows' as const, crosstab: { ...crosstab, rows: 'sex' as const } }])
	];
}
