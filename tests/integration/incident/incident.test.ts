import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealBoard } from '#lib/audit/server/seal-board.ts';
import { registerIdentity } from '#lib/cases/server/commands/register-identity.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import type { IncidentFacts } from '#lib/incident/incident-facts.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { makeTestBoard, testTrail } from '#tests/build/test-board.ts';
import { genklang, listPlaceKinds, type Place } from '../backup/places.ts';
import { root, shippedCatalogue } from '../databases.ts';

const person = { name: 'Kvittra Gulfjäder', personalNumber: '19121212-1212' };

/** Two boards. In the first, one client's case is opened in February and read in March, and another's only opened. */
async function fill(place: Place): Promise<BoardId> {
	const database = await place.open();
	await migrateDatabase(database, root);
	const ids = ['ett', 'två'].map(() => randomUUID() as BoardId);
	for (const [index, id] of ids.entries()) {
		await createBoard(database, { id, code: `board-${index + 1}`, name: `Påhittade nämnd ${index + 1}` });
	}
	const [id] = ids as [BoardId, BoardId];
	const board = makeTestBoard(database, shippedCatalogue(), { id, code: 'board-1', name: '' }, null);
	const february = board.on('2026-02-01', board.karin);
	const caseId = await openTestCase(february, { concern: 'hemlig oro' });
	await run(february, registerIdentity, { caseId, ...person });
	await openTestCase(february);
	const { token } = await sendTestLink(board.karin, caseId);
	await run(board.linkHolder, submitResponse, testSubmission(token));
	await fetch(board.karin, caseOverview, { caseId });
	for (const one of ids) await sealBoard(database, testTrail, one);
	await database.close();
	return id;
}

describe.each(listPlaceKinds())('genklang incident · $name', (kind) => {
	let folder: string;
	let place: Place;
	let boardId: BoardId;
	const into = (name: string): string => join(folder, name);
	const factsIn = (name: string): IncidentFacts =>
		JSON.parse(readFileSync(join(into(name), 'facts.json'), 'utf8')) as IncidentFacts;

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'genklang-incident-'));
		await kind.start();
		place = await kind.make();
		boardId = await fill(place);
	});
	afterAll(async () => {
		await kind.remove();
		rmSync(folder, { recursive: true, force: true });
	});

	it('gathers what has happened since the day, for its owner only', async () => {
		const gathered = await genklang(place, ['incident', '--since', '2026-03-01', '--out', into('mars')]);
		expect(gathered, gathered.stderr).toMatchObject({ status: 0, stderr: '' });
		const files = readdirSync(into('mars')).filter((name) => name !== 'sbom.cdx.json');
		expect(files.sort()).toEqual([
			'access-log-board-1.csv',
			'access-log-board-2.csv',
			'facts.json',
			'report.md',
			'sign-in-events.csv'
		]);
		for (const name of files) expect(statSync(join(into('mars'), name)).mode & 0o777).toBe(0o600);
		const facts = factsIn('mars');
		expect(facts).toMatchObject({
			program: '0.1.0',
			since: '2026-02-28T23:00:00.000Z',
			pendingMigrations: 0
		});
		expect(facts.boards).toMatchObject([
			{
				id: boardId,
				clients: 2,
				identifiedClients: 1,
				cases: 2,
				responses: 1,
				since: {
					logLines: 3,
					actors: 2,
					clientsRead: 1,
					clientsWritten: 1,
					actions: [
						{ action: 'caseOverview', count: 1 },
						{ action: 'sendLink', count: 1 },
						{ action: 'submitResponse', count: 1 }
					]
				},
				log: { checkedLines: 6, fault: null }
			},
			{ clients: 0, since: { logLines: 0, actors: 0, clientsRead: 0 }, log: { checkedLines: 0, fault: null } }
		]);
		const log = readFileSync(join(into('mars'), 'access-log-board-1.csv'), 'utf8')
			.trimEnd()
			.split('\r\n');
		expect(log).toHaveLength(4);
		expect(log[0]).toBe(
			'\uFEFFhappened_at;kind;action;subject_type;subject_id;case_id;actor_kind;actor_id;work_context;seq'
		);
	});

	it('counts from the moment that is asked about', async () => {
		const since = '2026-01-31T00:00:00+01:00';
		expect((await genklang(place, ['incident', '--since', since, '--out', into('allt')])).status).toBe(0);
		expect(factsIn('allt').boards[0]?.since).toMatchObject({ logLines: 6, clientsWritten: 2 });
		expect(
			(await genklang(place, ['incident', '--since', '2026-04-01', '--out', into('inget')])).status
		).toBe(0);
		expect(factsIn('inget').boards[0]?.since).toMatchObject({ logLines: 0, clientsRead: 0, actions: [] });
	});

	it('holds no names, numbers or answers', () => {
		const text = readdirSync(into('allt'))
			.filter((name) => name !== 'sbom.cdx.json')
			.map((name) => readFileSync(join(into('allt'), name), 'utf8'))
			.join('\n');
		expect(text).not.toMatch(/Kvittra|Gulfjäder|121212|hemlig oro|audit_1|\(påhittad\)/);
	});

	it('says when the access log has been tampered with', async () => {
		const database = await place.open();
		await database.orm.transaction(async (tx) => {
			await tx.execute(sql`alter table audit_events disable trigger user`);
			await tx.execute(sql`delete from audit_events where board_id = ${boardId} and seq = 2`);
			await tx.execute(sql`alter table audit_events enable trigger user`);
		});
		await database.close();
		expect(
			(await genklang(place, ['incident', '--since', '2026-03-01', '--out', into('ändrad')])).status
		).toBe(0);
		expect(factsIn('ändrad').boards[0]?.log).toMatchObject({ checkedLines: 1, fault: 'missing' });
		expect(readFileSync(join(into('ändrad'), 'report.md'), 'utf8')).toContain('INTE HEL');
	});

	it('writes over nothing, and says how it is written', async () => {
		const again = await genklang(place, ['incident', '--since', '2026-03-01', '--out', into('mars')]);
		expect(again.status).toBe(1);
		expect(again.stderr).toContain('finns redan');
		for (const args of [
			[],
			['--since', 'i går'],
			['--since', '2026-02-30'],
			['--since', '2026-03-01T10:00']
		]) {
			const wrong = await genklang(place, ['incident', ...args]);
			expect(wrong.status).toBe(2);
			expect(wrong.stderr).toContain('genklang incident --since');
		}
		expect(existsSync(into('i går'))).toBe(false);
	});
});
