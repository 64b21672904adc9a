import { sql, type SQL } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { registerIdentity } from '#lib/cases/server/commands/register-identity.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { clientIdentity } from '#lib/cases/server/reads/client-identity.ts';
import { listCases } from '#lib/cases/server/reads/list-cases.ts';
import { searchClient } from '#lib/cases/server/reads/search-client.ts';
import { saveDraft } from '#lib/collection/server/commands/save-draft.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import { makeFieldCipher } from '#lib/secrecy/server/field-cipher.ts';
import { believedMs, makeKeyRing } from '#lib/secrecy/server/key-ring.ts';
import { newKey, toMasterKey } from '#lib/secrecy/server/master-key.ts';
import { changeMasterKey, rotateTenantKeys, sweepOldRows } from '#lib/secrecy/server/rotate-keys.ts';
import type { Sealed, SealedColumn } from '#lib/secrecy/sealed-columns.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows, type Database } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import {
	addTestProvider,
	audit24,
	openTestCase,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnOwnDatabase } from '../databases.ts';

/** A case with something in every sealed column of it. */
async function fill(board: TestBoard) {
	const { karin, adnan, linkHolder } = board;
	const caseId = await openTestCase(karin, { concern: 'påhittad oro' });
	await run(karin, registerIdentity, {
		caseId,
		name: 'Tolvan Tolvansson',
		personalNumber: '19121212-1212'
	});
	const noDays = { decidedOn: null, startedOn: null, endedOn: null };
	const providerId = await addTestProvider(adnan);
	await run(karin, addIntervention, { caseId, providerId, name: 'påhittad insats', ...noDays });
	const answered = await sendTestLink(karin, caseId);
	const { responseId } = await run(linkHolder, submitResponse, testSubmission(answered.token));
	const { token } = await sendTestLink(karin, caseId);
	await run(linkHolder, saveDraft, { token, answers: { audit_1: 3 }, page: 'audit_1', language: 'sv' });
	if (!responseId) throw new Error('The response was not stored.');
	return { caseId, responseId, token };
}

async function readAll(karin: Context, linkHolder: Context, of: Awaited<ReturnType<typeof fill>>) {
	const overview = await fetch(karin, caseOverview, { caseId: of.caseId });
	const target = await fetch(linkHolder, findLink, { token: of.token });
	const search = { by: 'personal-number', text: '121212+1212' } as const;
	return {
		concern: overview.case.concern,
		interventions: overview.interventions.map(({ name }) => name),
		identity: await fetch(karin, clientIdentity, { caseId: of.caseId }),
		answers: (await fetch(karin, caseResponse, { responseId: of.responseId })).answers,
		draft: target.kind === 'case' && target.draft?.answers,
		found: (await fetch(karin, searchClient, search)).hits.map(({ caseId }) => caseId)
	};
}

const atOnce = async (): Promise<void> => {};

const over = (context: Context, database: Database): Context => ({ ...context, database });

async function wrappedKeys({ database, board }: TestBoard) {
	return queryRows<{ version: number; state: string; wrapped: string | null }>(
		database.orm,
		sql`select version, state, wrapped_key as wrapped from tenant_keys
			where board_id = ${board.id} order by version`
	);
}

async function sealedConcern({ database, board }: TestBoard): Promise<{ id: string; concern: Sealed }> {
	const [row] = await queryRows<{ id: string; concern: Sealed }>(
		database.orm,
		sql`select id, concern from cases where board_id = ${board.id}`
	);
	if (!row) throw new Error('There is no case.');
	return row;
}

