import { getSurvey, updateSurvey } from '../queries.ts';
import { getSittingFor } from '#lib/instruments/server/permits/queries.ts';
import type { SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

export interface TrySurveyInput {
	readonly surveyId: SurveyId;
}

/**
 * Gives a link to see and answer a draft with, exactly as those who will be asked; nothing that is answered is kept. The
 * link before stops working, and the last one when the survey is published. Refuses what is no draft (`survey-fixed`), one
 * without providers (`invalid-input`), and an instrument that may not be given by link.
 */
export const trySurvey = command({
	name: 'trySurvey',
	permission: 'survey:write',
	audit: 'always',
	subject: ({ surveyId }: TrySurveyInput) => ({ type: 'survey', id: surveyId }),
	async run(work, { surveyId }: TrySurveyInput): Promise<{ readonly token: string }> {
		const { state, providers, instruments } = await getSurvey(work, surveyId);
		if (state !== 'draft') throw new Problem('survey-fixed', { field: 'state' });
		if (providers.length === 0) throw new Problem('invalid-input', { field: 'providerIds' });
		await getSittingFor(work, 'link', instruments);
		const token = work.newToken();
		await updateSurvey(work, surveyId, { trialHash: hashToken(token) });
		return { token };
	}
});
