import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { HeldRole, Role } from '#lib/access/actor.ts';
import { addUnit } from '#lib/access/server/commands/add-unit.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { answerQuestion, type AnsweredReport, type ReportAsked } from '#lib/reports/answer-question.ts';
import { findQuestion } from '#lib/reports/find-question.ts';
import { parseReportFilter } from '#lib/reports/report-filter.ts';
import { reportQuestions } from '#lib/reports/report-questions.ts';
import { saveConclusion } from '#lib/reports/server/commands/save-conclusion.ts';
import { reportConclusion } from '#lib/reports/server/reads/report-conclusion.ts';
import { reportMaterial } from '#lib/reports/server/reads/report-material.ts';
import type { ProviderId, UnitId } from '#lib/shared/ids.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { addYears } from '../../../bin/demo-data/years/add-years.ts';
import { describeOnOwnDatabase } from '../databases.ts';

describeOnOwnDatabase('the unit’s reports', (open) => {
	let board: TestBoard;
	let unitId: UnitId;
	let providers: ReadonlyMap<string, ProviderId>;

	beforeAll(async () => {
		board = await open();
		unitId = await run(board.siv, addUnit, { name: 'Barn och unga (påhittad)' });
		const system: Context = { ...board.siv, actor: { kind: 'system', boardId: board.board.id } };
		providers = await addYears(system, new Map(), unitId);
	});

	const as = (role: Role, of: Partial<HeldRole>): Context => {
		const heldRoles = [{ role, unitId: null, providerId: null, ...of }];
		const actor = { kind: 'staff', boardId: board.board.id, staffId: 'test-erik', name: 'Erik' } as const;
		return board.on('2026-11-29', { ...board.adnan, actor: { ...actor, roles: [role], heldRoles } });
	};
	const all = (): Context => board.on('2026-11-29', board.adnan);
	const material = (context: Context) => fetch(context, reportMaterial, { asked: 'test' });

	async function ask(context: Context, id: string, more: Partial<ReportAsked> = {}): Promise<AnsweredReport> {
		const question = findQuestion(id);
		const filter = parseReportFilter(new URLSearchParams());
		if (!question || !filter) throw new Error(id);
		const asked = { filter, by: null, measure: null, ...more };
		return answerQuestion(await material(context), question, asked, (one) =>
			findInstrument(context.catalogue, one)
		);
	}

	it('are of the manager’s own unit, of a provider’s own interventions, or of the whole board', async () => {
		const inUnit = (await material(as('unit-manager', { unitId }))).openForControl();
		const inBoard = (await material(all())).openForControl();
		const providerId = providers.get('Jourpatrullen (påhittad)') as ProviderId;
		const ofProvider = (await material(as('provider-staff', { providerId }))).openForControl();
		expect([inUnit.cases.length, inBoard.cases.length, ofProvider.cases.length]).toEqual([400, 600, 60]);
		const seen = ofProvider.cases.flatMap(({ interventions }) => interventions.map((one) => one.providerId));
		expect(new Set(seen)).toEqual(new Set([providerId]));
	});

	it('are closed to a caseworker and to the board', async () => {
		await expect(material(board.karin)).rejects.toMatchObject({ code: 'not-permitted' });
		await expect(material(board.berit)).rejects.toMatchObject({ code: 'not-permitted' });
	});

	it('are logged with what was asked', async () => {
		await material(all());
		const [line] = await board.database.query<{ reason: string; subject: string }>(
			sql`select reason, subject_type as subject from audit_events
				where board_id = ${board.board.id} and action = 'reportMaterial' order by happened_at desc limit 1`
		);
		expect(line).toEqual({ reason: 'test', subject: 'report' });
	});

	it('answer every question there are variables for, with figures that have been through the control', async () => {
		const answered: AnsweredReport[] = [];
		for (const { id } of reportQuestions) answered.push(await ask(all(), id, { population: 12_000 }));
		const without = answered.filter(({ missing }) => missing.length > 0).map(({ question }) => question.id);
		expect(without).toEqual([]);
		for (const { question, missing, figures } of answered) {
			if (missing.length === 0) expect(figures.length, question.id).toBeGreaterThan(0);
		}
	});

	it('show who got worse beside who got better', async () => {
		const { figures } = await ask(all(), 'what-has-changed');
		const change = figures.find(({ kind }) => kind === 'change');
		if (change?.kind !== 'change' || change.change.all.kind !== 'shown') throw new Error('not shown');
		const { shares, pairs } = change.change.all.value;
		const counts = (shares ?? []).map((cell) => (cell.kind === 'shown' ? cell.value.count : null));
		expect(counts.every((count) => count !== null && count >= 10)).toBe(true);
		expect(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(pairs);
	});

	it('compare those lost with those followed up, and say what they could mean', async () => {
		const { figures } = await ask(all(), 'whom-do-we-lose');
		const dropOut = figures.find(({ kind }) => kind === 'drop-out');
		if (dropOut?.kind !== 'drop-out') throw new Error('not compared');
		expect(dropOut.comparisons.map(({ by }) => by)).toContain('baseline');
		expect(dropOut.followedUp).toMatchObject({ kind: 'shown' });
	});

	it('have means in a cross-table of the period and the filter that are chosen', async () => {
		const crosstab = { rows: 'sex', columns: 'period', measure: 'mean-before' } as const;
		const filter = parseReportFilter(new URLSearchParams('period=2025'));
		if (!filter) throw new Error('no filter');
		const countOf = ({ figures: [figure] }: AnsweredReport): number =>
			figure?.kind === 'means' && figure.means.all.kind === 'shown' ? figure.means.all.value.n : -1;
		const whole = await ask(all(), 'crosstab', { crosstab });
		const part = await ask(all(), 'crosstab', { crosstab, filter });
		expect(countOf(part)).toBeGreaterThan(9);
		expect(countOf(whole)).toBeGreaterThan(countOf(part));
	});

	it('keep what a group concluded, for those who see the same figures with the same filter', async () => {
		const place = { report: 'what-has-changed', query: 'by=sex' };
		await run(all(), saveConclusion, { ...place, steps: { gather: ' Fler kvinnor än män. ' } });
		const dayAfter = board.on('2026-11-30', board.adnan);
		await run(dayAfter, saveConclusion, { ...place, steps: { gather: 'Rättat.', act: 'Ring före mötet.' } });
		const found = await fetch(all(), reportConclusion, place);
		expect(found).toMatchObject({
			writer: 'Adnan (påhittad)',
			steps: { gather: 'Rättat.', focus: '', act: 'Ring före mötet.' }
		});
		expect(await fetch(all(), reportConclusion, { ...place, query: '' })).toBeNull();
		expect(await fetch(as('unit-manager', { unitId }), reportConclusion, place)).toBeNull();
	});

	it('keep the words sealed, and refuse what is empty and those who may not conclude', async () => {
		const place = { report: 'whom-do-we-lose', query: '' };
		await run(all(), saveConclusion, { ...place, steps: { causes: 'Tolk saknades.' } });
		const rows = await board.database.query<{ row: string }>(
			sql`select row_to_json(c)::text as row from report_conclusions c where board_id = ${board.board.id}`
		);
		expect(rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toContain('Tolk');
		await expect(run(all(), saveConclusion, { ...place, steps: { causes: ' ' } })).rejects.toMatchObject({
			code: 'invalid-input'
		});
		await expect(
			run(board.berit, saveConclusion, { ...place, steps: { causes: 'x' } })
		).rejects.toMatchObject({ code: 'not-permitted' });
	});

	it('leave out responses that may not be used', async () => {
		const before = await ask(all(), 'what-clients-think');
		const first = await board.database.query<{ id: string }>(
			sql`select r.id from responses r join administrations a on a.board_id = r.board_id and a.id = r.administration_id
				where r.board_id = ${board.board.id} and a.instrument_id = 'skl-brukarfragor' order by r.id limit 20`
		);
		for (const { id } of first) {
			await board.database.query(
				sql`insert into response_restrictions (board_id, id, response_id, ground, restricted_on, restricted_by)
					values (${board.board.id}, gen_random_uuid(), ${id}, 'accuracy-contested', '2026-11-01', 'test')`
			);
		}
		const after = await ask(all(), 'what-clients-think');
		const peopleIn = ({ figures: [figure] }: AnsweredReport): number =>
			figure?.kind === 'counts' && figure.counts.all.people.kind === 'shown'
				? figure.counts.all.people.value
				: -1;
		expect(peopleIn(before) - peopleIn(after)).toBe(20);
	});
});