describeOnOwnDatabase('rotating the boards’ keys', (open) => {
	it('keeps everything readable and findable under a new key', async () => {
		const board = await open();
		const of = await fill(board);
		const before = await readAll(board.karin, board.linkHolder, of);
		expect(before).toMatchObject({
			concern: 'påhittad oro',
			answers: audit24,
			draft: { audit_1: 3 },
			found: [of.caseId]
		});
		const rotated = await rotateTenantKeys(board.database, atOnce);
		await sweepOldRows(board.database);
		expect(rotated.find(({ boardId }) => boardId === board.board.id)).toMatchObject({ version: 2, count: 7 });
		expect(await readAll(board.karin, board.linkHolder, of)).toEqual(before);
	});

	it('destroys the old key: what it sealed can no longer be opened', async () => {
		const board = await open();
		await fill(board);
		const [oldKey] = await wrappedKeys(board);
		const old = await sealedConcern(board);
		const key = testMasterKey.unwrap(board.board.id, 1, oldKey?.wrapped ?? '');
		await rotateTenantKeys(board.database, atOnce);

		expect(await wrappedKeys(board)).toMatchObject([
			{ version: 1, state: 'retired', wrapped: null },
			{ version: 2, state: 'active' }
		]);
		const now = await sealedConcern(board);
		expect(now.concern).toMatch(/^g1\.2\./);
		const cipher = await board.database.keyRing.cipherOf(board.board.id, board.database.query);
		expect(cipher.open('cases.concern', now.id, now.concern)).toBe('påhittad oro');
		expect(() => cipher.open('cases.concern', old.id, old.concern)).toThrow('cannot-decrypt');
		if (!key) throw new Error('The test’s master key is another one.');
		const keys = new Map([[1, key]]);
		const withOld = makeFieldCipher({ boardId: board.board.id, activeVersion: 1, keys });
		expect(() => withOld.open('cases.concern', now.id, now.concern)).toThrow('cannot-decrypt');
	});

	it('lets servers that are running go on reading, writing and finding, whatever they have in memory', async () => {
		const board = await open();
		const of = await fill(board);
		const before = await readAll(board.karin, board.linkHolder, of);
		let clock = 0;
		/** Another server: what it has in memory it believes for a minute. */
		const server = { ...board.database, keyRing: makeKeyRing(testMasterKey, () => clock) };
		const [karin, linkHolder] = [over(board.karin, server), over(board.linkHolder, server)];
		expect(await readAll(karin, linkHolder, of)).toEqual(before);
		await rotateTenantKeys(board.database, async (milliseconds) => {
			// Just before the server looks again, and when it has.
			for (const elapsed of [believedMs - 1, milliseconds - believedMs + 1]) {
				clock += elapsed;
				expect(await readAll(karin, linkHolder, of)).toEqual(before);
				expect(await readAll(board.karin, board.linkHolder, of)).toEqual(before);
				await writeAnother(karin);
				await writeAnother(board.karin);
			}
		});
		clock += believedMs;
		for (const context of [karin, board.karin]) {
			const answers = await fetch(context, caseResponse, { responseId: of.responseId });
			expect(answers.answers).toEqual(audit24);
			expect(await countReadable(context)).toBe(9);
		}
	});

	it('can be finished by running it again, wherever it was stopped', async () => {
		const board = await open();
		const of = await fill(board);
		const before = await readAll(board.karin, board.linkHolder, of);
		for (const stopAt of [1, 2]) {
			let pauses = 0;
			const stop = async (): Promise<void> => {
				pauses += 1;
				if (pauses === stopAt) throw new Error('stopped');
			};
			await expect(rotateTenantKeys(board.database, stop)).rejects.toThrow('stopped');
			expect(await readAll(board.karin, board.linkHolder, of)).toEqual(before);
		}
		await rotateTenantKeys(board.database, atOnce);
		expect((await wrappedKeys(board)).filter(({ wrapped }) => wrapped !== null)).toMatchObject([
			{ state: 'active' }
		]);
		expect(await readAll(board.karin, board.linkHolder, of)).toEqual(before);
	});

	it('destroys no key while there is something that cannot be sealed anew', async () => {
		const board = await open();
		const of = await fill(board);
		const before = await readAll(board.karin, board.linkHolder, of);
		const { id, concern } = await sealedConcern(board);
		const write = (value: string) =>
			board.database.orm.execute(
				sql`update cases set concern = ${value} where board_id = ${board.board.id} and id = ${id}`
			);
		await write('g1.1.AAAA');
		await expect(rotateTenantKeys(board.database, atOnce)).rejects.toThrow('cannot-decrypt');
		await write(concern);
		expect(await readAll(board.karin, board.linkHolder, of)).toEqual(before);
	});
});

