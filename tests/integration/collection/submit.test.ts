import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditEvents } from '#lib/audit/server/tables.ts';
import { saveDraft } from '#lib/collection/server/commands/save-draft.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { withdrawLink } from '#lib/collection/server/commands/withdraw-link.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import { listCaseScores } from '#lib/collection/server/reads/list-case-scores.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { countRows, toDifference } from '#tests/build/count-rows.ts';
import { audit24, auditAnswers, openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { describeOnEachDatabase } from '../databases.ts';

describeOnEachDatabase('submitting by a personal link', (open) => {
	it('stores the answers and one score per scale, closes the link and logs one line', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { token } = await sendTestLink(board.karin, caseId);
		const before = await countRows(board);

		const { responseId } = await run(board.linkHolder, submitResponse, testSubmission(token));

		expect(toDifference(before, await countRows(board))).toEqual({
			audit_events: 1,
			responses: 1,
			scores: 5
		});
		const stored = await fetch(board.karin, caseResponse, { responseId: responseId as ResponseId });
		expect(stored).toMatchObject({
			caseId,
			answers: audit24,
			instrumentId: 'audit',
			occasion: 'before',
			mode: 'link',
			help: 'self',
			language: 'sv',
			answeredOn: '2026-03-02'
		});
		await expect(fetch(board.linkHolder, findLink, { token })).rejects.toMatchObject({
			code: 'already-answered'
		});
	});

	it('stores the score with its bands and the version of the rules', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { token } = await sendTestLink(board.karin, caseId);
		await run(board.linkHolder, submitResponse, testSubmission(token));

		const [scored] = await fetch(board.karin, listCaseScores, { caseId });
		expect(scored?.ruleVersion).toBe('1');
		expect(scored?.response).not.toHaveProperty('answers');
		expect(scored?.scores['total']).toMatchObject({
			score: 24,
			reason: null,
			answered: 10,
			isProrated: false
		});
		expect(scored?.scores['total']?.bands.length).toBeGreaterThan(0);
		expect(scored?.scores['consumption']).toMatchObject({ score: 7 });
	});

	it('logs who and what, and neither answers nor names', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const submission = testSubmission(token);
		await run(board.linkHolder, submitResponse, submission);

		const events = await board.database.orm
			.select()
			.from(auditEvents)
			.where(and(eq(auditEvents.boardId, board.board.id), eq(auditEvents.action, 'submitResponse')));
		expect(events).toHaveLength(1);
		expect(events[0]).toMatchObject({
			actorKind: 'respondent',
			actorId: null,
			subjectType: 'response',
			subjectId: submission.submissionId,
			reason: null
		});
	});

	it('stores exactly one of fifty different submissions sent at the same time', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const before = await countRows(board);

		const outcomes = await Promise.allSettled(
			Array.from({ length: 50 }, () => run(board.linkHolder, submitResponse, testSubmission(token)))
		);

		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		for (const outcome of outcomes) {
			if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'already-answered' });
		}
		expect(toDifference(before, await countRows(board))).toEqual({
			audit_events: 1,
			responses: 1,
			scores: 5
		});
	});

	it('acknowledges one submission sent fifty times at the same time, and stores it once', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const submission = testSubmission(token);
		const before = await countRows(board);

		const outcomes = await Promise.all(
			Array.from({ length: 50 }, () => run(board.linkHolder, submitResponse, submission))
		);

		expect(outcomes).toEqual(Array(50).fill({ responseId: submission.submissionId }));
		expect(toDifference(before, await countRows(board))).toEqual({
			audit_events: 1,
			responses: 1,
			scores: 5
		});
	});

	it('acknowledges a submission that is sent again later, and refuses another one', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const submission = testSubmission(token);
		await run(board.linkHolder, submitResponse, submission);

		await expect(run(board.on('2027-01-01', board.linkHolder), submitResponse, submission)).resolves.toEqual({
			responseId: submission.submissionId
		});
		await expect(run(board.linkHolder, submitResponse, testSubmission(token))).rejects.toMatchObject({
			code: 'already-answered'
		});
	});

	it('never lets a submission take the place of another one with the same id', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const first = await sendTestLink(board.karin, caseId);
		const second = await sendTestLink(board.karin, caseId);
		const submissionId = randomUUID();
		await run(board.linkHolder, submitResponse, testSubmission(first.token, { submissionId }));

		const again = testSubmission(second.token, { submissionId, answers: auditAnswers([0]) });
		await expect(run(board.linkHolder, submitResponse, again)).rejects.toMatchObject({
			code: 'already-exists'
		});
		const stored = await fetch(board.karin, caseResponse, { responseId: submissionId as ResponseId });
		expect(stored.answers).toEqual(audit24);
		await expect(fetch(board.linkHolder, findLink, { token: second.token })).resolves.toMatchObject({
			state: 'sent'
		});
	});

	it('stores nothing at all when the line in the log cannot be written', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const [event] = await board.database.orm
			.select({ id: auditEvents.id })
			.from(auditEvents)
			.where(eq(auditEvents.boardId, board.board.id));
		const before = await countRows(board);

		const withoutLog = { ...board.linkHolder, newId: () => event?.id ?? '' };
		await expect(run(withoutLog, submitResponse, testSubmission(token))).rejects.toMatchObject({
			code: 'already-exists'
		});

		expect(toDifference(before, await countRows(board))).toEqual({});
		await expect(run(board.linkHolder, submitResponse, testSubmission(token))).resolves.toHaveProperty(
			'responseId'
		);
	});

	it('leaves out answers to questions that were not asked', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const answers = auditAnswers([0, 3, 3, 3, 3, 3, 3, 3, 2, 0]);

		const { responseId } = await run(board.linkHolder, submitResponse, testSubmission(token, { answers }));

		const stored = await fetch(board.karin, caseResponse, { responseId: responseId as ResponseId });
		expect(stored.answers).toEqual({ audit_1: 0, audit_9: 2, audit_10: 0 });
		// instruments/audit, reference case "Dricker aldrig".
		expect(stored.scores['total']).toMatchObject({ score: 2, answered: 10 });
	});

	it.each([
		['a question that does not exist', { audit_11: 1 }],
		['a code that the question does not have', { audit_9: 1 }],
		['a code of another kind', { audit_1: '1' }],
		['something that is no answer', { audit_1: { $gt: 0 } }]
	])('refuses %s and leaves the link open', async (_what, answers) => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const submission = testSubmission(token, { answers: answers as never });

		await expect(run(board.linkHolder, submitResponse, submission)).rejects.toMatchObject({
			code: 'answers-refused'
		});
		await expect(fetch(board.linkHolder, findLink, { token })).resolves.toMatchObject({ state: 'sent' });
	});

	it('refuses more than anybody could have answered', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const answers = { audit_1: 'x'.repeat(100_001) };
		await expect(
			run(board.linkHolder, submitResponse, testSubmission(token, { answers }))
		).rejects.toMatchObject({ code: 'answers-too-large' });
	});

	it('refuses an unknown token', async () => {
		const board = await open();
		const submission = testSubmission('0'.repeat(26));
		await expect(run(board.linkHolder, submitResponse, submission)).rejects.toMatchObject({
			code: 'link-unknown'
		});
	});

	it('refuses a link the day after its last', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const tooLate = board.on('2026-04-02', board.linkHolder);
		await expect(run(tooLate, submitResponse, testSubmission(token))).rejects.toMatchObject({
			code: 'link-expired'
		});
		const lastDay = board.on('2026-04-01', board.linkHolder);
		await expect(run(lastDay, submitResponse, testSubmission(token))).resolves.toHaveProperty('responseId');
	});

	it('refuses a link that has been taken back', async () => {
		const board = await open();
		const { token, administrationId } = await sendTestLink(board.karin, await openTestCase(board.karin));
		await run(board.karin, withdrawLink, { administrationId });
		await expect(run(board.linkHolder, submitResponse, testSubmission(token))).rejects.toMatchObject({
			code: 'link-withdrawn'
		});
	});

	it('takes what has been kept for the link when nothing is sent along', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { token } = await sendTestLink(board.karin, caseId);
		await run(board.linkHolder, saveDraft, { token, answers: audit24, page: null, language: 'sv' });

		const submission = testSubmission(token, { answers: null });
		const { responseId } = await run(board.linkHolder, submitResponse, submission);
		const stored = await fetch(board.karin, caseResponse, { responseId: responseId as ResponseId });
		expect(stored.answers).toEqual(audit24);
	});

	it('says that it was answered in the form’s own language when the form has no other', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const submission = testSubmission(token, { language: 'fi' });
		const { responseId } = await run(board.linkHolder, submitResponse, submission);
		const stored = await fetch(board.karin, caseResponse, { responseId: responseId as ResponseId });
		expect(stored.language).toBe('sv');
	});

	it('throws the draft away when the answers have been sent', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { token } = await sendTestLink(board.karin, caseId);
		await run(board.linkHolder, saveDraft, { token, answers: { audit_1: 4 }, page: 'audit', language: 'sv' });

		await run(board.linkHolder, submitResponse, testSubmission(token));
		const [administration] = await fetch(board.karin, listAdministrations, { caseId });
		expect(administration?.state).toBe('answered');
	});
});
