import { listSurveysOfYear } from '../texts/queries.ts';
import { listTextGroups, type TextGroup } from '../texts/list-groups.ts';
import { reachesProvider } from '#lib/access/permissions.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export interface ProviderTextsInput {
	readonly providerId: ProviderId;
	readonly instrumentId: string;
	readonly year: number;
}

/**
 * What has been written about one provider in a year's surveys and let through: for its own staff, and for whoever holds all of
 * the board's. Only where the provider has a group of its own; nothing about other providers.
 */
export const providerTexts = read({
	name: 'providerTexts',
	permission: 'survey-text:read',
	audit: 'always',
	subject: ({ providerId }: ProviderTextsInput) => ({ type: 'provider', id: providerId }),
	async run(work, input: ProviderTextsInput): Promise<readonly TextGroup[]> {
		if (!reachesProvider(work.reach, input.providerId)) return [];
		const groups: TextGroup[] = [];
		for (const surveyId of await listSurveysOfYear(work, input)) {
			const own = (await listTextGroups(work, surveyId)).filter(
				({ providerId, instrumentId }) =>
					providerId === input.providerId && instrumentId === input.instrumentId
			);
			groups.push(...own);
		}
		return groups;
	}
});
