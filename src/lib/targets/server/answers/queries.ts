/** The answers behind the board's targets, counted and closed: only the disclosure control opens them. */
import { countAnonymousAnswers, countAnonymousForms } from '#lib/surveys/server/counts/queries.ts';
import { distributeAnswers, distributeReleasedAnswers } from '../../distribute-answers.ts';
import { countForms, type ItemDistribution } from '../../item-distribution.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { listCountableQuestions } from '#lib/instruments/list-countable-questions.ts';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { withhold, type Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import { toQuarter, type Quarter } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface DistributionsWanted {
	readonly year: number;
	readonly instrumentId: string;
	/** Whether to count the complete forms too, which takes time: for the technical note. */
	readonly countsComplete?: boolean;
	/** Whether to count the forms themselves, which takes time: for what is published or made again. */
	readonly countsAnew?: boolean;
}

/** Each wanted provider's answers to each scored question, of the quarters that may count by today. */
export async function countDistributions(
	work: Work,
	input: DistributionsWanted,
	isWanted: (providerId: ProviderId) => boolean
): Promise<Withheld<readonly ItemDistribution[]>> {
	const instrument = findInstrument(work.catalogue, input.instrumentId);
	if (!instrument) throw new Problem('not-found');
	const named = input.countsComplete ? instrument.items.map(({ name }) => name) : [];
	const all = await countAnonymousForms(work, input, named);
	const providers = all.filter(({ providerId }) => isWanted(providerId));
	const counts = await countAnonymousAnswers(work, input, listCountableQuestions(instrument.questionnaire));
	const { smallestGroup } = findDisclosureRule({ audience: 'board', isSensitive: isSensitive(instrument) });
	const release = { today: toQuarter(work.today), smallestGroup };
	return withhold(
		providers.flatMap(({ providerId, name, quarters, asked }) =>
			instrument.items.map((item) => {
				const own = counts.filter((row) => row.providerId === providerId && row.item === item.name);
				const answers = quarters.map(({ quarter, forms }) => ({
					quarter,
					forms,
					counted: own.filter((row) => row.quarter === quarter)
				}));
				const released = distributeReleasedAnswers({ id: providerId, name }, answers, item, release);
				// Of a survey that is not all in yet the share would say too little.
				const isWhole = countForms(released) === sumOf(quarters, ({ forms }) => forms);
				return {
					...released,
					asked: isWhole ? asked : null,
					...(input.countsComplete ? { complete: sumOf(quarters, ({ complete }) => complete) } : {})
				};
			})
		)
	);
}

function sumOf<T>(all: readonly T[], of: (one: T) => number): number {
	return all.reduce((sum, one) => sum + of(one), 0);
}

export interface DistributionOf extends DistributionsWanted {
	/** The form as it was; the newest where it is gone. */
	readonly instrumentVersion: string;
	readonly item: string;
	readonly providerId: ProviderId;
	/** Just these, whatever has come since. */
	readonly quarters: readonly Quarter[];
}

/** One provider's answers to one question of the given quarters, to make a published figure again; undefined without any. */
export async function countDistributionOf(
	work: Work,
	{ year, instrumentId, instrumentVersion, item: name, providerId, quarters }: DistributionOf
): Promise<Withheld<ItemDistribution | undefined>> {
	const instrument =
		findInstrument(work.catalogue, instrumentId, instrumentVersion) ??
		findInstrument(work.catalogue, instrumentId);
	const item = instrument?.items.find((one) => one.name === name);
	const input = { year, instrumentId, countsAnew: true };
	const provider = (await countAnonymousForms(work, input)).find((one) => one.providerId === providerId);
	if (!instrument || !item || !provider) return withhold(undefined);
	const counts = await countAnonymousAnswers(work, input, listCountableQuestions(instrument.questionnaire));
	const isWanted = (quarter: Quarter): boolean => quarters.includes(quarter);
	const forms = provider.quarters
		.filter(({ quarter }) => isWanted(quarter))
		.reduce((sum, quarter) => sum + quarter.forms, 0);
	const counted = counts.filter(
		(row) => row.providerId === providerId && row.item === name && isWanted(row.quarter)
	);
	return withhold(distributeAnswers({ id: providerId, name: provider.name }, forms, item, counted));
}
