/** Two hundred at the same time: every line gets a place, none twice, and the chain is whole. */
import { sql } from 'drizzle-orm';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readAnchors, writeAnchors } from '#lib/audit/server/anchor-file.ts';
import { makeSealer } from '#lib/audit/server/sealer.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { countLines, seal, tamper, verify } from '#tests/build/audit-log.ts';
import { addTestProvider, openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { testTrail } from '#tests/build/test-board.ts';
import { describeOnOwnDatabase } from '../databases.ts';

describeOnOwnDatabase('the chain', (open) => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'genklang-anchors-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const now = () => new Date('2026-03-02T12:00:00Z');

	it('is unbroken after 200 parallel readers, writers and respondents, while several processes seal', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const tokens = await Promise.all(
			Array.from({ length: 40 }, async () => (await sendTestLink(board.karin, caseId)).token)
		);
		await seal(board);
		const before = await countLines(board);

		const sealers = Array.from({ length: 3 }, () =>
			makeSealer({
				database: board.database,
				trail: testTrail,
				anchorFile: null,
				now,
				complain: (sentence) => expect.unreachable(sentence),
				gatherMs: 5
			})
		);
		const writers = Array.from({ length: 200 }, (_, index) => {
			const trail = sealers[index % sealers.length]?.trail ?? testTrail;
			const token = tokens[index];
			if (token) return run({ ...board.linkHolder, trail }, submitResponse, testSubmission(token));
			if (index % 2 === 0) return fetch({ ...board.karin, trail }, caseOverview, { caseId });
			return addTestProvider({ ...board.adnan, trail }, `Utförare ${index} (påhittad)`);
		});
		await Promise.all(writers);
		for (const sealer of sealers) await sealer.close();

		expect(await countLines(board)).toBe(before + 200);
		expect(await verify(board)).toMatchObject({ checked: before + 200, waiting: 0, fault: null });
	});

	it('is sealed soon after something was written, without anybody waiting for it', async () => {
		const board = await open();
		const sealer = makeSealer({
			database: board.database,
			trail: testTrail,
			anchorFile: null,
			now,
			complain: (sentence) => expect.unreachable(sentence),
			gatherMs: 1
		});
		await addTestProvider({ ...board.adnan, trail: sealer.trail });
		await expect.poll(async () => (await verify(board)).checked, { timeout: 10_000 }).toBe(1);
		await sealer.close();
	});

	it('is anchored outside the database, and an anchor that somebody else wrote is told apart', async () => {
		const board = await open();
		const file = join(folder, 'anchors.jsonl');
		await addTestProvider(board.adnan);
		await seal(board);
		await writeAnchors(board.database, testTrail, file, now());
		await addTestProvider(board.adnan);
		await seal(board);
		await writeAnchors(board.database, testTrail, file, now());

		const { byBoard, forgedLines } = readAnchors(file, testTrail);
		const anchors = byBoard.get(board.board.id) ?? [];
		expect(anchors.map(({ seq }) => seq)).toEqual([1, 2]);
		expect(forgedLines).toEqual([]);
		expect(await verify(board, anchors)).toMatchObject({ checked: 2, anchoredTo: 2, fault: null });

		await tamper(board, sql`delete from audit_events where board_id = ${board.board.id} and seq = 2`);
		expect((await verify(board, anchors)).fault).toMatchObject({ kind: 'missing', seq: 2 });

		writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"seq":2', '"seq":1'));
		expect(readAnchors(file, testTrail).forgedLines.length).toBeGreaterThan(0);
		expect(readAnchors(join(folder, 'missing'), testTrail).byBoard.size).toBe(0);
	});

	it('is anchored by a running sealer when it starts and when it stops', async () => {
		const board = await open();
		const file = join(folder, 'anchors.jsonl');
		await addTestProvider(board.adnan);
		const complain = (sentence: string) => expect.unreachable(sentence);
		const sealer = makeSealer({
			database: board.database,
			trail: testTrail,
			anchorFile: file,
			now,
			complain
		});
		await sealer.start();
		await addTestProvider({ ...board.adnan, trail: sealer.trail });
		await sealer.close();
		const anchors = readAnchors(file, testTrail).byBoard.get(board.board.id) ?? [];
		expect(anchors.map(({ seq }) => seq)).toEqual([1, 2]);
	});
});
