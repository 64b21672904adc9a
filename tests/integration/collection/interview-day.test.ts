/**
 * A day with twenty clients, asked as the page asks: every answer is sent until it is acknowledged, while the server is
 * killed and comes back, and answers on their way are lost. Nothing acknowledged may be missing, nothing may be there twice.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InterviewDraft } from '#lib/collection/interview.ts';
import { openTrail } from '#lib/audit/server/audit-key.ts';
import { loadCatalogue } from '#lib/instruments/server/catalogue.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import type { BoardId, ResponseId } from '#lib/shared/ids.ts';
import { makeContext } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch as read } from '#lib/shared/server/read.ts';
import { buildProgram } from '#tests/build/build-program.ts';
import { fillInterviewWorld, type InterviewWorld } from '#tests/build/interview-world.ts';
import { root, startServer, type ServerProcess } from '#tests/build/server-process.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import { listStorageKinds, type StorageUnderFault } from '../../fault/storage-under-fault.ts';
import { findFreePort } from '../postgres-cluster.ts';

const clients = 20;
const kills = 3;

/** What the client says: other codes for each, so that nobody's can be taken for another's. */
const codesOf = (client: number): number[] =>
	Array.from({ length: 10 }, (_, at) => (at < 8 ? 1 + ((client + at) % 4) : ((client + at) % 3) * 2));

describe.each(listStorageKinds())('a day with twenty clients · $name', (kind) => {
	let storage: StorageUnderFault;
	let world: InterviewWorld;
	let port: number;
	let server: ServerProcess;
	beforeAll(async () => {
		await buildProgram();
		storage = await kind.make();
		port = await findFreePort();
		const database = await storage.open();
		world = await fillInterviewWorld(database, `http://127.0.0.1:${port}`, clients);
		await database.close();
	});
	afterAll(() => storage.remove());

	/** One request as the page makes it; null when nothing came back. Now and then the answer is thrown away. */
	async function post(path: string, fields: Record<string, string>, isLost: boolean) {
		try {
			const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
				method: 'POST',
				redirect: 'manual',
				headers: {
					cookie: `${world.cookie.name}=${world.cookie.value}`,
					origin: `http://127.0.0.1:${port}`,
					'x-sveltekit-action': 'true'
				},
				body: new URLSearchParams(fields),
				signal: AbortSignal.timeout(10_000)
			});
			const text = await answer.text();
			return isLost || answer.status >= 500 ? null : { status: answer.status, text };
		} catch {
			return null;
		}
	}

	async function until<T>(attempt: (tries: number) => Promise<T | null>): Promise<T> {
		for (let tries = 0; ; tries += 1) {
			const outcome = await attempt(tries);
			if (outcome !== null) return outcome;
			await wait(100);
		}
	}

	/** All of one interview; gives the response's id. */
	async function ask(client: number): Promise<string> {
		const { caseId, administrationId } = world.interviews[client]!;
		const here = `/cases/${caseId}/interviews/${administrationId}`;
		let version = 1;
		const draft = { answers: {} as Record<string, number>, marks: {}, notes: {}, place: 'audit_1' };
		for (const [at, code] of codesOf(client).entries()) {
			draft.answers[`audit_${at + 1}`] = code;
			draft.place = at < 9 ? `audit_${at + 2}` : 'review';
			const fields = { version: String(version), saveId: randomUUID(), draft: JSON.stringify(draft) };
			// Every fourth answer to a save is lost on its way the first time.
			const saved = await until((tries) =>
				post(`${here}?/save`, fields, tries === 0 && (client + at) % 4 === 0)
			);
			expect(saved.text, `${client} ${at}`).toContain('"type":"success"');
			version += 1;
			await wait(20);
		}
		const submissionId = randomUUID();
		const sent = await until((tries) =>
			post(`${here}?/send`, { version: String(version), submissionId }, tries === 0 && client % 3 === 0)
		);
		expect(sent.text).toContain(`/responses/${submissionId}`);
		return submissionId;
	}

	it(`loses no answer and stores none twice, over ${kills} kills`, async () => {
		server = await startServer(storage.settings, port);
		const killing = (async () => {
			for (let kill = 0; kill < kills; kill += 1) {
				await wait(1_200);
				if (storage.breakDatabase && kill === 1) await storage.breakDatabase();
				await server.kill();
				server = await startServer(storage.settings, port);
			}
		})();
		const waiting = Array.from({ length: clients }, (_, client) => client);
		const sent = new Map<number, string>();
		// Four members of staff at a time.
		await Promise.all(
			Array.from({ length: 4 }, async () => {
				for (let client = waiting.shift(); client !== undefined; client = waiting.shift()) {
					sent.set(client, await ask(client));
				}
			})
		);
		await killing;
		await server.kill();

		const database = await storage.open();
		try {
			const [board] = await queryRows<{ id: BoardId }>(database.orm, sql`select id from boards`);
			const actor = { kind: 'system', boardId: board!.id } as const;
			const trail = openTrail(testMasterKey);
			const system = makeContext(database, actor, loadCatalogue([`${root}/instruments`]), trail);
			const found: InterviewDraft['answers'][] = [];
			for (const [, responseId] of [...sent].sort(([one], [other]) => one - other)) {
				found.push((await read(system, caseResponse, { responseId: responseId as ResponseId })).answers);
			}
			const said = Array.from({ length: clients }, (_, client) =>
				Object.fromEntries(codesOf(client).map((code, at) => [`audit_${at + 1}`, code]))
			);
			expect(found).toEqual(said);
			const [counts] = await queryRows<{ responses: number; half: number }>(
				database.orm,
				sql`select (select count(*) from responses)::int as responses,
					(select count(*) from administrations a where a.state <> 'answered' or a.draft_answers is not null)::int as half`
			);
			expect(counts).toEqual({ responses: clients, half: 0 });
		} finally {
			await database.close();
		}
	});
});
