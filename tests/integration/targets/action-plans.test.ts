import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { ActionPlanId, ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { acceptActionPlan } from '#lib/targets/server/commands/accept-action-plan.ts';
import { askForActionPlan } from '#lib/targets/server/commands/ask-for-action-plan.ts';
import { closeActionPlan } from '#lib/targets/server/commands/close-action-plan.ts';
import { remindOfActionPlans } from '#lib/targets/server/commands/remind-of-action-plans.ts';
import { returnActionPlan } from '#lib/targets/server/commands/return-action-plan.ts';
import { saveActionPlanDraft } from '#lib/targets/server/commands/save-action-plan-draft.ts';
import { sendActionPlan } from '#lib/targets/server/commands/send-action-plan.ts';
import { withdrawActionPlan } from '#lib/targets/server/commands/withdraw-action-plan.ts';
import { actionPlanHistory } from '#lib/targets/server/reads/action-plan-history.ts';
import { listActionPlans } from '#lib/targets/server/reads/list-action-plans.ts';
import { answerTestSurvey, decideTestTarget, missedGoal } from '#tests/build/missed-target.ts';
import { addTestProvider } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const content = {
	seen: 'Påhittat: ny personal på kvällarna.',
	measures: 'Påhittat: samma personal varje vecka.',
	responsible: 'Enhetschefen',
	doneBy: '2026-09-01' as LocalDate,
	followUp: 'Påhittat: schemat följs upp varje månad.'
};

/** Ulla works for the provider. */
function staffOf(board: TestBoard, providerId: ProviderId): Context {
	const heldRoles = [{ role: 'provider-staff', unitId: null, providerId }] as const;
	const actor = { kind: 'staff', boardId: board.board.id, staffId: 'ulla', name: 'Ulla' } as const;
	return { ...board.berit, actor: { ...actor, roles: ['provider-staff'], heldRoles } };
}

/** A board whose provider missed the target of 2025 (mean 2.33 against 2.80), and the plan that was asked for in 2026. */
async function openMissed(open: () => Promise<TestBoard>) {
	const board = await open();
	const providerId = await addTestProvider(board.adnan, 'Utförare A');
	await decideTestTarget(board.adnan, 2025);
	await answerTestSurvey(board.adnan, board.linkHolder, { providerId, year: 2025, counts: [6, 4, 2, 0] });
	return { board, providerId, ulla: staffOf(board, providerId) };
}

function askFor(board: TestBoard, providerId: ProviderId, dueOn = '2026-05-01'): Promise<ActionPlanId> {
	return run(board.berit, askForActionPlan, {
		...missedGoal,
		providerId,
		year: 2025,
		dueOn: dueOn as LocalDate,
		decisionReference: '§ 7 (påhittad)',
		comment: null
	});
}

const kindsOf = async (context: Context, id: ActionPlanId) =>
	(await fetch(context, actionPlanHistory, { id })).events.map(({ kind }) => kind);

describeOnEachDatabase('an action plan', (open) => {
	it('is asked for, written, sent back, sent in again, accepted and closed by the next result', async () => {
		const { board, providerId, ulla } = await openMissed(open);
		const id = await askFor(board, providerId);
		await run(ulla, saveActionPlanDraft, { id, content: { ...content, measures: '' } });
		expect((await fetch(ulla, actionPlanHistory, { id })).plan.draft.seen).toBe(content.seen);
		await run(ulla, sendActionPlan, { id, content });
		const dueOn = '2026-06-15' as LocalDate;
		await run(board.berit, returnActionPlan, { id, comment: 'Säg mer om kvällarna.', dueOn });
		await run(ulla, sendActionPlan, { id, content });
		await run(board.adnan, acceptActionPlan, { id, comment: null });

		await decideTestTarget(board.adnan, 2026, 2500);
		await answerTestSurvey(board.adnan, board.linkHolder, { providerId, year: 2026, counts: [9, 3, 0, 0] });
		await run(board.on('2027-01-10', board.berit), closeActionPlan, { id, year: 2026 });

		const { plan, events } = await fetch(board.berit, actionPlanHistory, { id });
		expect(plan).toMatchObject({ state: 'closed', dueOn, providerName: 'Utförare A' });
		expect(events.map(({ kind }) => kind)).toEqual([
			'asked',
			'sent',
			'returned',
			'sent',
			'accepted',
			'closed'
		]);
		expect(events.at(-1)).toMatchObject({ year: 2026, isMet: true, on: '2027-01-10' });
	});

	it('is not asked for when the target was reached, or when too few have answered to judge it', async () => {
		const { board, providerId } = await openMissed(open);
		const reached = await addTestProvider(board.adnan, 'Utförare B');
		const few = await addTestProvider(board.adnan, 'Utförare C');
		await answerTestSurvey(board.adnan, board.linkHolder, {
			providerId: reached,
			year: 2025,
			counts: [12, 1, 0, 0]
		});
		await answerTestSurvey(board.adnan, board.linkHolder, {
			providerId: few,
			year: 2025,
			counts: [0, 0, 2, 2]
		});
		for (const other of [reached, few]) {
			await expect(askFor(board, other)).rejects.toMatchObject({ code: 'goal-not-missed' });
		}
		await expect(askFor(board, providerId, '2026-03-01')).rejects.toMatchObject({ code: 'invalid-input' });
	});

	it('is one at a time for each result; a withdrawn one makes room', async () => {
		const { board, providerId } = await openMissed(open);
		const id = await askFor(board, providerId);
		await expect(askFor(board, providerId)).rejects.toMatchObject({ code: 'already-exists' });
		await run(board.berit, withdrawActionPlan, { id, comment: 'Utföraren har slutat.' });
		await expect(askFor(board, providerId)).resolves.not.toBe(id);
	});

	it('is not closed before it is accepted, nor by a year without a result', async () => {
		const { board, providerId, ulla } = await openMissed(open);
		const id = await askFor(board, providerId);
		for (const year of [2025, 2026]) {
			await expect(run(board.berit, closeActionPlan, { id, year })).rejects.toMatchObject({
				code: 'no-later-result'
			});
		}
		await run(ulla, sendActionPlan, { id, content });
		await decideTestTarget(board.adnan, 2026);
		await answerTestSurvey(board.adnan, board.linkHolder, { providerId, year: 2026, counts: [6, 4, 2, 0] });
		await expect(
			run(board.on('2027-01-10', board.berit), closeActionPlan, { id, year: 2026 })
		).rejects.toMatchObject({ code: 'changed-meanwhile' });
	});

	it('is seen and written by its own provider only, and by nobody who may not', async () => {
		const { board, providerId, ulla } = await openMissed(open);
		const other = staffOf(board, await addTestProvider(board.adnan, 'Utförare B'));
		const id = await askFor(board, providerId);
		expect((await fetch(ulla, listActionPlans, {})).map((plan) => plan.id)).toEqual([id]);
		expect(await fetch(other, listActionPlans, {})).toEqual([]);
		for (const attempt of [
			() => fetch(other, actionPlanHistory, { id }),
			() => run(other, saveActionPlanDraft, { id, content }),
			() => run(other, sendActionPlan, { id, content })
		]) {
			await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
		}
		for (const attempt of [
			() => run(ulla, acceptActionPlan, { id, comment: null }),
			() => run(board.berit, sendActionPlan, { id, content }),
			() => fetch(board.karin, listActionPlans, {}),
			() => run(board.adnan, remindOfActionPlans, {})
		]) {
			await expect(attempt()).rejects.toMatchObject({ code: 'not-permitted' });
		}
	});

	it('says once that its day is near and once that it has passed', async () => {
		const { board, providerId, ulla } = await openMissed(open);
		const id = await askFor(board, providerId);
		const night = (day: string) =>
			run(
				board.on(day, { ...board.adnan, actor: { kind: 'system', boardId: board.board.id } }),
				remindOfActionPlans,
				{}
			);
		expect(await night('2026-04-23')).toBe(0);
		expect(await night('2026-04-24')).toBe(1);
		expect(await night('2026-04-25')).toBe(0);
		expect(await night('2026-05-02')).toBe(1);
		expect(await night('2026-05-03')).toBe(0);
		expect(await kindsOf(ulla, id)).toEqual(['asked', 'reminded', 'overdue']);
	});

	it('keeps its history: the database refuses to change or remove a step', async () => {
		const { board, providerId } = await openMissed(open);
		await askFor(board, providerId);
		const { orm } = await board.database.forBoard(board.board.id);
		for (const statement of [
			sql`update action_plan_events set happened_on = '2020-01-01'`,
			sql`delete from action_plan_events`
		]) {
			await expect(queryRows(orm, statement)).rejects.toThrow();
		}
	});
});
