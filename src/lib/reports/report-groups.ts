/** What a report can be divided by, and what each case has of it. Values are keys; ui/ has the words. */
import { listAgeGroups } from '#lib/outcomes/age-group.ts';
import { periodOf } from '#lib/outcomes/periods.ts';
import { codesOf } from './codes-of.ts';
import { completionOf, completions } from './completion.ts';
import type { MaterialCase } from './material.ts';
import { ageGroupOf, broadAgeLimits, reportAgeGroups } from './report-filter.ts';

export const reportGroupings = [
	'sex',
	'age-group',
	'origin',
	'provider',
	'intervention',
	'concern',
	'referral-reason',
	'period',
	'ending-reason',
	'judged-goal',
	'joint-plan',
	'household',
	'age-broad',
	'goal-reached',
	'completion'
] as const;
export type ReportGrouping = (typeof reportGroupings)[number];

/** SKL's variable behind a grouping, where there is one: its codes are the values. */
export const variableOf: Partial<Record<ReportGrouping, string>> = {
	origin: 'gv_6',
	household: 'gv_7',
	concern: 'gv_9',
	'referral-reason': 'gv_2',
	'joint-plan': 'gv_15',
	'judged-goal': 'gv_17',
	'ending-reason': 'gv_20'
};

/** The values of a case; none where it is not known. */
export function groupValuesOf(one: MaterialCase, by: ReportGrouping): readonly string[] {
	switch (by) {
		case 'sex':
			return one.sex === null ? [] : [one.sex];
		case 'age-group': {
			const group = ageGroupOf(one);
			return group === null ? [] : [group];
		}
		case 'age-broad': {
			const group = ageGroupOf(one, broadAgeLimits);
			return group === null ? [] : [group];
		}
		case 'goal-reached':
			return codesOf(one.variables, 'gv_17').flatMap((code) => goalReached[code] ?? []);
		case 'completion':
			return codesOf(one.variables, 'gv_20').flatMap((code) => completionOf(code) ?? []);
		case 'provider':
			return [...new Set(one.interventions.map(({ providerName }) => providerName))];
		case 'intervention':
			return [...new Set(one.interventions.map(({ name }) => name))];
		case 'period':
			return [periodOf(one.openedOn, 'year')];
		case 'concern':
		case 'referral-reason':
		case 'origin':
		case 'household':
		case 'joint-plan':
		case 'judged-goal':
		case 'ending-reason':
			return codesOf(one.variables, variableOf[by] ?? '');
	}
}

/** SKL's variable 17 in two: all goals reached (1 and 3) or not (2, 4 and 5). What could not be judged (6) is neither. */
const goalReached: Partial<Record<string, string>> = {
	'1': 'reached',
	'2': 'not-reached',
	'3': 'reached',
	'4': 'not-reached',
	'5': 'not-reached'
};

const fixedOrders: Partial<Record<ReportGrouping, readonly string[]>> = {
	sex: ['female', 'male'],
	'age-group': reportAgeGroups,
	'age-broad': listAgeGroups(broadAgeLimits),
	'goal-reached': ['reached', 'not-reached'],
	completion: completions
};
const swedish = new Intl.Collator('sv', { numeric: true });

/** The values that there are, in the order they are shown: as printed in the form, or by name. Never by result. */
export function orderOf(cases: readonly MaterialCase[], by: ReportGrouping): readonly string[] {
	const found = new Set(cases.flatMap((one) => groupValuesOf(one, by)));
	const fixed = fixedOrders[by];
	return fixed ? fixed.filter((value) => found.has(value)) : [...found].toSorted(swedish.compare);
}
