import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { viewGoal } from '#lib/cases/goal.ts';
import { endGoal } from '#lib/cases/server/commands/end-goal.ts';
import { rateGoals, type RateGoalsInput } from '#lib/cases/server/commands/rate-goals.ts';
import { setGoal, type SetGoalInput } from '#lib/cases/server/commands/set-goal.ts';
import { listGoals } from '#lib/cases/server/reads/list-goals.ts';
import { casePlans } from '#lib/plans/server/reads/case-plans.ts';
import type { CaseId, GoalId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { followTestPlan, templatePlan } from '#tests/build/follow-plan.ts';
import { openTestCase } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;

function set(board: TestBoard, caseId: CaseId, given: Partial<SetGoalInput> = {}): Promise<GoalId> {
	return run(board.karin, setGoal, {
		caseId,
		// Socialstyrelsen 2014, Systematisk uppföljning, the example Lisa; the words are made up.
		goal: 'Komma i tid',
		measure: 'Gånger i tid av tio',
		levels: ['Aldrig', 'Tre', 'Sex', 'Åtta', 'Alla tio'],
		setOn: day('2026-02-01'),
		start: { level: 1, judge: 'client' },
		...given
	});
}

function rate(board: TestBoard, caseId: CaseId, goalId: GoalId, given: Partial<RateGoalsInput> = {}) {
	return run(board.karin, rateGoals, {
		caseId,
		ratedOn: day('2026-03-01'),
		judge: 'client',
		levels: [{ goalId, level: 2 }],
		...given
	});
}

describeOnEachDatabase('a goal of a case', (open) => {
	it('is set with its levels and followed up, each judge for themselves', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const goalId = await set(board, caseId);
		await rate(board, caseId, goalId);
		await rate(board, caseId, goalId, { judge: 'staff', levels: [{ goalId, level: 3 }] });
		const [goal] = await fetch(board.karin, listGoals, { caseId });
		expect(goal).toMatchObject({ goal: 'Komma i tid', levels: ['Aldrig', 'Tre', 'Sex', 'Åtta', 'Alla tio'] });
		const views = goal ? viewGoal(goal) : [];
		expect(views.map(({ judge, latest, steps, isMet }) => [judge, latest.level, steps, isMet])).toEqual([
			['client', 2, 1, false],
			['staff', 3, null, true]
		]);
	});

	it('lies sealed in the database', async () => {
		const board = await open();
		await set(board, await openTestCase(board.karin));
		const [row] = await queryRows<{ text: string }>(
			board.database.orm,
			sql`select to_jsonb(g)::text as text from case_goals g where board_id = ${board.board.id}`
		);
		expect(row?.text).not.toMatch(/tid|Aldrig/);
	});

	it('is mended by a new judgement of the same day, and nothing is lost', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const goalId = await set(board, caseId);
		await rate(board, caseId, goalId);
		await rate(board, caseId, goalId, { levels: [{ goalId, level: 4 }] });
		const [goal] = await fetch(board.karin, listGoals, { caseId });
		expect(goal?.ratings).toHaveLength(3);
	});

	it('is refused without its third level, on a day to come, before it was set and in another case', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const refused = { code: 'invalid-input' };
		const levels = [null, null, null, null, 'Alla'];
		await expect(set(board, caseId, { levels })).rejects.toMatchObject(refused);
		await expect(set(board, caseId, { setOn: day('2026-03-03') })).rejects.toMatchObject(refused);
		const goalId = await set(board, caseId);
		await expect(rate(board, caseId, goalId, { ratedOn: day('2026-01-31') })).rejects.toMatchObject(refused);
		await expect(rate(board, caseId, goalId, { ratedOn: day('2026-03-03') })).rejects.toMatchObject(refused);
		await expect(rate(board, caseId, goalId, { levels: [] })).rejects.toMatchObject(refused);
		const other = await openTestCase(board.karin, { clientNumber: 'K-annan' });
		await expect(rate(board, other, goalId)).rejects.toMatchObject(refused);
	});

	it('is followed up no more once it has ended', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const goalId = await set(board, caseId);
		await run(board.karin, endGoal, { goalId });
		await expect(run(board.karin, endGoal, { goalId })).rejects.toMatchObject({ code: 'changed-meanwhile' });
		await expect(rate(board, caseId, goalId)).rejects.toMatchObject({ code: 'invalid-input' });
	});

	it('does what the plan asks for: the occasion is done on the day', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		await followTestPlan(board, templatePlan('goal-levels-each-follow-up'), { caseId });
		const goalId = await set(board, caseId);
		const read = async () =>
			(await fetch(board.karin, casePlans, { caseId })).flatMap(({ occasions }) => occasions);
		const first = (await read()).find(({ rule }) => rule === 'start');
		await rate(board, caseId, goalId, { occasionId: first?.id ?? null });
		const after = (await read()).find(({ id }) => id === first?.id);
		expect(after?.outcome).toEqual({ state: 'done', on: '2026-03-01' });
		await expect(rate(board, caseId, goalId, { occasionId: first?.id ?? null })).rejects.toMatchObject({
			code: 'changed-meanwhile'
		});
	});

	it('leaves a line for what is read and written, and is nobody else’s', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const goalId = await set(board, caseId);
		await rate(board, caseId, goalId);
		await fetch(board.karin, listGoals, { caseId });
		await run(board.karin, endGoal, { goalId });
		const lines = await queryRows<{ action: string; case_id: string }>(
			board.database.orm,
			sql`select action, case_id from audit_events
				where board_id = ${board.board.id} and subject_type = 'goal' order by happened_at, action`
		);
		expect(lines.map(({ action }) => action).sort()).toEqual([
			'endGoal',
			'listGoals',
			'rateGoals',
			'setGoal'
		]);
		expect(lines.every((line) => line.case_id === caseId)).toBe(true);
		for (const context of [board.adnan, board.berit, board.linkHolder]) {
			await expect(fetch(context, listGoals, { caseId })).rejects.toMatchObject({ code: 'not-permitted' });
		}
	});
});
