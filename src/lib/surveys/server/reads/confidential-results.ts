import { reachesProvider } from '#lib/access/permissions.ts';
import { getSurvey } from '../queries.ts';
import { isSurveyOver } from '../../is-survey-open.ts';
import type { Survey } from '../../survey.ts';
import { listSurveyAnswers, type SurveyAnswers } from '#lib/collection/server/survey/queries.ts';
import type { AskedInstrument } from '#lib/instruments/sitting.ts';
import { withhold, type Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import type { SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface ConfidentialResults {
	/** With the providers that whoever asks may see. */
	readonly survey: Survey;
	/** Results are told once, when the survey is over: what moves from day to day tells who answered. */
	readonly isOver: boolean;
	/** What was answered to each of its forms, in order; none before it is over. */
	readonly forms: readonly {
		readonly asked: AskedInstrument;
		readonly answers: Withheld<readonly SurveyAnswers[]>;
	}[];
}

/**
 * What was answered in a confidential survey, for the disclosure control; to a provider's own staff what is about it. Refuses
 * any other survey, and one about other providers (`not-found`).
 */
export const confidentialResults = read({
	name: 'confidentialResults',
	permission: 'survey-result:read',
	audit: 'none',
	subject: null,
	async run(work, { surveyId }: { readonly surveyId: SurveyId }): Promise<ConfidentialResults> {
		const whole = await getSurvey(work, surveyId);
		const providers = whole.providers.filter(({ providerId }) => reachesProvider(work.reach, providerId));
		if (whole.anonymity !== 'confidential' || providers.length === 0) throw new Problem('not-found');
		const survey = { ...whole, providers };
		const isOver = isSurveyOver(survey, work.today);
		const answers = isOver ? await listSurveyAnswers(work, surveyId) : [];
		const own = answers.filter(({ providerId }) => reachesProvider(work.reach, providerId));
		const forms = survey.instruments.map((asked) => ({
			asked,
			answers: withhold(own.filter(({ instrumentId }) => instrumentId === asked.id))
		}));
		return { survey, isOver, forms };
	}
});
