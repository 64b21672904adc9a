/** Bortfall as it is counted in the database: per measurement and unit, and who falls away. Everything is made up. */
import { expect, it } from 'vitest';
import { openCase } from '#lib/cases/server/commands/open-case.ts';
import { enterFromPaper } from '#lib/collection/server/commands/enter-from-paper.ts';
import { recordMissed } from '#lib/plans/server/commands/record-missed.ts';
import { effortFigures } from '#lib/plans/server/reads/effort-figures.ts';
import { nonResponse } from '#lib/plans/server/reads/non-response.ts';
import type { NonResponseCounts } from '#lib/reports/non-response.ts';
import type { CaseId, PlanId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { followTestPlan, publishTestPlan, readOccasion, templatePlan } from '#tests/build/follow-plan.ts';
import { openTestCase } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { addTestUnits, type TestUnits } from '#tests/build/test-units.ts';
import { describeOnEachDatabase } from '../databases.ts';

const plan = templatePlan('audit-before-and-after');
const atStart = { line: 'audit', rule: 'start' };

async function follow(board: TestBoard, caseworker: Context, planId: PlanId): Promise<CaseId> {
	return (await followTestPlan(board, plan, { caseworker, planId })).caseId;
}

async function count(context: Context, planId: PlanId, chosen = atStart): Promise<NonResponseCounts> {
	return (await fetch(context, nonResponse, { planId, chosen })).openForControl();
}

const standingsOf = ({ standings }: NonResponseCounts, { line, rule } = atStart) =>
	Object.fromEntries(
		standings
			.filter((one) => one.line === line && one.rule === rule)
			.map(({ standing, cases }) => [standing, cases])
	);

/** Four cases in the north and one in the south, at the same measurement. */
async function fill(board: TestBoard, units: TestUnits): Promise<PlanId> {
	const planId = await publishTestPlan(board.adnan, plan);
	const audit = async (caseId: CaseId) => (await readOccasion(units.nils, caseId, 'audit', 'start')).id;
	const [done, declined, deceased] = [
		await follow(board, units.nils, planId),
		await follow(board, units.nils, planId),
		await follow(board, units.nils, planId)
	];
	await follow(board, units.nils, planId);
	await follow(board, units.sara, planId);
	const codes = [4, 1, 2, 3, 3, 1, 4, 2, 2, 2];
	await run(units.nils, enterFromPaper, {
		caseId: done,
		instrumentId: 'audit',
		occasion: 'before',
		respondent: 'client',
		help: 'self',
		answeredOn: '2026-03-01' as LocalDate,
		answers: Object.fromEntries(codes.map((code, at) => [`audit_${at + 1}`, code])),
		occasionId: await audit(done),
		effort: { kind: 'paper', instrumentId: 'audit', seconds: 90, keystrokes: 14 }
	});
	await run(units.nils, recordMissed, { occasionId: await audit(declined), reason: 'declined' });
	await run(units.nils, recordMissed, { occasionId: await audit(deceased), reason: 'deceased' });
	return planId;
}

describeOnEachDatabase('bortfall', (open) => {
	it('is counted by what became of each case: those who have died stand outside, and what is late is lost', async () => {
		const board = await open();
		const units = await addTestUnits(board);
		const planId = await fill(board, units);
		expect(standingsOf(await count(units.northChief, planId))).toEqual({
			done: 1,
			declined: 1,
			outside: 1,
			'not-due': 1
		});
		const later = board.on('2026-09-30', units.northChief);
		expect(standingsOf(await count(later, planId))).toEqual({
			done: 1,
			declined: 1,
			outside: 1,
			overdue: 1
		});
	});

	it('is a manager’s own units’, and all of them for the administration', async () => {
		const board = await open();
		const units = await addTestUnits(board);
		const planId = await fill(board, units);
		const unitsOf = async (context: Context) =>
			[...new Set((await count(context, planId)).standings.map(({ unit }) => unit))].toSorted();
		expect(await unitsOf(units.northChief)).toEqual([units.north]);
		expect(await unitsOf(units.southChief)).toEqual([units.south]);
		expect(await unitsOf(board.adnan)).toEqual([units.north, units.south].toSorted());
		await expect(count(units.nils, planId)).rejects.toMatchObject({ code: 'not-permitted' });
	});

	it('says who falls away, with the intervention and the score at the start', async () => {
		const board = await open();
		const units = await addTestUnits(board);
		const planId = await fill(board, units);
		const { groups } = await count(board.on('2026-09-30', units.northChief), planId);
		const of = (name: string) => groups.filter(({ grouping }) => grouping === name);
		expect(of('intervention')).toEqual([
			{ grouping: 'intervention', group: 'Samtal (påhittat)', done: 1, lost: 2 }
		]);
		const scored = of('start-score');
		expect(scored.reduce((sum, { done }) => sum + done, 0)).toBe(1);
		expect(scored.find(({ group }) => group === '')?.lost).toBe(2);
	});

	it('counts a recurring measurement once for each case, by the latest that has been due', async () => {
		const board = await open();
		const units = await addTestUnits(board);
		const yearly = templatePlan('yearly-at-most-half-yearly');
		const [line, rule] = [yearly.lines[0]?.key ?? '', yearly.occasions[0]?.key ?? ''];
		const planId = await publishTestPlan(board.adnan, yearly);
		const { caseId } = await followTestPlan(board, yearly, { caseworker: units.nils, planId });
		const first = await readOccasion(units.nils, caseId, line, rule);
		await run(board.on('2026-04-01', units.nils), enterFromPaper, {
			caseId,
			instrumentId: 'simrishamn-sol',
			occasion: 'during',
			respondent: 'client',
			help: 'self',
			answeredOn: '2026-04-01' as LocalDate,
			answers: { sol_1: 3 },
			occasionId: first.id
		});
		const now = board.on('2026-05-01', units.northChief);
		expect(standingsOf(await count(now, planId, { line, rule }), { line, rule })).toEqual({ done: 1 });
		const muchLater = board.on('2028-01-01', units.northChief);
		expect(standingsOf(await count(muchLater, planId, { line, rule }), { line, rule })).toEqual({
			overdue: 1
		});
	});
});

describeOnEachDatabase('what work costs', (open) => {
	it('is kept with the case and counted by form, and never by whom', async () => {
		const board = await open();
		const units = await addTestUnits(board);
		await fill(board, units);
		const figures = (await fetch(units.northChief, effortFigures, {})).openForControl();
		expect(figures).toEqual([
			{
				kind: 'paper',
				instrumentId: 'audit',
				cases: 1,
				times: 1,
				medianSeconds: 90,
				medianKeystrokes: 14
			}
		]);
		expect((await fetch(units.southChief, effortFigures, {})).openForControl()).toEqual([]);
	});

	it('is measured when a case is opened too, and nothing is kept where nothing was measured', async () => {
		const board = await open();
		const units = await addTestUnits(board);
		await openTestCase(units.nils);
		const base = { clientNumber: 'K-effort', sex: null, birthYear: null };
		await run(units.nils, openCase, {
			...base,
			caseNumber: 'Ä-effort',
			concern: null,
			openedOn: '2026-03-02' as LocalDate,
			unitId: units.north,
			effort: { kind: 'case-opening', instrumentId: null, seconds: 41, keystrokes: null }
		});
		const figures = (await fetch(board.adnan, effortFigures, {})).openForControl();
		expect(figures).toMatchObject([{ kind: 'case-opening', times: 1, medianKeystrokes: null }]);
	});
});
