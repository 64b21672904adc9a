import { getSurvey } from '../queries.ts';
import { countStates } from '../texts/queries.ts';
import { listTextGroups, type TextGroup } from '../texts/list-groups.ts';
import type { SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface SurveyTexts {
	/** How many wait for a reviewer. */
	readonly unreviewed: number;
	readonly groups: readonly TextGroup[];
}

/** What has been written in a survey and let through, for whoever holds all of the board's surveys. */
export const surveyTexts = read({
	name: 'surveyTexts',
	permission: 'survey-text:read',
	audit: 'always',
	subject: ({ surveyId }: { readonly surveyId: SurveyId }) => ({ type: 'survey', id: surveyId }),
	async run(work, { surveyId }: { readonly surveyId: SurveyId }): Promise<SurveyTexts> {
		if (work.reach.kind !== 'board') throw new Problem('not-permitted');
		await getSurvey(work, surveyId);
		const { unreviewed } = await countStates(work, surveyId);
		return { unreviewed, groups: await listTextGroups(work, surveyId) };
	}
});
