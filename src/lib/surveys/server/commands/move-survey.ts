import { getSurvey, updateSurvey } from '../queries.ts';
import { updateLinksOfSurvey } from '#lib/collection/server/survey/queries.ts';
import { addDays } from '#lib/shared/local-date.ts';
import { nextState, stateOn } from '../../survey-state.ts';
import type { SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface MoveSurveyInput {
	readonly surveyId: SurveyId;
	/** Closed: takes no more answers, ever. Reported: its results have been told, and nothing in it changes. */
	readonly to: 'closed' | 'reported';
}

/** Takes a survey one step on. Refuses a step that does not come next (`survey-fixed`): never back. */
export const moveSurvey = command({
	name: 'moveSurvey',
	permission: 'survey:write',
	audit: 'always',
	subject: ({ surveyId, to }: MoveSurveyInput) => ({ type: 'survey', id: surveyId, reason: to }),
	async run(work, { surveyId, to }: MoveSurveyInput): Promise<void> {
		const survey = await getSurvey(work, surveyId);
		const from = stateOn(survey, work.today);
		if (nextState[from] !== to) throw new Problem('survey-fixed', { field: 'state' });
		// Its last day is the day it was closed.
		const isEarly = to === 'closed' && work.today < survey.closesOn && work.today >= survey.opensOn;
		await updateSurvey(work, surveyId, { state: to, ...(isEarly ? { closesOn: work.today } : {}) });
		// From this moment nobody's own link opens the questions either.
		if (to === 'closed') await updateLinksOfSurvey(work, surveyId, addDays(work.today, -1));
	}
});
