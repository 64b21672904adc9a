/** What the day's page is made of: own cases, the unit's for its manager, nobody else's. Everything is made up. */
import { expect, it } from 'vitest';
import { acknowledgeAlert } from '#lib/collection/server/commands/acknowledge-alert.ts';
import { setRiskRoutine } from '#lib/collection/server/commands/set-risk-routine.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { recordMissed } from '#lib/plans/server/commands/record-missed.ts';
import { today } from '#lib/plans/server/reads/today.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { followTestPlan, readOccasion, templatePlan } from '#tests/build/follow-plan.ts';
import { openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { addTestUnits } from '#tests/build/test-units.ts';
import { describeOnEachDatabase } from '../databases.ts';

const phq9 = (last: number) =>
	Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`phq9_${index + 1}`, index === 8 ? last : 0]));

describeOnEachDatabase('today', (open) => {
	it('shows what is open in one’s own cases, and the unit’s to its manager', async () => {
		const board = await open();
		const units = await addTestUnits(board);
		const { caseId } = await followTestPlan(board, templatePlan('audit-before-and-after'), {
			caseworker: units.nils
		});
		const own = await fetch(units.nils, today, {});
		expect(own.occasions.map(({ line, isSent }) => [line, isSent])).toEqual([
			['audit', false],
			['variables', false]
		]);
		expect((await fetch(units.northChief, today, {})).occasions).toHaveLength(2);
		for (const other of [units.nora, units.sara, units.southChief]) {
			expect((await fetch(other, today, {})).occasions).toEqual([]);
		}
		const audit = await readOccasion(units.nils, caseId, 'audit', 'start');
		const variables = await readOccasion(units.nils, caseId, 'variables', 'start');
		await sendTestLink(units.nils, caseId, { occasionId: audit.id });
		await run(units.nils, recordMissed, { occasionId: variables.id, reason: 'forgotten' });
		expect((await fetch(units.nils, today, {})).occasions).toMatchObject([{ line: 'audit', isSent: true }]);
	});

	it('shows answers of the last two weeks', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { token } = await sendTestLink(board.karin, caseId);
		await run(board.linkHolder, submitResponse, testSubmission(token));
		expect((await fetch(board.karin, today, {})).answers).toMatchObject([{ caseId, instrumentId: 'audit' }]);
		expect((await fetch(board.on('2026-03-17', board.karin), today, {})).answers).toEqual([]);
	});

	it('raises an answer about wanting to die until somebody responsible has seen it, with the unit’s routine', async () => {
		const board = await open();
		const units = await addTestUnits(board);
		const caseId = await openTestCase(units.nils, { unitId: units.north });
		for (const last of [0, 1]) {
			const { token } = await sendTestLink(units.nils, caseId, { instrumentId: 'phq-9' });
			await run(board.linkHolder, submitResponse, testSubmission(token, { answers: phq9(last) }));
		}
		await run(units.northChief, setRiskRoutine, {
			unitId: units.north,
			routine: 'Ring samma dag. (påhittad)'
		});
		const { alerts } = await fetch(units.nils, today, {});
		expect(alerts).toMatchObject([{ caseId, item: 'phq9_9', routine: 'Ring samma dag. (påhittad)' }]);
		const alertId = alerts[0]!.id;
		await expect(run(units.sara, acknowledgeAlert, { alertId })).rejects.toMatchObject({ code: 'not-found' });
		await run(units.northChief, acknowledgeAlert, { alertId });
		await expect(run(units.nils, acknowledgeAlert, { alertId })).rejects.toMatchObject({
			code: 'changed-meanwhile'
		});
		expect((await fetch(units.nils, today, {})).alerts).toEqual([]);
	});

	it('lets a manager write the routine of their own unit only', async () => {
		const board = await open();
		const units = await addTestUnits(board);
		const writing = run(units.northChief, setRiskRoutine, { unitId: units.south, routine: 'Påhittad' });
		await expect(writing).rejects.toMatchObject({ code: 'not-permitted' });
	});
});
