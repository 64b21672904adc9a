import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { addUnit } from '#lib/access/server/commands/add-unit.ts';
import { sealBoard } from '#lib/audit/server/seal-board.ts';
import { verifyBoard } from '#lib/audit/server/verify-board.ts';
import { recomputeScores } from '#lib/collection/server/reads/recompute-scores.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { assessTargets } from '#lib/targets/assess-targets.ts';
import { findGoalScale } from '#lib/targets/goal-wording.ts';
import { listTargets } from '#lib/targets/server/reads/list-targets.ts';
import { targetDistributions } from '#lib/targets/server/reads/target-distributions.ts';
import { informBoard } from '#tests/build/inform-board.ts';
import { testTrail, type TestBoard } from '#tests/build/test-board.ts';
import { addYears } from '../../../bin/demo-data/years/add-years.ts';
import { makeUpCases } from '../../../bin/demo-data/years/made-up-cases.ts';
import { addSurveyRounds } from '../../../bin/demo-data/years/survey-rounds.ts';
import { describeOnEachDatabase } from '../databases.ts';

describe('the made-up cases of three years', () => {
	const made = makeUpCases();

	it('are 600 at eight providers, and the same every time', () => {
		expect(made).toHaveLength(600);
		expect(new Set(made.map(({ service }) => service.provider)).size).toBe(8);
		expect(makeUpCases()).toEqual(made);
	});

	it('happen in the order that life has', () => {
		for (const { openedOn, closedOn, interventions, before, after } of made) {
			const [{ decidedOn, startedOn, endedOn }] = interventions;
			const days = [openedOn, decidedOn, startedOn, endedOn, closedOn].filter((day) => day !== null);
			expect(days).toEqual(days.toSorted());
			if (before.kind === 'answered' && after.kind === 'answered') expect(after.on > before.on).toBe(true);
		}
	});

	it('have some who get worse, some who are lost for every kind of reason, and some who come back', () => {
		const changes = made.flatMap(({ before, after }) =>
			before.kind === 'answered' && after.kind === 'answered' ? [before.badness - after.badness] : []
		);
		expect(changes.filter((change) => change < -0.05).length).toBeGreaterThan(30);
		const reasons = new Set(made.flatMap(({ after }) => (after.kind === 'missed' ? [after.reason] : [])));
		expect(reasons.size).toBe(8);
		const people = new Set(made.map(({ person }) => person.clientNumber));
		expect(made.length - people.size).toBeGreaterThan(20);
	});
});

describeOnEachDatabase('the made-up years, stored', (open) => {
	let board: TestBoard;
	let system: Context;
	beforeAll(async () => {
		board = await open();
		system = { ...board.siv, actor: { kind: 'system', boardId: board.board.id } };
		await informBoard(board.adnan);
		const unitId = await run(board.siv, addUnit, { name: 'Barn och unga (påhittad)' });
		await addSurveyRounds(system, await addYears(system, new Map(), unitId));
	});

	it('have a log that holds', async () => {
		await sealBoard(board.database, testTrail, board.board.id);
		const verdict = await verifyBoard(board.database, testTrail, board.board.id, []);
		expect(verdict).toMatchObject({ fault: null, waiting: 0 });
		expect(verdict.checked).toBeGreaterThan(4_000);
	});

	it('have the scores that today’s rules give', async () => {
		const rows = await board.database.query<{ id: ResponseId }>(
			sql`select id from responses where board_id = ${board.board.id} order by answers limit 25`
		);
		expect(rows).toHaveLength(25);
		for (const { id: responseId } of rows) {
			expect((await fetch(system, recomputeScores, { responseId })).differences).toEqual([]);
		}
	});

	it('have eight providers to hold against the targets of each year', async () => {
		for (const year of [2023, 2024, 2025]) {
			const targets = (await fetch(system, listTargets, { year })).filter(({ law }) => law === 'sol');
			const asked = { year, instrumentId: 'simrishamn-sol' };
			const distributions = new Map([
				['simrishamn-sol', await fetch(system, targetDistributions, asked)] as const
			]);
			const instrument = findInstrument(board.siv.catalogue, 'simrishamn-sol');
			const { rows } = assessTargets({
				targets,
				distributions,
				scaleOf: (target) => findGoalScale(instrument, target)
			});
			expect(rows.map(({ goalsJudged }) => goalsJudged)).toEqual(Array(8).fill(5));
			const met = rows.reduce((sum, { goalsMet }) => sum + goalsMet, 0);
			expect(met).toBeGreaterThan(8);
			expect(met).toBeLessThan(32);
		}
	});
});
