import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openCase } from '#lib/cases/server/commands/open-case.ts';
import {
	enterFromPaper,
	type EnterFromPaperInput
} from '#lib/collection/server/commands/enter-from-paper.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { listCaseScores } from '#lib/collection/server/reads/list-case-scores.ts';
import { recomputeScores } from '#lib/collection/server/reads/recompute-scores.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { audit24, auditAnswers, openTestCase } from '#tests/build/made-up.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;

function paper(caseId: CaseId, given: Partial<EnterFromPaperInput> = {}): EnterFromPaperInput {
	return {
		caseId,
		instrumentId: 'audit',
		occasion: 'before',
		respondent: 'client',
		help: 'self',
		answeredOn: day('2026-02-01'),
		answers: audit24,
		...given
	};
}

describeOnEachDatabase('a form filled in on paper', (open) => {
	it('is stored with its day and mode, and scored', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const responseId = await run(board.karin, enterFromPaper, paper(caseId));
		const stored = await fetch(board.karin, caseResponse, { responseId });
		expect(stored).toMatchObject({
			mode: 'paper',
			answeredOn: '2026-02-01',
			answers: audit24,
			language: 'sv'
		});
		expect(stored.scores['total']?.score).toBe(24);
	});

	it('keeps its gaps, and then has a reason instead of a score', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const answers = auditAnswers([4, 1, 2, 3, 3, 1, 4, 2, 2, null]);
		await run(board.karin, enterFromPaper, paper(caseId, { answers }));
		const [scored] = await fetch(board.karin, listCaseScores, { caseId });
		expect(scored?.scores['total']).toMatchObject({
			score: null,
			reason: 'missing-items',
			answered: 9,
			bands: []
		});
	});

	it('works for an instrument whose text nobody here may show', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const answers = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`kasam_${index + 1}`, 4]));
		await run(board.karin, enterFromPaper, paper(caseId, { instrumentId: 'kasam-13', answers }));
		const [scored] = await fetch(board.karin, listCaseScores, { caseId });
		// Thirteen items in the middle of 1–7: 13 × 4, reversed or not.
		expect(scored?.scores['total']?.score).toBe(52);
	});

	it('is refused for a day that has not come', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const tomorrow = paper(caseId, { answeredOn: day('2026-03-03') });
		await expect(run(board.karin, enterFromPaper, tomorrow)).rejects.toMatchObject({ code: 'invalid-input' });
	});

	it('is refused with a code that is not on the form', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const wrong = paper(caseId, { answers: { audit_9: 3 } });
		await expect(run(board.karin, enterFromPaper, wrong)).rejects.toMatchObject({ code: 'answers-refused' });
	});
});

describeOnEachDatabase('scores made anew', (open) => {
	it('are the stored ones when nothing has changed', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const responseId = await run(board.karin, enterFromPaper, paper(caseId));
		expect(await fetch(board.karin, recomputeScores, { responseId })).toEqual({
			ruleVersion: '1',
			differences: []
		});
	});

	it('report what a fact that was learnt later changes, and change nothing', async () => {
		const board = await open();
		const client = { clientNumber: 'K-senare', birthYear: 1990, concern: null, openedOn: day('2026-01-01') };
		const caseId = await run(board.karin, openCase, { ...client, sex: null, caseNumber: 'Ä-senare-1' });
		const responseId = await run(board.karin, enterFromPaper, paper(caseId));
		const before = await fetch(board.karin, caseResponse, { responseId });
		await run(board.karin, openCase, { ...client, sex: 'female', caseNumber: 'Ä-senare-2' });

		const { differences } = await fetch(board.karin, recomputeScores, { responseId });
		expect(differences).toContainEqual({
			scale: 'total',
			field: 'bandUnknownBecause',
			stored: 'sex',
			recomputed: null,
			storedRuleVersion: '1'
		});
		expect(await fetch(board.karin, caseResponse, { responseId })).toEqual(before);
	});

	it('report a stored score that the rules do not give', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const responseId = await run(board.karin, enterFromPaper, paper(caseId));
		await board.database.orm.execute(
			sql`update scores set score = 23 where board_id = ${board.board.id} and scale = 'total'`
		);
		const { differences } = await fetch(board.karin, recomputeScores, { responseId });
		expect(differences).toEqual([
			{ scale: 'total', field: 'score', stored: 23, recomputed: 24, storedRuleVersion: '1' }
		]);
	});
});
