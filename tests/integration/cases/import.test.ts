import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { addUnit } from '#lib/access/server/commands/add-unit.ts';
import { closeCase } from '#lib/cases/server/commands/close-case.ts';
import { discardImport } from '#lib/cases/server/commands/discard-import.ts';
import { importCases } from '#lib/cases/server/commands/import-cases.ts';
import { mapImport } from '#lib/cases/server/commands/map-import.ts';
import { sweepImports } from '#lib/cases/server/commands/sweep-imports.ts';
import { stageImport } from '#lib/cases/server/commands/stage-import.ts';
import { exportFields, toExportRows } from '#lib/cases/import/export-rows.ts';
import { readFile } from '#lib/cases/server/import/read-file.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { clientIdentity } from '#lib/cases/server/reads/client-identity.ts';
import { exportCases } from '#lib/cases/server/reads/export-cases.ts';
import { listCases } from '#lib/cases/server/reads/list-cases.ts';
import { pendingImport } from '#lib/cases/server/reads/pending-import.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { addTestProvider, openTestCase } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const heading = 'Ärendenummer;Klientnummer;Namn;Personnummer;Kön;Öppnat;Insats;Utförare;Började;Avslutades';
// Made up; the number is from Skatteverket's worked example (SKV 704).
const first = 'Ä-1;K-1;Tolvan Påhittad;640823-3234;;2026-01-02;Samtal;Mottagningen;2026-01-10;';
const second = 'Ä-2;K-2;;;Kvinna;2026-01-03;;;;';

async function stage(context: Context, ...rows: string[]): Promise<void> {
	const cells = await readFile(Buffer.from([heading, ...rows].join('\n')));
	if (!cells.ok) throw new Error(cells.problem);
	await run(context, stageImport, { cells: cells.value });
}

async function getPending(context: Context) {
	const { pending } = await fetch(context, pendingImport, {});
	if (!pending) throw new Error('There is no file on its way.');
	return pending;
}

async function importRows(context: Context, ...rows: string[]) {
	await stage(context, ...rows);
	const { id: importId } = await getPending(context);
	return run(context, importCases, { importId });
}

const listOf = (board: TestBoard) => fetch(board.karin, listCases, {});
const day = (text: string) => text as LocalDate;

