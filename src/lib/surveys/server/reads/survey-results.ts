import { countAnonymousAnswers, countAnonymousForms } from '../queries.ts';
import type { AnswerCount, ProviderResults } from '../../provider-results.ts';
import { listCountableQuestions } from '#lib/instruments/list-countable-questions.ts';
import { read } from '#lib/shared/server/read.ts';

export interface SurveyResultsInput {
	readonly instrumentId: string;
	readonly year: number;
}

/**
 * A year's anonymous answers to an instrument per provider, as distributions only. Not yet checked for disclosure:
 * whoever shows them passes them through outcomes/ first.
 */
export const surveyResults = read({
	name: 'surveyResults',
	permission: 'result:read',
	audit: 'none',
	subject: null,
	async run(work, input: SurveyResultsInput): Promise<readonly ProviderResults[]> {
		const versions = work.catalogue.versionsById.get(input.instrumentId) ?? [];
		const questions = versions.flatMap(({ questionnaire }) => listCountableQuestions(questionnaire));
		const providers = await countAnonymousForms(work, input);
		const counts = await countAnonymousAnswers(work, input, questions);
		return providers.map(({ providerId, name, forms }) => {
			const items: Record<string, AnswerCount[]> = {};
			for (const { item, code, count } of counts.filter((row) => row.providerId === providerId)) {
				(items[item] ??= []).push({ code, count });
			}
			return { providerId, name, forms, items };
		});
	}
});
