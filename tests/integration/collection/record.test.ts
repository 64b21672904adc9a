import { expect, it } from 'vitest';
import { addUnit } from '#lib/access/server/commands/add-unit.ts';
import { recordFacts, type RecordFactsInput } from '#lib/collection/server/commands/record-facts.ts';
import { caseRecord } from '#lib/collection/server/reads/case-record.ts';
import { responseHistory } from '#lib/collection/server/reads/response-history.ts';
import { hideQuestions } from '#lib/instruments/server/hidden/hide-questions.ts';
import { listHidden } from '#lib/instruments/server/hidden/list-hidden.ts';
import type { CaseId, ResponseId } from '#lib/shared/ids.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { openTestCase } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const instrumentId = 'generella-variabler';

async function record(board: TestBoard, caseId: CaseId, given: Partial<RecordFactsInput>) {
	const { corrections } = await fetch(board.karin, caseRecord, { caseId });
	const whole = { caseId, step: 'utreda', answers: {}, marks: {}, corrections, ...given };
	return run(board.karin, recordFacts, whole);
}

describeOnEachDatabase('the general facts of a case', (open) => {
	it('are recorded at their step and completed at a later one, in one record', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const first = await record(board, caseId, {
			answers: { gv_6: 1, gv_7: 3 },
			marks: { gv_9: 'dont-know' }
		});
		const second = await record(board, caseId, { step: 'folja-upp', answers: { gv_17: 2 } });
		expect(second).toBe(first);
		expect(await fetch(board.karin, caseRecord, { caseId })).toMatchObject({
			responseId: first,
			answers: { gv_6: 1, gv_7: 3, gv_17: 2 },
			marks: { gv_9: 'dont-know' },
			corrections: 1
		});
	});

	it('keep what stood there before', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const responseId = (await record(board, caseId, { answers: { gv_7: 3 } })) as ResponseId;
		await record(board, caseId, { answers: { gv_7: 4, gv_9: [8] } });
		const { corrections } = await fetch(board.karin, responseHistory, { responseId });
		expect(corrections).toMatchObject([{ answersBefore: { gv_7: 3 }, reason: 'Komplettering: Utreda' }]);
	});

	it('are unchanged by saving the same again, and changed by a mark alone', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		await record(board, caseId, { answers: { gv_7: 3 } });
		expect(await record(board, caseId, { answers: { gv_7: 3 } })).toBeNull();
		await record(board, caseId, { answers: { gv_7: 3 }, marks: { gv_9: 'dont-know' } });
		expect(await fetch(board.karin, caseRecord, { caseId })).toMatchObject({
			corrections: 1,
			marks: { gv_9: 'dont-know' }
		});
	});

	it('refuse what somebody else has changed meanwhile, and what the form does not have', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		await record(board, caseId, { answers: { gv_7: 3 } });
		await record(board, caseId, { answers: { gv_7: 4 } });
		const late = record(board, caseId, { answers: { gv_7: 5 }, corrections: 0 });
		await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' });
		await expect(record(board, caseId, { answers: { gv_7: 99 } })).rejects.toMatchObject({
			code: 'answers-refused'
		});
		await expect(record(board, caseId, { step: 'okänt' })).rejects.toMatchObject({ code: 'not-found' });
		// An answer that belongs to another step is not this one's to change.
		await record(board, caseId, { answers: { gv_7: 4, gv_17: 1 } });
		expect((await fetch(board.karin, caseRecord, { caseId })).answers).toEqual({ gv_7: 4 });
	});

	it('are asked without what the unit has hidden, or the board where the unit has not chosen', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const hide = (questions: string[], unitId: null | Awaited<ReturnType<typeof addTestUnit>> = null) =>
			run(board.adnan, hideQuestions, { instrumentId, unitId, questions });
		const addTestUnit = () => run(board.siv, addUnit, { name: 'Öst (påhittad)' });
		const unitId = await addTestUnit();
		await hide(['gv_6', 'gv_7']);
		await hide(['gv_9'], unitId);
		await hide(['gv_6'], unitId);
		expect([...(await fetch(board.karin, caseRecord, { caseId })).hidden]).toEqual(['gv_6', 'gv_7']);
		const inUnit = await openTestCase(board.karin, { unitId, clientNumber: 'K-öst' });
		expect([...(await fetch(board.karin, caseRecord, { caseId: inUnit })).hidden]).toEqual(['gv_6']);
		// Hidden is not taken away: what is there stays, and cannot be written over unseen.
		await record(board, caseId, { answers: { gv_7: 3, gv_9: [1] } });
		expect((await fetch(board.karin, caseRecord, { caseId })).answers).toEqual({ gv_9: [1] });
		expect((await fetch(board.adnan, listHidden, { instrumentId })).hidden).toHaveLength(2);
	});

	it('may not be hidden in a form that is given as it is, nor by caseworkers', async () => {
		const board = await open();
		const audit = { instrumentId: 'audit', unitId: null, questions: ['audit_1'] };
		await expect(run(board.adnan, hideQuestions, audit)).rejects.toMatchObject({ code: 'invalid-input' });
		const own = { instrumentId, unitId: null, questions: ['gv_1'] };
		await expect(run(board.karin, hideQuestions, own)).rejects.toMatchObject({ code: 'not-permitted' });
	});

	it('are read and written by nobody but those who work with the case', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		for (const context of [board.adnan, board.berit, board.linkHolder]) {
			await expect(fetch(context, caseRecord, { caseId })).rejects.toMatchObject({ code: 'not-permitted' });
		}
	});
});
