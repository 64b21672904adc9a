/** Correction (GDPR art. 16) and restriction (art. 18) of a response. Every person is made up. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import {
	correctResponse,
	type CorrectResponseInput
} from '#lib/collection/server/commands/correct-response.ts';
import { enterFromPaper } from '#lib/collection/server/commands/enter-from-paper.ts';
import { liftRestriction } from '#lib/collection/server/commands/lift-restriction.ts';
import { restrictResponse } from '#lib/collection/server/commands/restrict-response.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { listCaseScores } from '#lib/collection/server/reads/list-case-scores.ts';
import { recomputeScores } from '#lib/collection/server/reads/recompute-scores.ts';
import { responseHistory } from '#lib/collection/server/reads/response-history.ts';
import type { RestrictionGround } from '#lib/collection/restriction.ts';
import type { CaseId, ResponseId } from '#lib/shared/ids.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { audit24, openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { testDay, type TestBoard } from '#tests/build/test-board.ts';
import { addTestUnits } from '#tests/build/test-units.ts';
import { describeOnEachDatabase } from '../databases.ts';

async function answer(board: TestBoard): Promise<{ caseId: CaseId; responseId: ResponseId }> {
	const caseId = await openTestCase(board.karin);
	const { token } = await sendTestLink(board.karin, caseId);
	const { responseId } = await run(board.linkHolder, submitResponse, testSubmission(token));
	return { caseId, responseId: responseId as ResponseId };
}

function correction(responseId: ResponseId, given: Partial<CorrectResponseInput> = {}): CorrectResponseInput {
	return {
		responseId,
		answers: { ...audit24, audit_1: 2 },
		reason: 'Klienten menade varje månad (påhittat)',
		corrections: 0,
		...given
	};
}

const totalOf = async ({ karin }: TestBoard, responseId: ResponseId) =>
	(await fetch(karin, caseResponse, { responseId })).scores['total']?.score;

describeOnEachDatabase('a correction', (open) => {
	let board: TestBoard;
	let responseId: ResponseId;
	beforeEach(async () => {
		board = await open();
		({ responseId } = await answer(board));
	});

	it('replaces the answers and the scores, and keeps what stood there before', async () => {
		await run(board.on('2026-03-09', board.karin), correctResponse, correction(responseId));
		const { answers } = await fetch(board.karin, caseResponse, { responseId });
		expect(answers).toEqual({ ...audit24, audit_1: 2 });
		// 24 points (reference case of AUDIT) with item 1 at 2 instead of 4.
		expect(await totalOf(board, responseId)).toBe(22);
		expect((await fetch(board.karin, recomputeScores, { responseId })).differences).toEqual([]);

		const { corrections } = await fetch(board.karin, responseHistory, { responseId });
		expect(corrections).toHaveLength(1);
		expect(corrections[0]).toMatchObject({
			correctedOn: '2026-03-09',
			by: { staffId: 'test-Karin' },
			reason: 'Klienten menade varje månad (påhittat)',
			answersBefore: audit24
		});
		expect(corrections[0]?.scoresBefore[0]?.scales['total']).toMatchObject({ score: 24, answered: 10 });
	});

	it('keeps every step when there are several', async () => {
		await run(board.karin, correctResponse, correction(responseId));
		const answers = { ...audit24, audit_1: 2, audit_2: 0 };
		await run(
			board.on('2026-03-03', board.karin),
			correctResponse,
			correction(responseId, { answers, corrections: 1 })
		);
		const { corrections } = await fetch(board.karin, responseHistory, { responseId });
		expect(corrections.map(({ answersBefore }) => answersBefore)).toEqual([
			audit24,
			{ ...audit24, audit_1: 2 }
		]);
		expect(await totalOf(board, responseId)).toBe(21);
	});

	it('loses nothing when several are made at once: one is stored, the others are told', async () => {
		const tries = [0, 1, 2, 3].map((code) =>
			run(board.karin, correctResponse, correction(responseId, { answers: { ...audit24, audit_1: code } }))
		);
		const outcomes = await Promise.allSettled(tries);
		const refused = outcomes.flatMap((outcome) =>
			outcome.status === 'rejected' ? [outcome.reason as unknown] : []
		);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(refused).toHaveLength(3);
		for (const reason of refused) expect(reason).toMatchObject({ code: 'changed-meanwhile' });
		const { corrections } = await fetch(board.karin, responseHistory, { responseId });
		expect(corrections.map(({ answersBefore }) => answersBefore)).toEqual([audit24]);
	});

	it('is refused when it changes nothing, says no why, or does not fit, and then changes nothing', async () => {
		const refusals: readonly [Partial<CorrectResponseInput>, string][] = [
			[{ answers: audit24 }, 'correction-empty'],
			[{ answers: { ...audit24, audit_9: 3 } }, 'answers-refused'],
			[{ answers: { ...audit24, made_up: 1 } }, 'answers-refused'],
			[{ answers: { ...audit24, audit_1: 'x'.repeat(100_001) } }, 'answers-too-large'],
			[{ reason: '  ' }, 'invalid-input'],
			[{ reason: 'x'.repeat(1001) }, 'invalid-input'],
			[{ responseId: randomUUID() as ResponseId }, 'not-found']
		];
		for (const [given, code] of refusals) {
			await expect(
				run(board.karin, correctResponse, correction(responseId, given)),
				code
			).rejects.toMatchObject({
				code
			});
		}
		expect(await totalOf(board, responseId)).toBe(24);
		expect((await fetch(board.karin, responseHistory, { responseId })).corrections).toEqual([]);
	});

	it('is the only way to change an answer: the database refuses every other', async () => {
		const { database } = board;
		const change = sql`update responses set language = 'en' where id = ${responseId}`;
		await expect(queryRows(database.orm, change)).rejects.toMatchObject({
			cause: { message: expect.stringContaining('corrected, never changed') as string }
		});
		await run(board.karin, correctResponse, correction(responseId));
		await expect(queryRows(database.orm, change)).rejects.toThrow();
		const forge = sql`update response_corrections set corrected_by = 'nobody' where response_id = ${responseId}`;
		await expect(queryRows(database.orm, forge)).rejects.toThrow();
	});

	it('lies sealed in the database, the reason too', async () => {
		await run(board.karin, correctResponse, correction(responseId));
		const [row] = await queryRows<{ text: string }>(
			board.database.orm,
			sql`select to_jsonb(c)::text as text from response_corrections c where response_id = ${responseId}`
		);
		expect(row?.text).toContain('"reason": "g1.');
		expect(row?.text).not.toMatch(/varje månad|audit_1/);
	});

	it('of a form without wording works by its codes', async () => {
		const caseId = await openTestCase(board.karin);
		const answers = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`kasam_${index + 1}`, 4]));
		const id = await run(board.karin, enterFromPaper, {
			caseId,
			instrumentId: 'kasam-13',
			occasion: 'before',
			respondent: 'client',
			help: 'self',
			answeredOn: testDay,
			answers
		});
		const { kasam_13: _taken, ...rest } = answers;
		await run(board.karin, correctResponse, correction(id, { answers: rest }));
		const { scores } = await fetch(board.karin, caseResponse, { responseId: id });
		expect(scores['total']).toMatchObject({ score: null, reason: 'missing-items', answered: 12 });
	});

	it('is for those who work with the case: not the unit’s manager, not a colleague', async () => {
		const { nora, nils, northChief } = await addTestUnits(board);
		const caseId = await openTestCase(nora);
		const { token } = await sendTestLink(nora, caseId);
		const { responseId: theirs } = await run(board.linkHolder, submitResponse, testSubmission(token));
		const input = correction(theirs as ResponseId);
		const ground = 'objection';
		await expect(run(nils, correctResponse, input)).rejects.toMatchObject({ code: 'not-found' });
		await expect(run(northChief, correctResponse, input)).rejects.toMatchObject({ code: 'not-permitted' });
		await run(northChief, restrictResponse, { responseId: theirs as ResponseId, ground });
		await run(nora, correctResponse, input);
		const { may } = await fetch(northChief, responseHistory, { responseId: theirs as ResponseId });
		expect(may).toEqual({ correct: false, restrict: true });
	});
});

describeOnEachDatabase('a restriction', (open) => {
	let board: TestBoard;
	let caseId: CaseId;
	let responseId: ResponseId;
	beforeEach(async () => {
		board = await open();
		({ caseId, responseId } = await answer(board));
	});
	const restrict = (ground: RestrictionGround = 'accuracy-contested') =>
		run(board.karin, restrictResponse, { responseId, ground });
	const isRestricted = async () =>
		(await fetch(board.karin, listCaseScores, { caseId })).map((entry) => entry.isRestricted);

	it('marks the response, which can still be read, until it is lifted', async () => {
		expect(await isRestricted()).toEqual([false]);
		await restrict();
		expect(await isRestricted()).toEqual([true]);
		expect((await fetch(board.karin, caseResponse, { responseId })).answers).toEqual(audit24);
		await run(board.on('2026-04-01', board.karin), liftRestriction, { responseId, isPersonTold: true });
		expect(await isRestricted()).toEqual([false]);
		const { restrictions } = await fetch(board.karin, responseHistory, { responseId });
		expect(restrictions).toMatchObject([
			{
				ground: 'accuracy-contested',
				restrictedOn: '2026-03-02',
				restrictedBy: { staffId: 'test-Karin' },
				lifted: { on: '2026-04-01', by: { staffId: 'test-Karin' } }
			}
		]);
	});

	it('can be made again after it has been lifted, and not twice at once', async () => {
		const outcomes = await Promise.allSettled([restrict(), restrict('unlawful')]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await expect(restrict()).rejects.toMatchObject({ code: 'changed-meanwhile' });
		await run(board.karin, liftRestriction, { responseId, isPersonTold: true });
		await restrict('needed-for-claims');
		expect((await fetch(board.karin, responseHistory, { responseId })).restrictions).toHaveLength(2);
	});

	it('is not lifted before the person has been told, nor where there is none', async () => {
		const lift = (isPersonTold: boolean) => run(board.karin, liftRestriction, { responseId, isPersonTold });
		await expect(lift(true)).rejects.toMatchObject({ code: 'changed-meanwhile' });
		await restrict();
		await expect(lift(false)).rejects.toMatchObject({ code: 'invalid-input' });
		expect(await isRestricted()).toEqual([true]);
	});

	it('has a ground that the article has', async () => {
		await expect(restrict('made-up' as RestrictionGround)).rejects.toMatchObject({ code: 'invalid-input' });
	});

	it('does not stand in the way of a correction', async () => {
		await restrict();
		await run(board.karin, correctResponse, correction(responseId));
		expect(await totalOf(board, responseId)).toBe(22);
		expect(await isRestricted()).toEqual([true]);
	});
});
