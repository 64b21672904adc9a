/** Storing an interview once and for all, in the transaction of whoever sends it: staff, or the client on the same tablet. */
import { findRisks } from '#lib/instruments/find-risks.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { findOccasion } from '#lib/plans/server/queries.ts';
import { settleOccasion } from '#lib/plans/server/schedule/queries.ts';
import type { ResponseId, RiskAlertId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { listOtherLayers, toAnswerLayers } from '../../answer-layers.ts';
import type { Help } from '../../administration.ts';
import { decideInterview } from '../../decide-interview.ts';
import { toPersonFacts } from '../../person-facts.ts';
import { insertAlerts } from '../alerts/queries.ts';
import { insertResponse } from '../response/queries.ts';
import { updateAsSent, type InterviewRow } from './queries.ts';

interface Sent {
	readonly responseId: ResponseId;
	readonly help: Help;
	/** Whether staff asked, or the client answered by themselves on the tablet. */
	readonly mode: 'interview' | 'kiosk';
}

/** Answers, scores, alerts and the plan's occasion; all of it or nothing. Refuses answers that are wrong (`answers-refused`). */
export async function storeInterview(
	work: Work,
	interview: InterviewRow,
	instrument: Instrument,
	{ responseId, help, mode }: Sent
): Promise<void> {
	const { administrationId, caseId, respondent, occasionId } = interview;
	const { language, layers } = interview.draft;
	const person = toPersonFacts(respondent, interview.client, work.today);
	const decided = decideInterview(instrument, interview.draft, person);
	if (!decided.ok) throw new Problem(decided.problem);
	const { answers, scored, unanswered } = decided.value;
	const response = { id: responseId, administrationId, help, language, answeredOn: work.today };
	const answerLayers = listOtherLayers(toAnswerLayers(layers), answers, language);
	await insertResponse(work, { ...response, answers, answerLayers, unanswered }, scored);
	await updateAsSent(work, interview, mode, responseId);
	await insertAlerts(
		work,
		findRisks(instrument, answers).map(({ item }) => ({
			id: work.newId() as RiskAlertId,
			caseId,
			responseId,
			item,
			raisedOn: work.today
		}))
	);
	// What has been said is kept, also where the occasion has been settled in another way meanwhile.
	const planned = occasionId && (await findOccasion(work, occasionId));
	if (planned && (planned.outcome.state === 'planned' || planned.outcome.state === 'missed')) {
		await settleOccasion(work, planned, { state: 'done', on: work.today });
	}
}
