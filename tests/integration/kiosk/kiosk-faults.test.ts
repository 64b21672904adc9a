/**
 * A tablet under everything that can go wrong at once: requests that never arrive, answers from the server that never come
 * back, a server that is killed, and a tab that is killed. The tablet's own code runs here over the same kind of database
 * as in a browser, against the built program.
 */
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#lib/instruments/server/catalogue.ts';
import type { KioskManifest } from '#lib/kiosk/kiosk-manifest.ts';
import { addKiosk } from '#lib/kiosk/server/commands/add-kiosk.ts';
import { pairKiosk } from '#lib/kiosk/server/commands/pair-kiosk.ts';
import { listKiosks } from '#lib/kiosk/server/reads/list-kiosks.ts';
import type { SignedManifest } from '#lib/kiosk/signed-manifest.ts';
import { addToQueue, countQueue, openKioskStore } from '#lib/kiosk/ui/kiosk-store.ts';
import { sealAnswer } from '#lib/kiosk/ui/seal-answer.ts';
import { sendQueue, type Post } from '#lib/kiosk/ui/send-queue.ts';
import type { BoardId, ResponseId } from '#lib/shared/ids.ts';
import { addDays, toLocalDate, toQuarter } from '#lib/shared/local-date.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch as read } from '#lib/shared/server/read.ts';
import { addTestProvider, openTestSurvey } from '#tests/build/made-up.ts';
import { root, startServer, type ServerProcess } from '#tests/build/server-process.ts';
import { makeTestBoard } from '#tests/build/test-board.ts';
import { listStorageKinds, type StorageUnderFault } from '../../fault/storage-under-fault.ts';
import { findFreePort } from '../postgres-cluster.ts';

const boardCode = 'fault';
const visitors = 1000;
const serverKills = 10;
const tabKills = 10;
/** Every fifth request is dropped, half of them after the server has had it. */
const dropEvery = 5;

describe.each(listStorageKinds())('1 000 visitors at a tablet · $name', ({ make }) => {
	let storage: StorageUnderFault;
	let token: string;

	beforeAll(async () => {
		storage = await make();
		token = await fill(storage);
	});
	afterAll(() => storage.remove());

	it('are stored once each, with a fifth of the requests dropped, ten kills of the server and ten of the tab', async () => {
		const port = await findFreePort();
		const base = `http://127.0.0.1:${port}/kiosk/${boardCode}`;
		let server: ServerProcess = await startServer(storage.settings, port);
		const cookie = `genklang-kiosk=${token}`;
		const sent = (await (await fetch(`${base}/manifest`, { headers: { cookie } })).json()) as SignedManifest;
		const manifest = JSON.parse(sent.text) as KioskManifest;
		const linkId = manifest.surveys[0]!.linkId;

		let requests = 0;
		const post: Post = async (sealed) => {
			requests += 1;
			const isDropped = requests % dropEvery === 0;
			if (isDropped && requests % (2 * dropEvery) === 0) throw new Error('It never left the tablet.');
			const response = await fetch(`${base}/answers`, {
				method: 'POST',
				headers: { cookie, 'content-type': 'application/json', origin: new URL(base).origin },
				body: JSON.stringify({ sealed })
			});
			if (isDropped) throw new Error('The answer never came back.');
			return response;
		};

		const given: string[] = [];
		let store = await openKioskStore(boardCode);
		let sending: Promise<unknown> = Promise.resolve();
		for (let visitor = 1; visitor <= visitors; visitor += 1) {
			const id = randomUUID() as ResponseId;
			const quarter = toQuarter(toLocalDate(new Date()));
			const answers = { sol_1: visitor % 4 };
			const answer = { id, surveyLinkId: linkId, quarter, language: 'sv', answers };
			await addToQueue(store, await sealAnswer(manifest, answer));
			given.push(id);
			if (visitor % 10 === 0) {
				await sending;
				sending = sendQueue(store, post);
			}
			if (visitor % (visitors / tabKills) === 0) {
				// The tab is gone in the midst of sending, and what it had in memory with it; another one is opened.
				const before = store;
				store = await openKioskStore(boardCode);
				await sending;
				before.close();
			}
			if (visitor % (visitors / serverKills) === 50) {
				await server.kill();
				await sending;
				server = await startServer(storage.settings, port);
			}
		}
		await sending;
		for (let left = 1; left > 0; left = (await countQueue(store)).waiting) {
			await sendQueue(store, post);
			await wait(10);
		}
		expect(await countQueue(store)).toEqual({ waiting: 0, refused: 0 });
		store.close();
		await server.kill();

		const database = await storage.open();
		const rows = await queryRows<{ id: string }>(database.orm, sql`select id from sealed_answers`);
		await database.close();
		expect(rows.length).toBe(visitors);
		expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(given));
	});
});

/** A board with one survey and a tablet that is paired; gives the tablet's key. */
async function fill(storage: StorageUnderFault): Promise<string> {
	const database = await storage.open();
	try {
		const board = { id: randomUUID() as BoardId, code: boardCode, name: 'Påhittade nämnden' };
		await createBoard(database, board);
		const people = makeTestBoard(database, loadCatalogue([join(root, 'instruments')]), board, null);
		const today = toLocalDate(new Date());
		const adnan = people.on(today, people.adnan);
		const providerId = await addTestProvider(adnan);
		await openTestSurvey(adnan, [providerId], { opensOn: addDays(today, -1), closesOn: addDays(today, 5) });
		const { surveys } = await read(adnan, listKiosks, {});
		const linkIds = surveys.map(({ linkId }) => linkId);
		const { code } = await run(adnan, addKiosk, { name: 'Väntrummet', pin: '4711', linkIds });
		return (await run(people.on(today, people.linkHolder), pairKiosk, { code })).token;
	} finally {
		await database.close();
	}
}
