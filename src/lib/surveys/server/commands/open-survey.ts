import { insertSurvey, insertSurveyLinks } from '../queries.ts';
import type { Survey } from '../../survey.ts';
import { getInstrumentFor } from '#lib/instruments/server/permits/queries.ts';
import type { ProviderId, SurveyId, SurveyLinkId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

export interface OpenSurveyInput extends Pick<
	Survey,
	'title' | 'purpose' | 'instrumentId' | 'opensOn' | 'closesOn'
> {
	readonly providerIds: readonly ProviderId[];
}

export interface OpenedSurvey {
	readonly surveyId: SurveyId;
	/** Told once: only their hashes are kept. */
	readonly links: readonly { readonly providerId: ProviderId; readonly token: string }[];
}

/**
 * Opens an anonymous survey with one shared link per provider. Refuses no providers, a closing day before the opening
 * day (`invalid-input`), and an instrument that may not be given by link (`permit-required`, `wording-missing`).
 */
export const openSurvey = command({
	name: 'openSurvey',
	permission: 'survey:write',
	audit: 'always',
	subject: (_input: OpenSurveyInput, { surveyId }: OpenedSurvey) => ({ type: 'survey', id: surveyId }),
	async run(work, input: OpenSurveyInput): Promise<OpenedSurvey> {
		const { title, purpose, instrumentId, opensOn, closesOn } = input;
		const providerIds = [...new Set(input.providerIds)];
		if (providerIds.length === 0) throw new Problem('invalid-input', { field: 'providerIds' });
		if (closesOn < opensOn) throw new Problem('invalid-input', { field: 'closesOn' });
		const { version } = await getInstrumentFor(work, 'link', instrumentId);

		const surveyId = work.newId() as SurveyId;
		const links = providerIds.map((providerId) => ({ providerId, token: work.newToken() }));
		await insertSurvey(work, {
			id: surveyId,
			title,
			purpose,
			anonymity: 'open-anonymous',
			instrumentId,
			instrumentVersion: version,
			opensOn,
			closesOn
		});
		await insertSurveyLinks(
			work,
			links.map(({ providerId, token }) => ({
				id: work.newId() as SurveyLinkId,
				surveyId,
				providerId,
				tokenHash: hashToken(token)
			}))
		);
		return { surveyId, links };
	}
});
