/** Files from the order to the fetched bytes, read back by others' readers. Every person is made up. */
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import readSheets from 'read-excel-file/node';
import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { addUnit } from '#lib/access/server/commands/add-unit.ts';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { protectCase } from '#lib/cases/server/commands/protect-case.ts';
import { restrictResponse } from '#lib/collection/server/commands/restrict-response.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { cancelExport } from '#lib/exports/server/commands/cancel-export.ts';
import { orderExport, type OrderExportInput } from '#lib/exports/server/commands/order-export.ts';
import { makeExportWorker, type ExportWorker } from '#lib/exports/server/export-worker.ts';
import { claimExport, eraseAllFiles } from '#lib/exports/server/queries.ts';
import { exportFile, exportPart } from '#lib/exports/server/reads/export-file.ts';
import { listExports } from '#lib/exports/server/reads/list-exports.ts';
import type { CaseId, ExportId, ResponseId, UnitId, ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import {
	addTestProvider,
	openTestCase,
	openTestSurvey,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { storeReleased } from '#tests/build/released-answers.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;

/** The same person, just signed in with both factors. */
function fresh(context: Context): Context {
	const { actor } = context;
	return actor.kind === 'staff' ? { ...context, actor: { ...actor, signedInAt: context.now() } } : context;
}

function makeOrder(given: Partial<OrderExportInput> = {}): OrderExportInput {
	return {
		dataSet: 'case-responses',
		instrumentId: 'audit',
		instrumentVersion: '1.0.0',
		format: 'csv',
		valueForm: 'codes',
		ageForm: 'group',
		fromDay: null,
		toDay: null,
		providerId: null,
		language: 'sv',
		ground: 'own-follow-up',
		recipient: 'Kvalitetsavdelningen (påhittad)',
		...given
	};
}

/** The files in a packed one, by name: read from the directory at its end, as any program does. */
function unpack(packed: Buffer): Map<string, Buffer> {
	const end = packed.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	const files = new Map<string, Buffer>();
	let at = packed.readUInt32LE(end + 16);
	for (let left = packed.readUInt16LE(end + 10); left > 0; left -= 1) {
		const size = packed.readUInt32LE(at + 20);
		const [nameLength, extra, comment] = [28, 30, 32].map((place) => packed.readUInt16LE(at + place));
		const start = packed.readUInt32LE(at + 42);
		const name = packed.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
		const head = start + 30 + packed.readUInt16LE(start + 26) + packed.readUInt16LE(start + 28);
		const body = packed.subarray(head, head + size);
		files.set(name, packed.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body));
		at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
	}
	return files;
}

describeOnEachDatabase('files out', (open) => {
	let board: TestBoard;
	let worker: ExportWorker;
	let adnan: Context;
	beforeEach(async () => {
		board = await open();
		adnan = fresh(board.adnan);
		worker = makeWorker();
	});

	function makeWorker(now: () => Date = board.adnan.now): ExportWorker {
		return makeExportWorker({
			database: board.database,
			contextFor: (actor: Actor) => ({ ...board.adnan, actor, now }),
			now,
			complain: (sentence) => {
				throw new Error(sentence);
			}
		});
	}

	async function answer(caseId: CaseId, on: string): Promise<ResponseId> {
		const { token } = await sendTestLink(board.on(on, board.karin), caseId, { expiresOn: day('2026-12-31') });
		const { responseId } = await run(board.on(on, board.linkHolder), submitResponse, testSubmission(token));
		return responseId as ResponseId;
	}

	async function fetchWhole(context: Context, exportId: ExportId): Promise<Buffer> {
		await fetch(context, exportFile, { exportId });
		const parts: Buffer[] = [];
		for (let number = 0; ; number += 1) {
			const part = await fetch(context, exportPart, { exportId, number });
			if (!part) return Buffer.concat(parts);
			parts.push(part);
		}
	}

	async function orderAndFetch(given: Partial<OrderExportInput> = {}, by = adnan): Promise<Buffer> {
		const exportId = await run(by, orderExport, makeOrder(given));
		await worker.runDue();
		return fetchWhole(by, exportId);
	}

	async function readRows(given: Partial<OrderExportInput> = {}, by = adnan) {
		const files = unpack(await orderAndFetch(given, by));
		const name = [...files.keys()].find((one) => /\d{8}\.csv$|-[0-9a-f]{8}\.csv$/.test(one)) ?? '';
		return parse(files.get(name) ?? '', { columns: true }) as Record<string, string>[];
	}

	it('have one row per response, case by case in order of time, under the same pseudonym', async () => {
		const [one, other] = [await openTestCase(board.karin), await openTestCase(board.karin)];
		await answer(one, '2026-05-01');
		await answer(other, '2026-03-02');
		await answer(one, '2026-03-02');
		const rows = await readRows();
		expect(rows.map(({ id }) => id)).toEqual(['1', '2', '3']);
		const twice = rows.filter(({ arende }) => rows.filter((row) => row['arende'] === arende).length === 2);
		expect(twice.map(({ matning, svarsdag }) => [matning, svarsdag])).toEqual([
			['1', '2026-03-02'],
			['2', '2026-05-01']
		]);
		expect(rows[0]).toMatchObject({ audit_summa: '24', kon: 'kvinna', aldersgrupp: '30–49', lage: 'lank' });
		expect(await readRows()).toEqual(rows);
	});

	it('have everybody once, however many there are and wherever one reading ends', async () => {
		const dates = Array.from({ length: 6 }, (_, index) => `2026-03-0${index + 2}`);
		for (let number = 0; number < 9; number += 1) {
			const caseId = await openTestCase(board.karin);
			for (const date of dates) await answer(caseId, date);
			if (number % 3 === 0) await run(board.karin, protectCase, { caseId, isProtected: true });
		}
		const rows = await readRows();
		expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 36 }, (_, index) => String(index + 1)));
		const byCase = Map.groupBy(rows, ({ arende }) => arende);
		expect([...byCase.values()].map((of) => of.map((row) => [row['matning'], row['svarsdag']]))).toEqual(
			Array.from({ length: 6 }, () => dates.map((date, index) => [String(index + 1), date]))
		);
	});

	it('tell nothing of who it is: no case number, client number or id of ours', async () => {
		const caseId = await openTestCase(board.karin, { caseNumber: 'Ä-RÖJ', clientNumber: 'K-RÖJ' });
		const responseId = await answer(caseId, '2026-03-02');
		for (const format of ['csv', 'json', 'fhir', 'spss'] as const) {
			const text = [...unpack(await orderAndFetch({ format })).values()].map(String).join();
			for (const secret of ['RÖJ', caseId, responseId]) expect(text).not.toContain(secret);
		}
	});

	it('leave out cases with protected identity and responses that may not be used', async () => {
		const [hidden, held, open] = [
			await openTestCase(board.karin),
			await openTestCase(board.karin),
			await openTestCase(board.karin)
		];
		await answer(hidden, '2026-03-02');
		const responseId = await answer(held, '2026-03-02');
		await answer(open, '2026-03-02');
		await run(board.karin, protectCase, { caseId: hidden, isProtected: true });
		await run(board.karin, restrictResponse, { responseId, ground: 'objection' });
		expect(await readRows()).toHaveLength(1);
	});

	it('keep to the days and to the provider of the intervention', async () => {
		const caseId = await openTestCase(board.karin);
		const providerId = await addTestProvider(board.adnan);
		await run(board.karin, addIntervention, {
			caseId,
			providerId,
			name: 'Påhittad insats',
			decidedOn: null,
			startedOn: day('2026-03-02'),
			endedOn: null
		});
		await answer(caseId, '2026-03-02');
		await answer(caseId, '2026-05-01');
		await answer(await openTestCase(board.karin), '2026-05-01');
		expect(await readRows({ fromDay: day('2026-04-01') })).toHaveLength(2);
		const own = await readRows({ providerId });
		expect(own).toHaveLength(2);
		expect(own[0]?.['utforare']).toMatch(/^Utförare /);
		// Too few have had an intervention with the name: it could say who it is.
		expect(own[0]?.['insats']).toBe('');
	});

	it('reach no further than whoever ordered: a manager has the cases of the own unit', async () => {
		const [north, south] = [
			await run(board.siv, addUnit, { name: 'Norr' }),
			await run(board.siv, addUnit, { name: 'Söder' })
		];
		const worksIn = (role: 'caseworker' | 'unit-manager', unitId: UnitId): Context => ({
			...board.karin,
			actor: {
				kind: 'staff',
				boardId: board.board.id,
				staffId: `test-${role}-${unitId}`,
				name: 'Påhittad',
				roles: [role],
				heldRoles: [{ role, unitId, providerId: null }],
				signedInAt: board.karin.now()
			}
		});
		for (const unitId of [north, south, south]) {
			const caseworker = worksIn('caseworker', unitId);
			const caseId = await openTestCase(caseworker);
			const { token } = await sendTestLink(caseworker, caseId);
			await run(board.linkHolder, submitResponse, testSubmission(token));
		}
		expect(await readRows({}, worksIn('unit-manager', north))).toHaveLength(1);
		expect(await readRows({}, worksIn('unit-manager', south))).toHaveLength(2);
		const surveys = makeOrder({ dataSet: 'anonymous-responses', instrumentId: 'simrishamn-sol' });
		await expect(run(worksIn('unit-manager', north), orderExport, surveys)).rejects.toMatchObject({
			code: 'not-permitted'
		});
		const exportId = await run(worksIn('unit-manager', north), orderExport, makeOrder());
		await worker.runDue();
		await expect(fetchWhole(worksIn('unit-manager', south), exportId)).rejects.toMatchObject({
			code: 'not-found'
		});
	});

	it('open as a workbook with rows, codebook and what the file is', async () => {
		await answer(await openTestCase(board.karin), '2026-03-02');
		const book = await orderAndFetch({ format: 'xlsx' });
		const sheets = await readSheets(book);
		expect(sheets.map(({ sheet }) => sheet)).toEqual(['Svar', 'Kodbok', 'Om filen']);
		const [heading, row] = sheets[0]?.data ?? [];
		const cell = (name: string) => row?.[heading?.indexOf(name) ?? -1];
		expect([cell('audit_summa'), cell('kon')]).toEqual([24, 'kvinna']);
		expect(new Date(String(cell('svarsdag'))).toISOString().slice(0, 10)).toBe('2026-03-02');
		expect(sheets[1]?.data.some(([name]) => name === 'audit_10')).toBe(true);
	});

	it('need both factors given just now, to order and each time to fetch, and every time is in the log', async () => {
		await expect(run(board.adnan, orderExport, makeOrder())).rejects.toMatchObject({
			code: 'fresh-sign-in-required'
		});
		const exportId = await run(adnan, orderExport, makeOrder());
		await worker.runDue();
		await expect(fetch(board.adnan, exportFile, { exportId })).rejects.toMatchObject({
			code: 'fresh-sign-in-required'
		});
		await fetchWhole(adnan, exportId);
		const lines = await queryRows<{ action: string; type: string; reason: string }>(
			board.database.orm,
			sql`select action, subject_type as type, reason from audit_events
				where board_id = ${board.board.id} and subject_id = ${exportId} order by happened_at`
		);
		expect(lines.map(({ action, type, reason }) => [action, type, reason])).toEqual([
			['orderExport', 'export', 'own-follow-up case-responses audit csv'],
			['exportFile', 'case-list', 'own-follow-up']
		]);
	});

	it('are sealed where they lie, and are the bytes that their sum says', async () => {
		await answer(await openTestCase(board.karin), '2026-03-02');
		const exportId = await run(adnan, orderExport, makeOrder({ recipient: 'KANARIEFÅGEL' }));
		await worker.runDue();
		const parts = await queryRows<{ content: string }>(
			board.database.orm,
			sql`select content from export_parts where export_id = ${exportId}`
		);
		expect(parts.every(({ content }) => /^g1\.\d+\./.test(content))).toBe(true);
		expect(parts.length).toBeGreaterThan(0);
		const [row] = await queryRows<{ recipient: string; hash: string; bytes: number }>(
			board.database.orm,
			sql`select recipient, file_hash as hash, file_bytes as bytes from export_orders where id = ${exportId}`
		);
		expect(row?.recipient).toMatch(/^g1\./);
		const whole = await fetchWhole(adnan, exportId);
		expect(createHash('sha256').update(whole).digest('hex')).toBe(row?.hash);
		expect(whole).toHaveLength(row?.bytes ?? 0);
	});

	it('are made by one process only, and begun anew when it is stopped in the middle', async () => {
		await answer(await openTestCase(board.karin), '2026-03-02');
		const exportId = await run(adnan, orderExport, makeOrder());
		const scope = { tx: board.database.orm, boardId: board.board.id };
		const now = board.adnan.now();
		const soon = new Date(now.getTime() + 60_000);
		// Somebody who has begun and is then gone: the claim stands a minute.
		expect(await claimExport(scope, exportId, now, soon)).toBe(1);
		expect(await worker.runDue()).toBe(0);
		const later = new Date(now.getTime() + 61_000);
		expect(await makeWorker(() => later).runDue()).toBe(1);
		const [order] = await fetch(adnan, listExports, {});
		expect([order?.state, order?.rowsDone]).toEqual(['done', 1]);
	});

	it('are made once when two processes look at the same time', async () => {
		for (let index = 0; index < 3; index += 1) await run(adnan, orderExport, makeOrder());
		const finished = await Promise.all([worker.runDue(), makeWorker().runDue()]);
		expect(finished[0] + finished[1]).toBe(3);
	});

	it('can be cancelled, and leave nothing', async () => {
		const exportId = await run(adnan, orderExport, makeOrder());
		await run(adnan, cancelExport, { exportId });
		expect(await worker.runDue()).toBe(0);
		expect((await fetch(adnan, listExports, {}))[0]?.state).toBe('cancelled');
		await expect(fetchWhole(adnan, exportId)).rejects.toMatchObject({ code: 'not-found' });
	});

	it('are gone after a day, and when somebody is erased', async () => {
		const old = await run(adnan, orderExport, makeOrder());
		await worker.runDue();
		const nextDay = new Date(board.adnan.now().getTime() + 25 * 3_600_000);
		await makeWorker(() => nextDay).runDue();
		await expect(fetchWhole(adnan, old)).rejects.toMatchObject({ code: 'not-found' });
		const young = await run(adnan, orderExport, makeOrder());
		await worker.runDue();
		await eraseAllFiles({ tx: board.database.orm, boardId: board.board.id });
		await expect(fetchWhole(adnan, young)).rejects.toMatchObject({ code: 'not-found' });
		expect(
			await queryRows(board.database.orm, sql`select id from export_parts where board_id = ${board.board.id}`)
		).toEqual([]);
	});

	it('are at most five at a time', async () => {
		for (let index = 0; index < 5; index += 1) await run(adnan, orderExport, makeOrder());
		await expect(run(adnan, orderExport, makeOrder())).rejects.toMatchObject({ code: 'too-many-exports' });
	});

	it('hold anonymous responses only where there are enough, without day, order or words', async () => {
		const [large, small] = [await addTestProvider(board.adnan), await addTestProvider(board.adnan)];
		const { surveyId } = await openTestSurvey(board.adnan, [large, small]);
		const answered = (providerId: ProviderId, count: number, quarter: string) =>
			storeReleased(
				board,
				{ surveyId, providerId, quarter },
				Array.from({ length: count }, (_, index) => ({ sol_1: index % 4 }))
			);
		await answered(large, 12, '2026-Q1');
		await answered(large, 3, '2026-Q2');
		await answered(small, 9, '2026-Q1');
		const summer = board.on('2026-07-02', board.adnan);
		worker = makeWorker(summer.now);
		const rows = await readRows(
			{ dataSet: 'anonymous-responses', instrumentId: 'simrishamn-sol' },
			fresh(summer)
		);
		expect(rows).toHaveLength(12);
		expect(new Set(rows.map(({ period }) => period))).toEqual(new Set(['2026-Q1']));
		expect(new Set(rows.map(({ utforare }) => utforare)).size).toBe(1);
		expect(Object.keys(rows[0] ?? {}).slice(0, 5)).toEqual([
			'id',
			'period',
			'utforare',
			'instrument',
			'version'
		]);
	});
});
