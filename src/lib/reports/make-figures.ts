/** The figures of one question, each through the disclosure control's own functions. */
import { crossOf, defaultDivision } from './default-division.ts';
import { durationFigure, reReferralFigure, shareFigure } from './case-figures.ts';
import { countFigure } from './count-figure.ts';
import { meanOf, type Crosstab } from './crosstab.ts';
import { reportImprovement } from './improvement-report.ts';
import { reportLoss } from './loss-report.ts';
import { meansFigure } from './means-figure.ts';
import { opinionFigures } from './opinion-figures.ts';
import { toPersons } from './persons.ts';
import { rateFigure } from './rate-figure.ts';
import type { CountsFigure, FigureInput, ReportFigure } from './report-figure.ts';
import { groupValuesOf, orderOf, type ReportGrouping } from './report-groups.ts';

/** The question's figures. What cannot be shown is in them as hidden, so that a figure is never silently left out. */
export function makeFigures(input: FigureInput): readonly ReportFigure[] {
	const { question, cases, by, rule } = input;
	const units = question.counted === 'persons' ? toPersons(cases) : cases;
	const unit = question.counted;
	const of = (values: ReportGrouping, drawn: CountsFigure['drawn'] = 'bars', among = units): CountsFigure =>
		countFigure({
			key: values,
			drawn,
			names: { kind: 'grouping', by: values },
			rows: among,
			valuesOf: (one) => groupValuesOf(one, values),
			order: orderOf(among, values),
			by: by === values ? null : by,
			rule,
			unit
		});
	switch (question.measure) {
		case 'choices':
			return [of(choicesOf[question.id] ?? 'concern')];
		case 'cross-table': {
			const mean = input.crosstab && meanOf(input.crosstab);
			if (input.crosstab && mean) {
				return input.measure ? [meansFigure(input, input.measure, input.crosstab, mean)] : [];
			}
			const [rows, columns] = crossOf[question.id] ?? listAxes(input.crosstab);
			return [
				{
					...countFigure({
						key: columns,
						drawn: 'stack',
						names: { kind: 'grouping', by: columns },
						rows: units,
						valuesOf: (one) => groupValuesOf(one, columns),
						order: orderOf(units, columns),
						by: input.crosstab || by === null || by === columns ? rows : by,
						rule,
						unit
					})
				}
			];
		}
		case 'count':
			return [
				countFigure({
					key: 'number',
					drawn: 'bars',
					names: { kind: 'words', set: 'number' },
					rows: units,
					valuesOf: () => ['all'],
					order: ['all'],
					by: by ?? defaultDivision(question),
					rule,
					unit
				})
			];
		case 'judged-goals': {
			const ended = units.filter(({ interventions }) =>
				interventions.some(({ endedOn }) => endedOn !== null)
			);
			return [of('judged-goal', 'stack', ended)];
		}
		case 'share':
			return [shareFigure(input, units)];
		case 'duration':
			return [durationFigure(input)];
		case 're-referral':
			return [reReferralFigure(input)];
		case 'answers':
			return opinionFigures(input);
		case 'before-after':
			return input.measure ? reportImprovement(input, input.measure) : [];
		case 'loss':
			return input.measure ? reportLoss(input, input.measure) : [];
		case 'rate': {
			const rate = rateFigure(input);
			return rate ? [rate] : [];
		}
	}
}

/** Shares of the columns are those of the rows with the table turned round. */
function listAxes(crosstab: Crosstab | null): readonly [rows: ReportGrouping, columns: ReportGrouping] {
	if (!crosstab) return ['period', 'concern'];
	const { rows, columns, measure } = crosstab;
	return measure === 'row-share' ? [rows, columns] : [columns, rows];
}

const choicesOf: Readonly<Record<string, ReportGrouping>> = {
	'who-has-what-needs': 'concern',
	'what-is-given': 'intervention',
	'common-referral-reasons': 'referral-reason',
	'why-it-ended': 'ending-reason'
};
