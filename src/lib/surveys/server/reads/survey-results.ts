import { reachesProvider } from '#lib/access/permissions.ts';
import { countAnonymousAnswers, countAnonymousForms } from '../counts/queries.ts';
import { addUpQuarters, type ProviderResults } from '../../provider-results.ts';
import { listCountableQuestions } from '#lib/instruments/list-countable-questions.ts';
import { withhold, type Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import { read } from '#lib/shared/server/read.ts';

export interface SurveyResultsInput {
	readonly instrumentId: string;
	readonly year: number;
}

/**
 * A year's anonymous answers to an instrument per provider, as distributions only, for the disclosure control. A provider's
 * own staff get their provider's.
 */
export const surveyResults = read({
	name: 'surveyResults',
	permission: 'result:read',
	audit: 'none',
	subject: null,
	async run(work, input: SurveyResultsInput): Promise<Withheld<readonly ProviderResults[]>> {
		const versions = work.catalogue.versionsById.get(input.instrumentId) ?? [];
		const questions = versions.flatMap(({ questionnaire }) => listCountableQuestions(questionnaire));
		const providers = await countAnonymousForms(work, input);
		const counts = await countAnonymousAnswers(work, input, questions);
		return withhold(
			providers
				.filter(({ providerId }) => reachesProvider(work.reach, providerId))
				.map((provider) =>
					addUpQuarters(
						provider,
						counts.filter((row) => row.providerId === provider.providerId)
					)
				)
		);
	}
});
