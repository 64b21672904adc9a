import { listSurveysOfBoard } from '../queries.ts';
import { isSurveyOpen } from '../../is-survey-open.ts';
import type { Survey } from '../../survey.ts';
import { read } from '#lib/shared/server/read.ts';

export type SurveyToHandOut = Pick<Survey, 'id' | 'title'> & {
	readonly providers: readonly Pick<Survey['providers'][number], 'providerId' | 'name'>[];
};

/** Surveys with the instrument and no other that are open today and that somebody in the room can be given a code to. */
export const surveysToHandOut = read({
	name: 'surveysToHandOut',
	permission: 'survey:hand-out',
	audit: 'none',
	subject: null,
	async run(work, { instrumentId }: { readonly instrumentId: string }): Promise<readonly SurveyToHandOut[]> {
		const surveys = await listSurveysOfBoard(work);
		return surveys
			.filter(
				(survey) =>
					// A plan asks one form of the person in the room: more would not be what was planned.
					survey.instruments.length === 1 &&
					survey.instruments[0]?.id === instrumentId &&
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
