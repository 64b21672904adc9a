import { deleteOfSurvey } from '../information/queries.ts';
import { deleteDraft, getSurvey } from '../queries.ts';
import type { SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface DiscardSurveyInput {
	readonly surveyId: SurveyId;
}

/** Throws a draft away with what was written to be told in it. Refuses one that has been published (`survey-fixed`): somebody may have answered. */
export const discardSurvey = command({
	name: 'discardSurvey',
	permission: 'survey:write',
	audit: 'always',
	subject: ({ surveyId }: DiscardSurveyInput) => ({ type: 'survey', id: surveyId }),
	async run(work, { surveyId }: DiscardSurveyInput): Promise<void> {
		const { state } = await getSurvey(work, surveyId);
		if (state !== 'draft') throw new Problem('survey-fixed', { field: 'state' });
		await deleteOfSurvey(work, surveyId);
		await deleteDraft(work, surveyId);
	}
});
