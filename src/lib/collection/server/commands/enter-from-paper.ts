import { insertAdministration, insertResponse } from '../queries.ts';
import type { Administration, Help } from '../../administration.ts';
import { areTooLarge } from '../../answers-size.ts';
import { decidePaperEntry } from '../../decide-submission.ts';
import { toPersonFacts } from '../../person-facts.ts';
import { findCase } from '#lib/cases/server/queries.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { getInstrumentFor } from '#lib/instruments/server/permits/queries.ts';
import type { AdministrationId, CaseId, ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface EnterFromPaperInput extends Pick<
	Administration,
	'instrumentId' | 'occasion' | 'respondent'
> {
	readonly caseId: CaseId;
	readonly help: Help;
	readonly answeredOn: LocalDate;
	readonly answers: Answers;
}

/**
 * Enters a form that was filled in on paper, with its gaps. Works without the instrument's wording. Refuses a day that
 * has not come and a respondent that the instrument is not for (`invalid-input`), and answers that the instrument does
 * not have (`answers-refused`).
 */
export const enterFromPaper = command({
	name: 'enterFromPaper',
	permission: 'response:enter',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: EnterFromPaperInput, id: ResponseId) => ({ type: 'response', id, caseId }),
	async run(work, input: EnterFromPaperInput): Promise<ResponseId> {
		const { caseId, instrumentId, occasion, respondent, help, answeredOn } = input;
		if (answeredOn > work.today) throw new Problem('invalid-input', { field: 'answeredOn' });
		if (areTooLarge(input.answers)) throw new Problem('answers-too-large');
		const instrument = await getInstrumentFor(work, 'paper', instrumentId);
		if (!instrument.respondents.includes(respondent)) {
			throw new Problem('invalid-input', { field: 'respondent' });
		}
		const found = await findCase(work, caseId);
		if (!found) throw new Problem('not-found');
		const person = toPersonFacts(respondent, found.client, answeredOn);
		const decided = decidePaperEntry(instrument, input.answers, person);
		if (!decided.ok) throw new Problem(decided.problem);

		const administrationId = work.newId() as AdministrationId;
		await insertAdministration(work, {
			id: administrationId,
			caseId,
			instrumentId,
			instrumentVersion: instrument.version,
			occasion,
			respondent,
			mode: 'paper',
			state: 'answered',
			createdOn: answeredOn
		});
		const id = work.newId() as ResponseId;
		const language = instrument.questionnaire.defaultLanguage;
		const { answers, scored } = decided.value;
		await insertResponse(work, { id, administrationId, help, language, answeredOn, answers }, scored);
		return id;
	}
});
