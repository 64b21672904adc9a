import { countOutcomes, type OutcomeCount } from '../survey/queries.ts';
import { withhold, type Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import type { SurveyId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

/** What has become of those that a confidential survey has invited, by provider, for the disclosure control. */
export const surveyResponse = read({
	name: 'surveyResponse',
	permission: 'survey:read',
	audit: 'none',
	subject: null,
	run: async (
		work,
		{ surveyId }: { readonly surveyId: SurveyId }
	): Promise<Withheld<readonly OutcomeCount[]>> => withhold(await countOutcomes(work, surveyId))
});
