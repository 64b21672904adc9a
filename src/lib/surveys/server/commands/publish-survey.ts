import { makeBox } from '../boxes/make-box.ts';
import { findPublished, getInformationFor } from '../information/queries.ts';
import { getSurvey, updateSurvey, updateSurveyLink } from '../queries.ts';
import { generalOfMode, subjectOfSurvey } from '../../information-subject.ts';
import { speaksOfAnonymity } from '../../information.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { getSittingFor } from '#lib/instruments/server/permits/queries.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

export interface PublishSurveyInput {
	readonly surveyId: SurveyId;
}

export interface PublishedSurvey {
	/** One shared link per provider, told once: only their hashes are kept. None where there are codes or personal links. */
	readonly links: readonly { readonly providerId: ProviderId; readonly token: string }[];
}

/**
 * Publishes a draft: from now on mode, wording, purpose and what people are told are fixed, and it takes answers from its
 * first day. Refuses one that is no draft (`survey-fixed`), without providers or with a last day that has passed
 * (`invalid-input`), an instrument that may not be given by link (`permit-required`, `wording-missing`), a board that has
 * not said what people are told (`purpose-required`, `information-incomplete`; a confidential survey also when it is told to
 * be anonymous) or has no assessment of a confidential one (`assessment-required`), and a server without a place for the key
 * (`box-keys-missing`).
 */
export const publishSurvey = command({
	name: 'publishSurvey',
	permission: 'survey:write',
	audit: 'always',
	subject: ({ surveyId }: PublishSurveyInput) => ({ type: 'survey', id: surveyId }),
	async run(work, { surveyId }: PublishSurveyInput): Promise<PublishedSurvey> {
		const survey = await getSurvey(work, surveyId);
		const { purpose, anonymity, instruments, providers, targetGroup } = survey;
		const isConfidential = anonymity === 'confidential';
		if (survey.state !== 'draft') throw new Problem('survey-fixed', { field: 'state' });
		if (providers.length === 0) throw new Problem('invalid-input', { field: 'providerIds' });
		if (survey.closesOn < work.today) throw new Problem('invalid-input', { field: 'closesOn' });
		if (isConfidential && targetGroup === null) throw new Problem('invalid-input', { field: 'targetGroup' });
		const newest = instruments.map(({ id }) => ({ id }));
		const { forms, joined } = await getSittingFor(work, 'link', newest);
		const informationId = await getInformationFor(
			work,
			subjectOfSurvey(surveyId),
			{
				purpose,
				anonymity: isConfidential ? 'identified' : 'open-anonymous',
				isSensitive: isSensitive(joined)
			},
			generalOfMode(anonymity)
		);
		const told = isConfidential ? await findPublished(work, informationId) : null;
		if (told && speaksOfAnonymity(told.content)) throw new Problem('information-incomplete');
		await updateSurvey(work, surveyId, {
			state: 'open',
			instruments: forms.map(({ id, version }) => ({ id, version })),
			informationId,
			trialHash: null
		});
		// Those whom a confidential one asks are invited by `inviteToSurvey`, each with a link of their own.
		if (isConfidential) return { links: [] };
		await makeBox(work, survey, joined);
		if (anonymity === 'codes') return { links: [] };
		const links = providers.map(({ providerId }) => ({ providerId, token: work.newToken() }));
		for (const { providerId, token } of links) {
			await updateSurveyLink(work, { surveyId, providerId, tokenHash: hashToken(token) });
		}
		return { links };
	}
});
