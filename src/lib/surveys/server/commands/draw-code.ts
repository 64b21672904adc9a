import { randomBytes } from 'node:crypto';
import { getSurvey, insertCodes } from '../queries.ts';
import { isSurveyOpen } from '../../is-survey-open.ts';
import { codeLength, toCode } from '../../survey-code.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

export interface DrawCodeInput {
	readonly surveyId: SurveyId;
	/** Whom the answers are about. */
	readonly providerId: ProviderId;
}

/**
 * A code that answers once, for somebody who is asked in the room and whose answers shall not be in their case. Only its
 * hash is kept, and no line says who drew it, when or for whom. Refuses a survey that is not open or has its codes on
 * paper (`survey-fixed`), and another survey's provider (`not-found`).
 */
export const drawCode = command({
	name: 'drawCode',
	permission: 'survey:hand-out',
	// A line with a time, beside the case that was open then, would point at one sealed answer.
	audit: 'in-statement',
	subject: null,
	async run(work, { surveyId, providerId }: DrawCodeInput): Promise<string> {
		const survey = await getSurvey(work, surveyId);
		if (survey.anonymity !== 'open-anonymous') throw new Problem('survey-fixed', { field: 'anonymity' });
		if (!isSurveyOpen(survey, work.today)) throw new Problem('survey-fixed', { field: 'state' });
		if (!survey.providers.some((provider) => provider.providerId === providerId))
			throw new Problem('not-found');
		const code = toCode(randomBytes(codeLength));
		await insertCodes(work, { surveyId, providerId }, [hashToken(code)]);
		return code;
	}
});
