/** A survey's words as others than the reviewer may read them: reviewed, in large enough groups, in no order. */
import { randomInt } from 'node:crypto';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { groupTexts, type TextCount } from '../../free-text/group-texts.ts';
import { shuffle } from '../../shuffle.ts';
import { countWritten, listShownTexts, type ShownText } from './queries.ts';

export interface TextGroup {
	readonly instrumentId: string;
	readonly question: string;
	/** Whom it is about; null for those that have no group of their own. */
	readonly providerId: ProviderId | null;
	/** Null where fewer than ten have written. */
	readonly texts: readonly string[] | null;
}

/** Groups by form, in the order of their questions; the texts of each in another order every time. */
export async function listTextGroups(work: Work, surveyId: SurveyId): Promise<readonly TextGroup[]> {
	const texts = await listShownTexts(work, surveyId);
	const byForm = Map.groupBy(await countWritten(work, surveyId), ({ instrumentId }) => instrumentId);
	return [...byForm].flatMap(([instrumentId, counts]) =>
		groupForm(
			counts,
			texts.filter((text) => text.instrumentId === instrumentId)
		).map((group) => ({ instrumentId, ...group }))
	);
}

function groupForm(
	counts: readonly TextCount[],
	texts: readonly ShownText[]
): Omit<TextGroup, 'instrumentId'>[] {
	const mix = (of: readonly { readonly words: string }[]): string[] =>
		shuffle(
			of.map(({ words }) => words),
			(limit) => randomInt(limit)
		);
	return groupTexts(counts).flatMap(({ question, own, others }) => {
		const asked = texts.filter((text) => text.question === question);
		const isOwn = (id: ProviderId | null): id is ProviderId => id !== null && own.has(id);
		const groups = [...own].map((providerId) => ({
			question,
			providerId,
			texts: mix(asked.filter((text) => text.providerId === providerId))
		}));
		if (others === 'none') return groups;
		const left = asked.filter(({ providerId }) => !isOwn(providerId));
		return [...groups, { question, providerId: null, texts: others === 'shown' ? mix(left) : null }];
	});
}
