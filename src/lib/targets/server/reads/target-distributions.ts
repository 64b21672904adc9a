import { countAnonymousAnswers, countAnonymousForms } from '#lib/surveys/server/queries.ts';
import { distributeAnswers } from '../../distribute-answers.ts';
import type { ItemDistribution } from '../../item-distribution.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { listCountableQuestions } from '#lib/instruments/list-countable-questions.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface TargetDistributionsInput {
	readonly year: number;
	readonly instrumentId: string;
}

/**
 * How each provider's anonymous answers of the year fall over the scores of each scored question. Not yet checked for
 * disclosure: whoever shows them passes them through outcomes/ first.
 */
export const targetDistributions = read({
	name: 'targetDistributions',
	permission: 'target:read',
	audit: 'none',
	subject: null,
	async run(work, input: TargetDistributionsInput): Promise<readonly ItemDistribution[]> {
		const instrument = findInstrument(work.catalogue, input.instrumentId);
		if (!instrument) throw new Problem('not-found');
		const providers = await countAnonymousForms(work, input);
		const counts = await countAnonymousAnswers(work, input, listCountableQuestions(instrument.questionnaire));
		return providers.flatMap(({ providerId, name, forms }) =>
			instrument.items.map((item) =>
				distributeAnswers(
					{ id: providerId, name },
					forms,
					item,
					counts.filter((row) => row.providerId === providerId && row.item === item.name)
				)
			)
		);
	}
});
