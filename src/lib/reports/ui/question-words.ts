/** The ready questions' wordings, by id. */
import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
	'who-has-what-needs': m.report_question_who_has_what_needs,
	'what-is-given': m.report_question_what_is_given,
	'what-has-changed': m.report_question_what_has_changed,
	'are-goals-met': m.report_question_are_goals_met,
	'what-clients-think': m.report_question_what_clients_think,
	'do-interventions-mirror-needs': m.report_question_do_interventions_mirror_needs,
	'how-many-referred': m.report_question_how_many_referred,
	'common-referral-reasons': m.report_question_common_referral_reasons,
	'how-many-granted': m.report_question_how_many_granted,
	'who-is-granted': m.report_question_who_is_granted,
	'how-long-to-start': m.report_question_how_long_to_start,
	'how-long-it-lasts': m.report_question_how_long_it_lasts,
	'ended-better-with-goal-met': m.report_question_ended_better_with_goal_met,
	'why-it-ended': m.report_question_why_it_ended,
	'how-many-come-back': m.report_question_how_many_come_back,
	'how-many-lack-a-plan': m.report_question_how_many_lack_a_plan,
	'do-problems-change': m.report_question_do_problems_change,
	'how-many-complete': m.report_question_how_many_complete,
	'how-many-per-thousand': m.report_question_how_many_per_thousand,
	crosstab: m.report_crosstab_title,
	'whom-do-we-lose': m.report_question_whom_do_we_lose
};

export function questionText(id: string): string {
	return words[id]?.() ?? id;
}

/** The questions that the first cards lead to, as a unit asks them. */
const mainWords: Readonly<Record<string, () => string>> = {
	'what-has-changed': m.report_main_improve,
	'whom-do-we-lose': m.report_main_lose,
	'what-clients-think': m.report_main_think
};

/** What stands over a report: the words of the card that led to it and, under them, the list's own wording. */
export function questionTitle(
	id: string,
	isDivided: boolean
): { readonly title: string; readonly lead: string | null } {
	const main = mainWords[id]?.();
	if (main === undefined) return { title: questionText(id), lead: null };
	const isForWhom = id === 'what-has-changed' && isDivided;
	return { title: isForWhom ? `${main} ${m.report_main_whom()}` : main, lead: questionText(id) };
}
