import { getInformationFor } from '../information/queries.ts';
import { insertSurvey, insertSurveyLinks } from '../queries.ts';
import type { Survey } from '../../survey.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
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
 * day (`invalid-input`), an instrument that may not be given by link (`permit-required`, `wording-missing`), and a board
 * that has not said what people are told (`purpose-required`, `information-incomplete`). That text is fixed from here on.
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
		const instrument = await getInstrumentFor(work, 'link', instrumentId);
		const anonymity = 'open-anonymous';
		const informationId = await getInformationFor(work, {
			purpose,
			anonymity,
			isSensitive: isSensitive(instrument)
		});

		const surveyId = work.newId() as SurveyId;
		const links = providerIds.map((providerId) => ({ providerId, token: work.newToken() }));
		await insertSurvey(work, {
			id: surveyId,
			title,
			purpose,
			anonymity,
			instrumentId,
			instrumentVersion: instrument.version,
			informationId,
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
