import { getSurvey, insertCodes } from '../queries.ts';
import { maxCodes } from '../../survey-code.ts';
import { stateOn } from '../../survey-state.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RegisterCodesInput {
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
	/** SHA-256 of each code, in hexadecimal, in an order that is not the printed one. The codes themselves never come here. */
	readonly codeHashes: readonly string[];
}

const hashForm = /^[0-9a-f]{64}$/;

/**
 * Lets these codes answer about the provider, once each. Refuses a survey that does not have codes or is not open
 * (`survey-fixed`), too many at a time and what is no hash (`invalid-input`), and another survey's provider (`not-found`).
 */
export const registerCodes = command({
	name: 'registerCodes',
	permission: 'survey:write',
	audit: 'always',
	subject: ({ surveyId }: RegisterCodesInput) => ({ type: 'survey', id: surveyId }),
	async run(work, { surveyId, providerId, codeHashes }: RegisterCodesInput): Promise<void> {
		const survey = await getSurvey(work, surveyId);
		if (survey.anonymity !== 'codes') throw new Problem('survey-fixed', { field: 'anonymity' });
		if (stateOn(survey, work.today) !== 'open') throw new Problem('survey-fixed', { field: 'state' });
		if (!survey.providers.some((provider) => provider.providerId === providerId))
			throw new Problem('not-found');
		const isMany = codeHashes.length === 0 || codeHashes.length > maxCodes;
		if (isMany || !codeHashes.every((hash) => hashForm.test(hash))) {
			throw new Problem('invalid-input', { field: 'codes' });
		}
		await insertCodes(work, { surveyId, providerId }, codeHashes);
	}
});
