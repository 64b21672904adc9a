import { checkPlan, toLinks } from './draft-survey.ts';
import { getSurvey, insertSurvey, replaceProviders } from '../queries.ts';
import type { SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { command } from '#lib/shared/server/command.ts';

export interface CopySurveyInput {
	readonly surveyId: SurveyId;
	readonly title: string;
	readonly opensOn: LocalDate;
	readonly closesOn: LocalDate;
}

/**
 * Begins a new survey like an earlier one: the same questions in their newest version, mode, purpose, languages and
 * providers. How many are asked is to be said anew. Refuses a closing day before the opening day (`invalid-input`).
 */
export const copySurvey = command({
	name: 'copySurvey',
	permission: 'survey:write',
	audit: 'always',
	subject: (_input: CopySurveyInput, id: SurveyId) => ({ type: 'survey', id }),
	async run(work, { surveyId, ...given }: CopySurveyInput): Promise<SurveyId> {
		const { purpose, anonymity, instrumentId, languages, providers } = await getSurvey(work, surveyId);
		const plan = { purpose, anonymity, instrumentId, languages, ...given };
		const instrumentVersion = checkPlan(work, plan);
		const id = work.newId() as SurveyId;
		await insertSurvey(work, { id, ...plan, instrumentVersion, state: 'draft', informationId: null });
		const asked = providers.map(({ providerId }) => ({ providerId, invited: null }));
		await replaceProviders(work, id, toLinks(work, id, asked));
		return id;
	}
});
