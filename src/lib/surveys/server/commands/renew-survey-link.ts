import { updateSurveyLink } from '../queries.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

export interface RenewSurveyLinkInput {
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
}

/** Gives a provider a new link to the survey, when the old one is lost or has been spread. The old one stops working. */
export const renewSurveyLink = command({
	name: 'renewSurveyLink',
	permission: 'survey:write',
	audit: 'always',
	subject: (input: RenewSurveyLinkInput) => ({ type: 'survey', id: input.surveyId }),
	async run(work, { surveyId, providerId }: RenewSurveyLinkInput): Promise<{ readonly token: string }> {
		const token = work.newToken();
		const isRenewed = await updateSurveyLink(work, { surveyId, providerId, tokenHash: hashToken(token) });
		if (!isRenewed) throw new Problem('not-found');
		return { token };
	}
});
