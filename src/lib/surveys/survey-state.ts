/** How far a survey has come, and what may be changed in it there. */
import type { LocalDate } from '#lib/shared/local-date.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { Survey, SurveyPlan, SurveyState } from './survey.ts';

/** The state on a day: an open survey is closed when its last day has passed. */
export function stateOn(survey: Pick<Survey, 'state' | 'closesOn'>, today: LocalDate): SurveyState {
	return survey.state === 'open' && survey.closesOn < today ? 'closed' : survey.state;
}

export type Changeable = keyof SurveyPlan | 'providers' | 'invited' | 'mostAnswers' | 'targetGroup';

/**
 * What may be changed in each state. Wording, mode and purpose are what people have been told: never after it has been
 * published, so never after the first answer. Whom one asked and how many is often known only afterwards.
 */
export const changeable: Readonly<Record<SurveyState, readonly Changeable[]>> = {
	draft: [
		'title',
		'purpose',
		'anonymity',
		'instrumentIds',
		'languages',
		'opensOn',
		'closesOn',
		'quickExit',
		'providers',
		'invited',
		'mostAnswers',
		'targetGroup'
	],
	open: ['closesOn', 'invited', 'mostAnswers'],
	closed: ['invited'],
	reported: []
};

/** Refuses a change of something that is fixed in the state; names the first. */
export function decideChange(
	state: SurveyState,
	changed: readonly Changeable[]
): Result<true, { readonly fixed: Changeable }> {
	const fixed = changed.find((what) => !changeable[state].includes(what));
	return fixed === undefined ? ok(true) : refuse({ fixed });
}

/** Where a survey may go from where it is: never back, since somebody may have answered. */
export const nextState: Readonly<Record<SurveyState, SurveyState | null>> = {
	draft: 'open',
	open: 'closed',
	closed: 'reported',
	reported: null
};
