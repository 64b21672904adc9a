/** An interview for tests: begun with AUDIT, answered and sent as staff's page does it. Made up. */
import { randomUUID } from 'node:crypto';
import type { InterviewDraft } from '#lib/collection/interview.ts';
import { saveInterview } from '#lib/collection/server/commands/save-interview.ts';
import { startInterview, type StartInterviewInput } from '#lib/collection/server/commands/start-interview.ts';
import { submitInterview } from '#lib/collection/server/commands/submit-interview.ts';
import type { AdministrationId, CaseId, ResponseId } from '#lib/shared/ids.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { informBoard } from './inform-board.ts';
import { audit24 } from './made-up.ts';

/** An AUDIT before the intervention, that the client answers by themselves. */
export async function startTestInterview(
	context: Context,
	caseId: CaseId,
	given: Partial<StartInterviewInput> = {}
): Promise<AdministrationId> {
	await informBoard(context);
	return run(context, startInterview, {
		caseId,
		instrumentId: 'audit',
		occasion: 'before',
		respondent: 'client',
		help: 'self',
		language: 'sv',
		...given
	});
}

/** 24 points, read through and not sent. */
export const draft24: InterviewDraft = {
	answers: audit24,
	marks: {},
	notes: {},
	place: 'review',
	language: 'sv',
	layers: {}
};

/** Keeps the draft on top of the version. */
export function saveTestInterview(
	context: Context,
	administrationId: AdministrationId,
	version = 1,
	draft: InterviewDraft = draft24
): Promise<number> {
	return run(context, saveInterview, { administrationId, version, saveId: randomUUID(), draft });
}

/** All of it: begun, answered, sent. */
export async function sendTestInterview(
	context: Context,
	caseId: CaseId,
	draft: InterviewDraft = draft24,
	given: Partial<StartInterviewInput> = {}
): Promise<ResponseId> {
	const administrationId = await startTestInterview(context, caseId, given);
	const version = await saveTestInterview(context, administrationId, 1, draft);
	return run(context, submitInterview, { administrationId, version, submissionId: randomUUID() });
}
