/** Handing a client's answers to who carries out the help: only with a yes, written down once. Everything is made up. */
import { expect, it } from 'vitest';
import { agreeToHandOver } from '#lib/collection/server/commands/agree-to-hand-over.ts';
import { enterFromPaper } from '#lib/collection/server/commands/enter-from-paper.ts';
import { restrictResponse } from '#lib/collection/server/commands/restrict-response.ts';
import { responseHandOvers } from '#lib/collection/server/reads/response-hand-overs.ts';
import type { CaseId, ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { followTestPlan, templatePlan } from '#tests/build/follow-plan.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const enter = (board: TestBoard, caseId: CaseId): Promise<ResponseId> =>
	run(board.karin, enterFromPaper, {
		caseId,
		instrumentId: 'simrishamn-sol',
		occasion: 'during',
		respondent: 'client',
		help: 'self',
		answeredOn: '2026-03-01' as LocalDate,
		answers: { sol_1: 3 }
	});

async function make(board: TestBoard) {
	const { caseId, interventionId } = await followTestPlan(board, templatePlan('start-and-end-voluntary'));
	return { interventionId, responseId: await enter(board, caseId) };
}

describeOnEachDatabase('answers to the provider', (open) => {
	it('are handed over when the client has said yes, with who heard it and when, and once is enough', async () => {
		const board = await open();
		const { interventionId, responseId } = await make(board);
		expect(await fetch(board.karin, responseHandOvers, { responseId })).toEqual([]);
		for (let time = 0; time < 2; time += 1)
			await run(board.karin, agreeToHandOver, { responseId, interventionId, hasAgreed: true });
		expect(await fetch(board.karin, responseHandOvers, { responseId })).toMatchObject([
			{ interventionId, agreedOn: '2026-03-02' }
		]);
	});

	it('stay where they are without a yes', async () => {
		const board = await open();
		const { interventionId, responseId } = await make(board);
		const trying = run(board.karin, agreeToHandOver, { responseId, interventionId, hasAgreed: false });
		await expect(trying).rejects.toMatchObject({ code: 'invalid-input' });
		expect(await fetch(board.karin, responseHandOvers, { responseId })).toEqual([]);
	});

	it('go to nobody who does not carry out this client’s help', async () => {
		const board = await open();
		const { responseId } = await make(board);
		const { interventionId } = await make(board);
		const trying = run(board.karin, agreeToHandOver, { responseId, interventionId, hasAgreed: true });
		await expect(trying).rejects.toMatchObject({ code: 'not-found' });
	});

	it('stay where they are once the client has objected to their use', async () => {
		const board = await open();
		const { interventionId, responseId } = await make(board);
		await run(board.karin, restrictResponse, { responseId, ground: 'objection' });
		const trying = run(board.karin, agreeToHandOver, { responseId, interventionId, hasAgreed: true });
		await expect(trying).rejects.toMatchObject({ code: 'changed-meanwhile' });
	});
});
