import { insertAlerts } from '../alerts/queries.ts';
import { getOccasionFor, requireNotTooSoon } from '../plan-occasion/queries.ts';
import { insertAdministration } from '../queries.ts';
import { insertResponse } from '../response/queries.ts';
import type { Administration, Help } from '../../administration.ts';
import { areTooLarge } from '../../answers-size.ts';
import { decidePaperEntry } from '../../decide-submission.ts';
import { markExperience } from '../../experience.ts';
import { toPersonFacts } from '../../person-facts.ts';
import { checkMarks, type UnansweredMarks } from '../../unanswered.ts';
import type { Effort } from '#lib/cases/effort.ts';
import { recordEffort } from '#lib/cases/server/effort/queries.ts';
import { findCase } from '#lib/cases/server/queries.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { findRisks } from '#lib/instruments/find-risks.ts';
import { getInstrumentFor } from '#lib/instruments/server/permits/queries.ts';
import { settleOccasion } from '#lib/plans/server/schedule/queries.ts';
import type { AdministrationId, CaseId, OccasionId, ResponseId, RiskAlertId } from '#lib/shared/ids.ts';
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
	/** Why questions have no answer, where the paper says so; left out, nothing is known. */
	readonly unanswered?: UnansweredMarks;
	/** The plan's occasion it is for; left out, none. Then the occasion's own phase counts. */
	readonly occasionId?: OccasionId | null;
	/** What it cost to enter; left out where it was not measured. */
	readonly effort?: Effort | null;
}

/**
 * Enters a form that was filled in on paper, with its gaps. Works without the instrument's wording. Refuses a day that
 * has not come and a respondent that the instrument is not for (`invalid-input`), and answers that the instrument does
 * not have (`answers-refused`), and one that comes too soon after the last by the case's plan (`too-soon`).
 */
export const enterFromPaper = command({
	name: 'enterFromPaper',
	permission: 'response:enter',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: EnterFromPaperInput, id: ResponseId) => ({ type: 'response', id, caseId }),
	async run(work, input: EnterFromPaperInput): Promise<ResponseId> {
		const { caseId, instrumentId, respondent, help, answeredOn } = input;
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

		const without = markExperience(instrument, help, decided.value.answers, input.unanswered ?? {});
		if (!without.ok) throw new Problem('invalid-input', { field: 'help' });
		const marks = checkMarks(instrument.questionnaire, decided.value.answers, without.value);
		if (!marks.ok) throw new Problem(marks.problem);
		const planned = input.occasionId ? await getOccasionFor(work, input.occasionId, input) : null;
		await requireNotTooSoon(work, input, answeredOn);

		const administrationId = work.newId() as AdministrationId;
		await insertAdministration(work, {
			id: administrationId,
			caseId,
			instrumentId,
			instrumentVersion: instrument.version,
			occasion: planned?.phase ?? input.occasion,
			occasionId: planned?.id ?? null,
			respondent,
			mode: 'paper',
			state: 'answered',
			createdOn: answeredOn
		});
		const id = work.newId() as ResponseId;
		const language = instrument.questionnaire.defaultLanguage;
		const { answers, scored } = decided.value;
		const unanswered = marks.value;
		const response = { id, administrationId, help, language, answeredOn, answers, unanswered };
		await insertResponse(work, response, scored);
		await insertAlerts(
			work,
			findRisks(instrument, answers).map(({ item }) => ({
				id: work.newId() as RiskAlertId,
				caseId,
				responseId: id,
				item,
				raisedOn: work.today
			}))
		);
		if (planned) await settleOccasion(work, planned, { state: 'done', on: answeredOn });
		await recordEffort(work, caseId, input.effort ?? null);
		return id;
	}
});
