import { checkPlan, toLinks } from './draft-survey.ts';
import { findInForce, upsertDraft } from '../information/queries.ts';
import { getSurvey, insertSurvey, replaceProviders } from '../queries.ts';
import { subjectOfSurvey } from '../../information-subject.ts';
import { moveGroup } from '../../target-group.ts';
import type { InformationId, SurveyId } from '#lib/shared/ids.ts';
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
 * providers, and whom to ask as long before it opens. How many are asked is to be said anew; what was told in words of its own is a draft to read through. Refuses a closing day before the opening day (`invalid-input`).
 */
export const copySurvey = command({
	name: 'copySurvey',
	permission: 'survey:write',
	audit: 'always',
	subject: (_input: CopySurveyInput, id: SurveyId) => ({ type: 'survey', id }),
	async run(work, { surveyId, ...given }: CopySurveyInput): Promise<SurveyId> {
		const survey = await getSurvey(work, surveyId);
		const { purpose, anonymity, languages, quickExit } = survey;
		const { providers, targetGroup, opensOn: before } = survey;
		const plan = { purpose, anonymity, languages, quickExit, ...given };
		const instrumentIds = survey.instruments.map((asked) => asked.id);
		const instruments = checkPlan(work, { ...plan, instrumentIds });
		const id = work.newId() as SurveyId;
		await insertSurvey(work, {
			id,
			...plan,
			instruments,
			state: 'draft',
			informationId: null,
			targetGroup: targetGroup && moveGroup(targetGroup, before, given.opensOn)
		});
		const asked = providers.map(({ providerId }) => ({ providerId, invited: null }));
		await replaceProviders(work, id, toLinks(work, id, asked));
		const told = await findInForce(work, subjectOfSurvey(surveyId));
		const text = { id: work.newId() as InformationId, subject: subjectOfSurvey(id) };
		if (told) await upsertDraft(work, { ...text, content: told.content });
		return id;
	}
});
