import { makeBox } from '../boxes/make-box.ts';
import { getInformationFor } from '../information/queries.ts';
import { getSurvey, updateSurvey, updateSurveyLink } from '../queries.ts';
import { subjectOfSurvey } from '../../information-subject.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { getInstrumentFor } from '#lib/instruments/server/permits/queries.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

export interface PublishSurveyInput {
	readonly surveyId: SurveyId;
}

export interface PublishedSurvey {
	/** One shared link per provider, told once: only their hashes are kept. None where there are codes. */
	readonly links: readonly { readonly providerId: ProviderId; readonly token: string }[];
}

/**
 * Publishes a draft: from now on mode, wording, purpose and what people are told are fixed, and it takes answers from its
 * first day. Refuses one that is no draft (`survey-fixed`), without providers or with a last day that has passed
 * (`invalid-input`), an instrument that may not be given by link (`permit-required`, `wording-missing`), a board that has
 * not said what people are told (`purpose-required`, `information-incomplete`), and a server without a place for the key
 * (`box-keys-missing`).
 */
export const publishSurvey = command({
	name: 'publishSurvey',
	permission: 'survey:write',
	audit: 'always',
	subject: ({ surveyId }: PublishSurveyInput) => ({ type: 'survey', id: surveyId }),
	async run(work, { surveyId }: PublishSurveyInput): Promise<PublishedSurvey> {
		const survey = await getSurvey(work, surveyId);
		const { purpose, anonymity, instrumentId, providers } = survey;
		if (survey.state !== 'draft') throw new Problem('survey-fixed', { field: 'state' });
		if (providers.length === 0) throw new Problem('invalid-input', { field: 'providerIds' });
		if (survey.closesOn < work.today) throw new Problem('invalid-input', { field: 'closesOn' });
		const instrument = await getInstrumentFor(work, 'link', instrumentId);
		const informationId = await getInformationFor(work, subjectOfSurvey(surveyId), {
			purpose,
			anonymity: 'open-anonymous',
			isSensitive: isSensitive(instrument)
		});
		await updateSurvey(work, surveyId, {
			state: 'open',
			instrumentVersion: instrument.version,
			informationId,
			trialHash: null
		});
		await makeBox(work, survey, instrument);
		if (anonymity === 'codes') return { links: [] };
		const links = providers.map(({ providerId }) => ({ providerId, token: work.newToken() }));
		for (const { providerId, token } of links) {
			await updateSurveyLink(work, { surveyId, providerId, tokenHash: hashToken(token) });
		}
		return { links };
	}
});