describeOnEachDatabase('a file of cases', (open) => {
	it('does nothing until it is imported, and then opens its cases whole', async () => {
		const board = await open();
		await addTestProvider(board.adnan, 'Mottagningen');
		await stage(board.karin, first, second);
		const pending = await getPending(board.karin);
		expect(pending.checked).toMatchObject({ problems: [], unmapped: [], plan: { unchangedCases: 0 } });
		expect(await listOf(board)).toEqual([]);

		const imported = await run(board.karin, importCases, { importId: pending.id });
		expect(imported).toEqual({
			newCases: 2,
			addedInterventions: 0,
			endedInterventions: 0,
			unchangedCases: 0
		});
		const cases = await listOf(board);
		expect(cases.map(({ caseNumber }) => caseNumber).sort()).toEqual(['Ä-1', 'Ä-2']);
		const caseId = cases.find(({ caseNumber }) => caseNumber === 'Ä-1')?.id as CaseId;
		const overview = await fetch(board.karin, caseOverview, { caseId });
		expect(overview).toMatchObject({
			case: { client: { clientNumber: 'K-1', sex: 'male', birthYear: 1964 }, openedOn: '2026-01-02' },
			interventions: [{ name: 'Samtal', providerName: 'Mottagningen', startedOn: '2026-01-10' }]
		});
		expect(await fetch(board.karin, clientIdentity, { caseId })).toEqual({
			name: 'Tolvan Påhittad',
			personalNumber: '196408233234'
		});
		// The file is gone with its names.
		expect((await fetch(board.karin, pendingImport, {})).pending).toBeNull();
	});

	it('puts the cases in the unit where the caseworker works, so that they are within reach', async () => {
		const board = await open();
		const unitId = await run(board.siv, addUnit, { name: 'Väst (påhittad)' });
		const heldRoles = [{ role: 'caseworker' as const, unitId, providerId: null }];
		const inWest = { ...board.karin, actor: { ...board.karin.actor, heldRoles } } as Context;
		await importRows(inWest, second);
		expect(await fetch(inWest, listCases, {})).toMatchObject([{ caseNumber: 'Ä-2' }]);
	});

	it('leaves a line for the file, and one for each case that came with it', async () => {
		const board = await open();
		await importRows(board.karin, second, 'Ä-3;K-3;;;;2026-01-02;;;;');
		const lines = await queryRows<{ action: string; reason: string | null; cases: number }>(
			board.database.orm,
			sql`select action, reason, count(case_id)::int as cases from audit_events
				where board_id = ${board.board.id} group by action, reason order by action, reason`
		);
		expect(lines).toEqual([
			{ action: 'importCases', reason: 'import', cases: 0 },
			{ action: 'importCases', reason: null, cases: 2 },
			{ action: 'pendingImport', reason: 'import', cases: 0 },
			{ action: 'stageImport', reason: 'import', cases: 0 }
		]);
	});

	it('opens nothing at all when one row is wrong, and says which', async () => {
		const board = await open();
		await stage(board.karin, second, 'Ä-3;K-3;;;Kvinna;i fjol;;;;', 'Ä-4;K-4;;;;2026-01-02;Samtal;Okänd;;');
		const { id: importId, checked } = await getPending(board.karin);
		expect(checked.problems).toEqual([
			{ row: 3, field: 'openedOn', code: 'not-a-date', value: 'i fjol' },
			{ row: 4, field: 'provider', code: 'unknown-provider', value: 'Okänd' }
		]);
		await expect(run(board.karin, importCases, { importId })).rejects.toMatchObject({
			code: 'import-refused'
		});
		expect(await listOf(board)).toEqual([]);
	});

	it('is the same the second time: what is there already is known again', async () => {
		const board = await open();
		await addTestProvider(board.adnan, 'Mottagningen');
		await importRows(board.karin, first, second);
		expect(await importRows(board.karin, first, second)).toMatchObject({ newCases: 0, unchangedCases: 2 });
		const ended = first.replace(/;$/, ';2026-02-28');
		const more = 'Ä-2;K-2;;;Kvinna;2026-01-03;Boendestöd;Mottagningen;2026-02-01;';
		expect(await importRows(board.karin, ended, more)).toEqual({
			newCases: 0,
			addedInterventions: 1,
			endedInterventions: 1,
			unchangedCases: 0
		});
		expect(await listOf(board)).toHaveLength(2);
	});

	it('is not imported in place of another that was looked at', async () => {
		const board = await open();
		await stage(board.karin, second);
		const { id: importId } = await getPending(board.karin);
		await stage(board.karin, 'Ä-9;K-9;;;;2026-01-02;;;;');
		await expect(run(board.karin, importCases, { importId })).rejects.toMatchObject({
			code: 'changed-meanwhile'
		});
		await run(board.karin, discardImport, {});
		expect((await fetch(board.karin, pendingImport, {})).pending).toBeNull();
	});

	it('is refused when a case has been opened since it was looked at', async () => {
		const board = await open();
		await stage(board.karin, second);
		const { id: importId } = await getPending(board.karin);
		const caseId = await openTestCase(board.karin, { caseNumber: 'Ä-2', clientNumber: 'K-annan' });
		await run(board.karin, closeCase, { caseId, closedOn: day('2026-03-02') });
		await expect(run(board.karin, importCases, { importId })).rejects.toMatchObject({
			code: 'import-refused'
		});
	});

	it('is read by the columns that are chosen, and the choice is kept for the next file', async () => {
		const board = await open();
		const cells = { headings: ['Dnr', 'Vem', 'Inlett'], rows: [['Ä-1', 'K-1', '2026-01-02']] };
		await run(board.karin, stageImport, { cells });
		expect((await getPending(board.karin)).checked.unmapped).toEqual(['caseNumber', 'clientNumber']);
		const columns = { caseNumber: 0, clientNumber: 1, openedOn: 2 };
		await run(board.karin, mapImport, { columns, unitId: null, saveAs: 'Vårt system' });
		const { id: importId, checked } = await getPending(board.karin);
		expect(checked).toMatchObject({ unmapped: [], problems: [] });
		await run(board.karin, importCases, { importId });

		const { sources } = await fetch(board.karin, pendingImport, {});
		expect(sources.map(({ name }) => name)).toEqual(['Vårt system']);
		const moved = { headings: ['Vem', 'Inlett', 'Dnr'], rows: [['K-2', '2026-01-03', 'Ä-2']] };
		await run(board.karin, stageImport, { cells: moved, sourceId: sources[0]?.id ?? null });
		expect((await getPending(board.karin)).checked.plan.newCases).toMatchObject([{ caseNumber: 'Ä-2' }]);
	});

	it('is thrown away after a day, and is nobody else’s', async () => {
		const board = await open();
		await stage(board.karin, second);
		const colleague = { ...board.karin, actor: { ...board.karin.actor, staffId: 'test-Kim' } } as Context;
		expect((await fetch(colleague, pendingImport, {})).pending).toBeNull();
		await stage(board.on('2026-03-04', colleague), second);
		expect((await fetch(board.karin, pendingImport, {})).pending).toBeNull();
	});

	it('is thrown away at night too, and nothing is written down when there was none', async () => {
		const board = await open();
		await stage(board.karin, second);
		const system: Context = { ...board.karin, actor: { kind: 'system', boardId: board.board.id } };
		const lines = () =>
			queryRows<{ count: number }>(
				board.database.orm,
				sql`select count(*)::int as count from audit_events
					where board_id = ${board.board.id} and action = 'sweepImports'`
			);
		expect(await run(board.on('2026-03-03', system), sweepImports, {})).toBe(0);
		expect(await lines()).toEqual([{ count: 0 }]);
		expect(await run(board.on('2026-03-04', system), sweepImports, {})).toBe(1);
		expect(await lines()).toEqual([{ count: 1 }]);
		expect((await fetch(board.karin, pendingImport, {})).pending).toBeNull();
	});

	it('comes and goes with caseworkers and unit managers only, out again only just after signing in', async () => {
		const board = await open();
		for (const context of [board.adnan, board.berit, board.linkHolder, board.siv]) {
			await expect(stage(context, second)).rejects.toMatchObject({ code: 'not-permitted' });
			await expect(fetch(context, exportCases, {})).rejects.toMatchObject({ code: 'not-permitted' });
		}
		await expect(fetch(board.karin, exportCases, {})).rejects.toMatchObject({
			code: 'fresh-sign-in-required'
		});
	});

	it('goes out without names and comes in again as the same', async () => {
		const board = await open();
		await addTestProvider(board.adnan, 'Mottagningen');
		await importRows(board.karin, first, second);
		const signedInAt = board.karin.now();
		const fresh = { ...board.karin, actor: { ...board.karin.actor, signedInAt } } as Context;
		const rows = toExportRows(await fetch(fresh, exportCases, {}), { female: 'Kvinna', male: 'Man' });
		expect(JSON.stringify(rows)).not.toMatch(/Tolvan|3234/);
		const columns = Object.fromEntries(exportFields.map((field, at) => [field, at]));
		await run(board.karin, stageImport, { cells: { headings: [...exportFields], rows } });
		await run(board.karin, mapImport, { columns, unitId: null, saveAs: null });
		expect((await getPending(board.karin)).checked).toMatchObject({
			problems: [],
			plan: { newCases: [], addedInterventions: [], unchangedCases: 2 }
		});
	});
});
