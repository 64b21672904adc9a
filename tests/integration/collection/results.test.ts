/** What the page straight after an answer reads: what must be seen and the unit's routine, and who entered the answers. */
import { expect, it } from 'vitest';
import { acknowledgeAlert } from '#lib/collection/server/commands/acknowledge-alert.ts';
import { enterFromPaper } from '#lib/collection/server/commands/enter-from-paper.ts';
import { setRiskRoutine } from '#lib/collection/server/commands/set-risk-routine.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { responseAlerts } from '#lib/collection/server/reads/response-alerts.ts';
import { responseEntry } from '#lib/collection/server/reads/response-entry.ts';
import { riskRoutines } from '#lib/collection/server/reads/risk-routines.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { addTestUnits } from '#tests/build/test-units.ts';
import { describeOnEachDatabase } from '../databases.ts';

const phq9 = (last: number) =>
	Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`phq9_${index + 1}`, index === 8 ? last : 0]));
const onPaper = { instrumentId: 'phq-9', occasion: 'before', respondent: 'client', help: 'self' } as const;
const answeredOn = '2026-03-01' as LocalDate;

describeOnEachDatabase('the result of an answer', (open) => {
	it('says what must be seen, the routine of the case’s own unit, and who has seen it', async () => {
		const board = await open();
		const units = await addTestUnits(board);
		const caseId = await openTestCase(units.nils, { unitId: units.north });
		const responseId = await run(units.nils, enterFromPaper, {
			...onPaper,
			caseId,
			answeredOn,
			answers: phq9(2)
		});
		const before = await fetch(units.nils, responseAlerts, { responseId });
		expect(before).toMatchObject({ alerts: [{ item: 'phq9_9', acknowledged: null }], routine: null });

		await run(units.northChief, setRiskRoutine, { unitId: units.north, routine: 'Ring. (påhittad)' });
		await run(units.southChief, setRiskRoutine, { unitId: units.south, routine: 'Annan. (påhittad)' });
		await run(units.nils, acknowledgeAlert, { alertId: before.alerts[0]!.id });
		const after = await fetch(units.nils, responseAlerts, { responseId });
		expect(after.routine).toBe('Ring. (påhittad)');
		expect(after.alerts[0]?.acknowledged?.on).toBe('2026-03-02');
		await expect(fetch(units.sara, responseAlerts, { responseId })).rejects.toMatchObject({
			code: 'not-found'
		});
	});

	it('has nothing to see, and no routine, where no answer asks for it', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const responseId = await run(board.karin, enterFromPaper, {
			...onPaper,
			caseId,
			answeredOn,
			answers: phq9(0)
		});
		expect(await fetch(board.karin, responseAlerts, { responseId })).toEqual({ alerts: [], routine: null });
	});

	it('tells answers that somebody gave themselves from those that staff entered', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const entered = await run(board.karin, enterFromPaper, {
			...onPaper,
			caseId,
			answeredOn,
			answers: phq9(0)
		});
		expect(await fetch(board.karin, responseEntry, { responseId: entered })).toMatchObject({ by: 'staff' });
		const { token } = await sendTestLink(board.karin, caseId);
		const { responseId } = await run(board.linkHolder, submitResponse, testSubmission(token));
		expect(await fetch(board.karin, responseEntry, { responseId: responseId! })).toEqual({
			by: 'respondent'
		});
	});
});

describeOnEachDatabase('the units’ routines', (open) => {
	it('are all shown, the unwritten too, with which ones a manager may write', async () => {
		const board = await open();
		const units = await addTestUnits(board);
		await run(units.northChief, setRiskRoutine, { unitId: units.north, routine: 'Ring. (påhittad)' });
		const found = await fetch(units.northChief, riskRoutines, {});
		const of = (id: string) => found.find(({ unitId }) => unitId === id);
		expect(of(units.north)).toMatchObject({
			routine: 'Ring. (påhittad)',
			changedOn: '2026-03-02',
			mayWrite: true
		});
		expect(of(units.south)).toMatchObject({ routine: null, changedOn: null, mayWrite: false });
		expect((await fetch(board.adnan, riskRoutines, {})).every(({ mayWrite }) => mayWrite)).toBe(true);
	});
});
