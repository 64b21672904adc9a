/** What groupings and values of reports are called to people. */
import { m } from '#lib/paraglide/messages.js';
import { countText } from '#lib/shared/ui/count-text.ts';
import type { ValueNames } from '../report-figure.ts';
import type { Counted } from '../figure-footing.ts';
import { variableOf, type ReportGrouping } from '../report-groups.ts';
import type { ReportVariable } from '../report-questions.ts';

/** The options' own words, by question and code. */
export type CodeLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Word = () => string;

const groupings: Readonly<Record<ReportGrouping, Word>> = {
	sex: m.report_by_sex,
	'age-group': m.report_by_age_group,
	origin: m.report_by_origin,
	provider: m.report_by_provider,
	intervention: m.report_by_intervention,
	concern: m.report_by_concern,
	'referral-reason': m.report_by_referral_reason,
	period: m.report_by_period,
	'ending-reason': m.report_by_ending_reason,
	'judged-goal': m.report_by_judged_goal,
	'joint-plan': m.report_by_joint_plan,
	household: m.report_by_household,
	'age-broad': m.report_by_age_broad,
	'goal-reached': m.report_by_goal_reached,
	completion: m.report_by_completion
};

const values: Readonly<Record<string, Word>> = {
	complete: m.report_value_complete,
	'broken-off': m.report_value_broken_off,
	has: m.report_value_has,
	lacks: m.report_value_lacks,
	'came-back': m.report_value_came_back,
	'stayed-away': m.report_value_stayed_away,
	'followed-up': m.report_value_followed_up,
	lost: m.report_value_lost,
	'not-yet': m.report_value_not_yet,
	outside: m.report_value_outside,
	'not-yet-or-outside': m.report_value_not_yet_or_outside,
	reached: m.report_value_reached,
	'not-reached': m.report_value_not_reached,
	all: m.report_value_number
};

const missedReasons: Readonly<Record<string, Word>> = {
	declined: m.report_missed_declined,
	'not-reached': m.report_missed_not_reached,
	'broken-off': m.report_missed_broken_off,
	'taken-into-care': m.report_missed_taken_into_care,
	'no-interpreter': m.report_missed_no_interpreter,
	forgotten: m.report_missed_forgotten,
	'not-said': m.report_value_not_said
};

const variables: Readonly<Record<ReportVariable, Word>> = {
	'closed-on': m.report_variable_closed_on,
	concern: m.report_variable_concern,
	'decided-on': m.report_variable_decided_on,
	'ended-on': m.report_variable_ended_on,
	'ending-reason': m.report_variable_ending_reason,
	'has-joint-plan': m.report_variable_has_joint_plan,
	intervention: m.report_variable_intervention,
	'judged-goal': m.report_variable_judged_goal,
	'needs-joint-plan': m.report_variable_needs_joint_plan,
	'referral-reason': m.report_variable_referral_reason,
	'referred-on': m.report_variable_referred_on,
	'score-after': m.report_variable_score_after,
	'score-before': m.report_variable_score_before,
	'started-on': m.report_variable_started_on,
	'survey-answers': m.report_variable_survey_answers
};

export function groupingWord(by: ReportGrouping): string {
	return groupings[by]();
}

export function variableWords(missing: readonly ReportVariable[]): string {
	return missing.map((variable) => variables[variable]()).join(', ');
}

/** A value of a grouping; the value itself where it is a name already. */
export function groupWord(by: ReportGrouping, value: string, labels: CodeLabels): string {
	if (by === 'sex') return value === 'female' ? m.report_sex_female() : m.report_sex_male();
	if (by === 'goal-reached' || by === 'completion') return values[value]?.() ?? value;
	if (by === 'age-group' || by === 'age-broad') {
		return value.endsWith('–')
			? m.report_age_from({ age: value.slice(0, -1) })
			: m.report_age({ age: value });
	}
	const question = variableOf[by];
	return question ? (labels[question]?.[value] ?? value) : value;
}

export function valueWord(names: ValueNames, value: string, labels: CodeLabels): string {
	if (names.kind === 'grouping') return groupWord(names.by, value, labels);
	if (names.kind === 'question') return labels[names.question]?.[value] ?? value;
	if (names.set === 'bands') return m.report_value_points({ range: value });
	return (names.set === 'missed' ? missedReasons[value] : values[value])?.() ?? value;
}

/** "112 ärenden". */
export function countedText(counted: Counted, count: number | string): string {
	const n = typeof count === 'number' ? countText(count) : count;
	switch (counted) {
		case 'persons':
			return m.report_counted_persons({ n });
		case 'interventions':
			return m.report_counted_interventions({ n });
		case 'cases':
			return m.report_counted_cases({ n });
		case 'responses':
			return m.report_counted_responses({ n });
	}
}

export function periodWord(period: string): string {
	const year = period.slice(0, 4);
	if (period.endsWith('H1')) return m.report_half_first({ year });
	return period.endsWith('H2') ? m.report_half_second({ year }) : year;
}
