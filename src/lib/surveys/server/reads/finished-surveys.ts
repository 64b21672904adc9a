import { reachesProvider } from '#lib/access/permissions.ts';
import { listSurveysOfBoard } from '../queries.ts';
import { isSurveyOver } from '../../is-survey-open.ts';
import type { SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { read } from '#lib/shared/server/read.ts';

export interface FinishedSurvey {
	readonly id: SurveyId;
	readonly title: string;
	readonly closesOn: LocalDate;
}

/** The confidential surveys that are over and have results to show, the newest first; to a provider's staff those about it. */
export const finishedSurveys = read({
	name: 'finishedSurveys',
	permission: 'survey-result:read',
	audit: 'none',
	subject: null,
	async run(work, _input: Record<never, never>): Promise<readonly FinishedSurvey[]> {
		const surveys = await listSurveysOfBoard(work);
		return surveys
			.filter((survey) => survey.anonymity === 'confidential' && isSurveyOver(survey, work.today))
			.filter(({ providers }) => providers.some(({ providerId }) => reachesProvider(work.reach, providerId)))
			.map(({ id, title, closesOn }) => ({ id, title, closesOn }));
	}
});
