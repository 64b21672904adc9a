import { countAnswersBySurvey } from '../counts/queries.ts';
import { withhold, type Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export interface AnswerCount {
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
	/** Sealed ones too. */
	readonly forms: number;
}

/** How many have answered about each provider in each anonymous survey, for showing in steps. */
export const surveyProgress = read({
	name: 'surveyProgress',
	permission: 'survey:read',
	audit: 'none',
	subject: null,
	run: async (work, _input: Record<never, never>): Promise<Withheld<readonly AnswerCount[]>> =>
		withhold(await countAnswersBySurvey(work))
});
