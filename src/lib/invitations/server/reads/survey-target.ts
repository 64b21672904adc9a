import { listTarget } from '#lib/cases/server/target/queries.ts';
import { listInvitedCases } from '#lib/collection/server/survey/queries.ts';
import { casesNobodyReaches } from '#lib/plans/server/queries.ts';
import type { SurveyId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';
import { getSurvey } from '#lib/surveys/server/queries.ts';

export interface SurveyTarget {
	/** Who would be invited today, besides those who have been. */
	readonly waiting: number;
	readonly invited: number;
}

/** How many a confidential survey would ask today, and how many it has asked. Never whom. */
export const surveyTarget = read({
	name: 'surveyTarget',
	permission: 'survey:write',
	audit: 'none',
	subject: null,
	async run(work, { surveyId }: { readonly surveyId: SurveyId }): Promise<SurveyTarget> {
		const { targetGroup, providers } = await getSurvey(work, surveyId);
		if (!targetGroup) return { waiting: 0, invited: 0 };
		const except = await listInvitedCases(work, surveyId);
		const providerIds = providers.map(({ providerId }) => providerId);
		const wanted = { ...targetGroup, providerIds, except, unreachable: casesNobodyReaches };
		return { waiting: (await listTarget(work, wanted)).length, invited: except.length };
	}
});
