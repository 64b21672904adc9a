import { reachesProvider } from '#lib/access/permissions.ts';
import { countAnonymousAnswers, countAnonymousForms } from '#lib/surveys/server/queries.ts';
import { distributeReleasedAnswers } from '../../distribute-answers.ts';
import type { ItemDistribution } from '../../item-distribution.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { listCountableQuestions } from '#lib/instruments/list-countable-questions.ts';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { withhold, type Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import { toQuarter } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface TargetDistributionsInput {
	readonly year: number;
	readonly instrumentId: string;
}

/**
 * How each provider's anonymous answers of the year fall over the scores of each scored question, for the disclosure
 * control; for a provider's own staff only their provider's. Answers of the quarter that is still running are not in it,
 * nor few answers alone.
 */
export const targetDistributions = read({
	name: 'targetDistributions',
	permission: 'target:read',
	audit: 'none',
	subject: null,
	async run(work, input: TargetDistributionsInput): Promise<Withheld<readonly ItemDistribution[]>> {
		const instrument = findInstrument(work.catalogue, input.instrumentId);
		if (!instrument) throw new Problem('not-found');
		const all = await countAnonymousForms(work, input);
		const providers = all.filter(({ providerId }) => reachesProvider(work.reach, providerId));
		const counts = await countAnonymousAnswers(work, input, listCountableQuestions(instrument.questionnaire));
		const { smallestGroup } = findDisclosureRule({ audience: 'board', isSensitive: isSensitive(instrument) });
		const release = { today: toQuarter(work.today), smallestGroup };
		return withhold(
			providers.flatMap(({ providerId, name, quarters }) =>
				instrument.items.map((item) => {
					const own = counts.filter((row) => row.providerId === providerId && row.item === item.name);
					const answers = quarters.map(({ quarter, forms }) => ({
						quarter,
						forms,
						counted: own.filter((row) => row.quarter === quarter)
					}));
					return distributeReleasedAnswers({ id: providerId, name }, answers, item, release);
				})
			)
		);
	}
});
