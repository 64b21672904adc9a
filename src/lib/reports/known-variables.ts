/** Which of the variables that the questions need somebody has registered. */
import { codesOf } from './codes-of.ts';
import type { MaterialCase } from './material.ts';
import type { ReportVariable } from './report-questions.ts';

const tests: Readonly<Record<ReportVariable, (one: MaterialCase) => boolean>> = {
	'closed-on': ({ closedOn }) => closedOn !== null,
	concern: ({ variables }) => codesOf(variables, 'gv_9').length > 0,
	'decided-on': ({ interventions }) => interventions.some(({ decidedOn }) => decidedOn !== null),
	'ended-on': ({ interventions }) => interventions.some(({ endedOn }) => endedOn !== null),
	'ending-reason': ({ variables }) => codesOf(variables, 'gv_20').length > 0,
	'has-joint-plan': ({ variables }) => codesOf(variables, 'gv_15').length > 0,
	'needs-joint-plan': ({ variables }) => codesOf(variables, 'gv_15').length > 0,
	intervention: ({ interventions }) => interventions.length > 0,
	'judged-goal': ({ variables }) => codesOf(variables, 'gv_17').length > 0,
	'referral-reason': ({ variables }) => codesOf(variables, 'gv_2').length > 0,
	'referred-on': () => true,
	'score-before': ({ scores }) => scores.some(({ occasion }) => occasion === 'before'),
	'score-after': ({ scores }) => scores.some(({ occasion }) => occasion === 'after'),
	'started-on': ({ interventions }) => interventions.some(({ startedOn }) => startedOn !== null),
	'survey-answers': ({ opinion }) => opinion !== null
};

export function listKnownVariables(cases: readonly MaterialCase[]): ReadonlySet<ReportVariable> {
	const all = Object.entries(tests) as [ReportVariable, (typeof tests)[ReportVariable]][];
	return new Set(all.filter(([, test]) => cases.some(test)).map(([variable]) => variable));
}
