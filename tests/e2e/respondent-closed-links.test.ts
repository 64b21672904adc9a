/** Links that do not open: expired, withdrawn, answered, unknown, and a survey before and after its days. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { withdrawLink } from '#lib/collection/server/commands/withdraw-link.ts';
import { loadCatalogue } from '#lib/instruments/server/catalogue.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import {
	addTestProvider,
	openTestCase,
	openTestSurvey,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import { root, startServer, type ServerProcess } from '#tests/build/server-process.ts';
import { makeTestBoard } from '#tests/build/test-board.ts';
import { listStorageKinds, type StorageUnderFault } from '../fault/storage-under-fault.ts';
import { findFreePort } from '../integration/postgres-cluster.ts';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';

/** What each link says, and with which status. */
const closed = {
	expired: { status: 410, heading: 'Länken gäller inte längre' },
	withdrawn: { status: 410, heading: 'Länken är stängd' },
	answered: { status: 410, heading: 'Du har redan svarat' },
	unknown: { status: 404, heading: 'Vi hittar inte länken' },
	ended: { status: 410, heading: 'Undersökningen är inte öppen' },
	early: { status: 410, heading: 'Undersökningen är inte öppen' }
} as const;
type Kind = keyof typeof closed;

let storage: StorageUnderFault;
let server: ServerProcess;
let browser: Browser;
let paths: Readonly<Record<Kind, string>>;

beforeAll(async () => {
	const [kind] = listStorageKinds();
	if (!kind) throw new Error('There is no database to try.');
	storage = await kind.make();
	paths = await makeClosedLinks(storage);
	server = await startServer(storage.settings, await findFreePort());
	browser = await openBrowser();
});
afterAll(async () => {
	await browser.close();
	await server.stop();
	await storage.remove();
});

/** One link of each kind; the test day lies before today, so that what ended then has ended. */
async function makeClosedLinks(place: StorageUnderFault): Promise<Record<Kind, string>> {
	const database = await place.open();
	try {
		const board = { id: randomUUID() as BoardId, code: 'closed', name: 'Påhittade nämnden' };
		await createBoard(database, board);
		const people = makeTestBoard(database, loadCatalogue([join(root, 'instruments')]), board, null);
		const { karin, adnan, linkHolder } = people;
		const far = '2099-12-31' as LocalDate;
		const caseId = await openTestCase(karin);
		const expired = await sendTestLink(karin, caseId);
		const withdrawn = await sendTestLink(karin, caseId, { expiresOn: far });
		await run(karin, withdrawLink, { administrationId: withdrawn.administrationId });
		const answered = await sendTestLink(karin, caseId, { expiresOn: far });
		await run(linkHolder, submitResponse, testSubmission(answered.token));
		const providers = [await addTestProvider(adnan)];
		const ended = await openTestSurvey(adnan, providers, { closesOn: '2026-03-03' as LocalDate });
		const early = await openTestSurvey(adnan, providers, {
			opensOn: '2099-01-01' as LocalDate,
			closesOn: far
		});
		const toPath = (token: string | undefined): string => `/s/${board.code}/${token}`;
		return {
			expired: toPath(expired.token),
			withdrawn: toPath(withdrawn.token),
			answered: toPath(answered.token),
			unknown: toPath('a'.repeat(26)),
			ended: toPath(ended.links[0]?.token),
			early: toPath(early.links[0]?.token)
		};
	} finally {
		await database.close();
	}
}

describe('a link that does not open', () => {
	for (const [kind, { status, heading }] of Object.entries(closed) as [Kind, (typeof closed)[Kind]][]) {
		for (const [size, viewport] of Object.entries({ phone, desktop })) {
			it(`says kindly what has happened when it is ${kind}, on a ${size}`, async () => {
				const context = await browser.newContext({ viewport });
				const page = await context.newPage();
				const answer = await page.goto(server.origin + paths[kind]);
				expect(answer?.status()).toBe(status);
				expect(answer?.headers()['cache-control']).toContain('no-store');
				expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
				await context.close();
			});
		}

		it(`shows no question and takes no answer when it is ${kind}`, async () => {
			const address = server.origin + paths[kind];
			const page = await fetch(`${address}/questions`, { headers: { accept: 'text/html' } });
			expect(page.status).toBe(status);
			expect(await page.text()).not.toContain('audit_1');
			const sent = await fetch(`${address}/questions`, {
				method: 'POST',
				headers: { origin: server.origin, accept: 'text/html' },
				body: new URLSearchParams({ _page: 'audit_1', _move: 'next', audit_1: '0' }),
				redirect: 'manual'
			});
			expect(sent.status).toBe(status);
		});
	}
});