describeOnOwnDatabase('changing the master key', (open) => {
	it('locks the boards’ keys with the new one and leaves what they sealed as it is', async () => {
		const board = await open();
		const of = await fill(board);
		const before = await readAll(board.karin, board.linkHolder, of);
		const sealed = await sealedConcern(board);
		const other = toMasterKey(newKey().export());
		await changeMasterKey(board.database, other);
		expect(await sealedConcern(board)).toEqual(sealed);

		const opened = { ...board.database, keyRing: makeKeyRing(other) };
		const [karin, linkHolder] = [over(board.karin, opened), over(board.linkHolder, opened)];
		expect(await readAll(karin, linkHolder, of)).toEqual(before);
		await expect(fetch(board.karin, caseOverview, { caseId: of.caseId })).rejects.toThrow('rätt fil');
		await changeMasterKey(opened, testMasterKey);
	});

	it('is refused by whoever has the wrong one', async () => {
		const board = await open();
		const wrong = { ...board.database, keyRing: makeKeyRing(toMasterKey(newKey().export())) };
		await expect(changeMasterKey(wrong, testMasterKey)).rejects.toThrow('rätt fil');
		expect(await wrappedKeys(board)).toHaveLength(1);
	});
});

describeOnOwnDatabase('sealed values in the database', (open) => {
	const swaps: readonly (readonly [SealedColumn, string, string])[] = [
		['cases.concern', 'cases', 'concern'],
		['responses.answers', 'responses', 'answers']
	];
	it.each(swaps)('cannot be moved to another row: %s', async (_name, table, column) => {
		const board = await open();
		const [one, other] = [await fill(board), await fillAnother(board)];
		const name = sql.identifier(column);
		await pastTheLock(
			board,
			sql`
			update ${sql.identifier(table)} a set ${name} = b.${name} from ${sql.identifier(table)} b
			where a.board_id = ${board.board.id} and b.board_id = a.board_id and b.id <> a.id`
		);
		for (const { caseId, responseId } of [one, other]) {
			const reading =
				table === 'cases'
					? fetch(board.karin, caseOverview, { caseId })
					: fetch(board.karin, caseResponse, { responseId });
			await expect(reading).rejects.toMatchObject({ code: 'cannot-decrypt' });
		}
	});

	it('cannot be moved to another column', async () => {
		const board = await open();
		const { caseId } = await fill(board);
		await board.database.orm.execute(
			sql`update clients set name = personal_number where board_id = ${board.board.id}`
		);
		await expect(fetch(board.karin, clientIdentity, { caseId })).rejects.toMatchObject({
			code: 'cannot-decrypt'
		});
	});

	it('cannot be plain text: the database refuses it', async () => {
		const board = await open();
		await fill(board);
		for (const [table, column] of [
			['clients', 'name'],
			['clients', 'personal_number'],
			['cases', 'concern'],
			['interventions', 'name'],
			['responses', 'answers'],
			['administrations', 'draft_answers']
		] as const) {
			const writing = pastTheLock(
				board,
				sql`
				update ${sql.identifier(table)} set ${sql.identifier(column)} = '{"öppet":1}'
				where board_id = ${board.board.id} and ${sql.identifier(column)} is not null`
			);
			await expect(writing, `${table}.${column}`).rejects.toMatchObject({ cause: { code: '23514' } });
		}
	});
});

/** Past the guard that lets answers only be corrected: these tests are about what lies behind it. */
function pastTheLock({ database }: TestBoard, statement: SQL): Promise<unknown> {
	return database.orm.transaction(async (tx) => {
		await tx.execute(sql`select set_config('genklang.answers_change', 'reseal', true)`);
		await tx.execute(statement);
	});
}

async function fillAnother(board: TestBoard) {
	const caseId = await openTestCase(board.karin, { concern: 'en annan oro' });
	const { token } = await sendTestLink(board.karin, caseId);
	const { responseId } = await run(board.linkHolder, submitResponse, testSubmission(token));
	if (!responseId) throw new Error('The response was not stored.');
	return { caseId, responseId };
}

let written = 0;

/** A case with a number of its own, which nobody else may have. */
async function writeAnother(context: Context): Promise<void> {
	written += 1;
	await openTestCase(context, { concern: `oro ${written}` });
}

async function countReadable(context: Context): Promise<number> {
	const rows = await fetch(context, listCases, {});
	return rows.filter(({ concern }) => concern?.includes('oro')).length;
}
