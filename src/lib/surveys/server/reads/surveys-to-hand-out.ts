import { listSurveysOfBoard } from '../queries.ts';
import { isSurveyOpen } from '../../is-survey-open.ts';
import type { Survey } from '../../survey.ts';
import { read } from '#lib/shared/server/read.ts';

export type SurveyToHandOut = Pick<Survey, 'id' | 'title'> & {
	readonly providers: readonly Pick<Survey['providers'][number], 'providerId' | 'name'>[];
};

/** Surveys with the instrument that are open today and that somebody in the room can be given a code to. */
export const surveysToHandOut = read({
	name: 'surveysToHandOut',
	permission: 'survey:hand-out',
	audit: 'none',
	subject: null,
	async run(work, { instrumentId }: Pick<Survey, 'instrumentId'>): Promise<readonly SurveyToHandOut[]> {
		const surveys = await listSurveysOfBoard(work);
		return surveys
			.filter(
				(survey) =>
					survey.instrumentId === instrumentId &&
					survey.anonymity === 'open-anonymous' &&
					isSurveyOpen(survey, work.today)
			)
			.map(({ id, title, providers }) => ({
				id,
				title,
				providers: providers.map(({ providerId, name }) => ({ providerId, name }))
			}));
	}
});
