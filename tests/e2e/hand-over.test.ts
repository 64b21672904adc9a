/**
 * The screen in the client's hands, with the browser's back/forward cache on. Playwright switches it off by itself, so
 * that a test of Back would pass whatever the pages do: here it is on, and a page of the test's own proves it.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillInterviewWorld, type InterviewWorld } from '#tests/build/interview-world.ts';
import { startServer, type ServerProcess } from '#tests/build/server-process.ts';
import { listStorageKinds, type StorageUnderFault } from '../fault/storage-under-fault.ts';
import { findFreePort } from '../integration/postgres-cluster.ts';
import { expectAccessible, launching, openBrowser } from './browser.ts';
import { startForgetfulProxy } from './forgetful-proxy.ts';

/** In the staff's pages, and never to be seen by the client. */
const canary = 'KANARIE';

let browser: Browser;
let storage: StorageUnderFault;
let server: ServerProcess;
let world: InterviewWorld;
let proxy: Server;
let proxied: string;
let port: number;

beforeAll(async () => {
	port = await findFreePort();
	storage = await listStorageKinds()[0]!.make();
	const database = await storage.open();
	world = await fillInterviewWorld(database, `http://127.0.0.1:${port}`, 3);
	await database.close();
	server = await startServer(storage.settings, port);
	proxy = await startForgetfulProxy(port);
	proxied = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
	browser = await openBrowser({
		...launching,
		ignoreDefaultArgs: ['--disable-back-forward-cache']
	});
});
afterAll(async () => {
	await browser.close();
	proxy.close();
	await server.stop();
	await storage.remove();
});

async function signedIn(javaScriptEnabled: boolean): Promise<{ context: BrowserContext; page: Page }> {
	const context = await browser.newContext({ viewport: { width: 820, height: 1100 }, javaScriptEnabled });
	await context.addCookies([{ ...world.cookie, domain: '127.0.0.1', path: '/', httpOnly: true }]);
	return { context, page: await context.newPage() };
}

/** What can be seen, and nothing of what only stands in the document. */
const seen = (page: Page): Promise<string> =>
	page.evaluate(() => `${document.title} ${document.documentElement.hidden ? '' : document.body.innerText}`);

/** Everything that a page can leave in the browser. */
const listStored = (page: Page): Promise<string> =>
	page.evaluate(async () =>
		JSON.stringify([
			Object.entries(localStorage),
			Object.entries(sessionStorage),
			'caches' in window ? await caches.keys() : [],
			await indexedDB.databases()
		])
	);

async function answer(page: Page, number: number): Promise<void> {
	await page
		.getByText(new RegExp(`^Fråga ${number} av`))
		.first()
		.waitFor();
	await page.locator('input[type="radio"]').nth(1).check();
	await page.getByRole('button', { name: 'Nästa' }).click();
}

/** A page that is brought back says no `load`. */
const atOnce = { waitUntil: 'commit', timeout: 5_000 } as const;

/** Back, again and again, and forward: nothing of the staff's, and when `isOver` nothing of the questions either. */
async function expectNothing(page: Page, isOver: boolean): Promise<void> {
	for (const way of ['back', 'back', 'back', 'back', 'forward', 'forward'] as const) {
		await (way === 'back' ? page.goBack(atOnce) : page.goForward(atOnce)).catch(() => null);
		const first = await seen(page).catch(() => '');
		await page.waitForTimeout(250);
		for (const text of [first, await seen(page)]) {
			expect(text).not.toContain(canary);
			expect(text).not.toContain('Hanna');
			if (isOver) expect(text).not.toMatch(/alkohol|dricker|Aldrig/);
		}
	}
}

describe('the browser of this test', () => {
	it('keeps pages that have been left, and shows them again as they stood', async () => {
		const page = await browser.newPage();
		await page.goto(`${proxied}/control/one`);
		await page.evaluate(() => Object.assign(window, { isKept: true }));
		await page.goto(`${proxied}/control/two`);
		// A page that is brought back is not loaded: nothing says that it has been.
		await page.goBack({ waitUntil: 'commit' });
		expect(await page.evaluate(() => 'isKept' in window)).toBe(true);
		await page.close();
	});
});

describe.each([
	['with the pages’ scripts, in a browser that was never told to forget', true],
	['without JavaScript', false]
])('a screen that is handed over, %s', (_how, isScripted) => {
	it('shows the client’s questions, then nothing, until its owner unlocks it', async () => {
		const base = isScripted ? proxied : `http://127.0.0.1:${port}`;
		const { context, page } = await signedIn(isScripted);
		const { caseId, administrationId } = world.interviews[isScripted ? 0 : 1]!;
		await page.goto(`${base}/cases/${caseId}`);
		expect(await page.locator('main').innerText()).toContain(canary);
		const other = await context.newPage();
		await other.goto(`${base}/cases`, { waitUntil: 'load' });

		await page.goto(`${base}/cases/${caseId}/interviews/${administrationId}`, { waitUntil: 'load' });
		if (isScripted) await page.getByText('Sparat', { exact: true }).waitFor();
		await page.getByText('Låt klienten svara själv').click();
		await page.getByRole('button', { name: 'Lås skärmen och lämna över' }).click();
		await page.getByRole('link', { name: 'Börja' }).waitFor();
		expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(canary);
		if (isScripted) {
			await expectAccessible(page);
			// The other tab has been told, and asks again.
			await other.waitForURL(/\/here/);
		}
		await expectNothing(page, false);

		await page.goto(`${base}/here?lang=sv`);
		await page.getByRole('link', { name: 'Börja' }).click();
		// The board's pictures come with the questions, and with nothing else.
		await page.getByRole('button', { name: 'Visa bilder' }).click();
		const picture = `${base}${(await page.locator('main img').getAttribute('src')) ?? ''}`;
		expect((await context.request.get(picture)).headers()['content-type']).toBe('image/png');
		await page.getByRole('button', { name: 'Dölj bilder' }).click();
		await page.getByRole('button', { name: 'Visa bilder' }).waitFor();
		for (let number = 1; number <= 3; number += 1) await answer(page, number);
		await page
			.getByText(/^Fråga 4 av/)
			.first()
			.waitFor();
		// Every address there is, in a new tab or brought back, is the client's questions.
		for (const path of [
			'/today',
			`/cases/${caseId}`,
			'/account',
			'/sign-in',
			`/cases/${caseId}/__data.json`
		]) {
			const asked = await context.request.get(`${base}${path}`);
			expect(await asked.text(), path).not.toContain(canary);
			if (!path.endsWith('.json')) expect(new URL(asked.url()).pathname, path).toBe('/here');
		}
		await page.reload();
		await page
			.getByText(/^Fråga 4 av/)
			.first()
			.waitFor();
		for (let number = 4; number <= 10; number += 1) await answer(page, number);
		await page.getByRole('button', { name: 'Skicka' }).click();
		await page.getByRole('heading', { name: 'Tack!' }).waitFor();
		expect((await context.request.get(picture)).status()).toBe(404);
		await expectNothing(page, true);
		// Without scripts nothing can be stored, and nothing can be asked.
		if (isScripted) expect(await listStored(page)).not.toMatch(/KANARIE|audit_|alkohol/);

		await page.goto(`${base}/here/unlock`);
		await page.locator('input[name="password"]').fill('fel lösenord');
		await page.getByRole('button', { name: 'Lås upp' }).first().click();
		await page.getByText('Det stämmer inte. Försök igen.').first().waitFor();
		await page.locator('input[name="password"]').fill(world.password);
		await page.getByRole('button', { name: 'Lås upp' }).first().click();
		await page.waitForURL(/\/responses\//);
		expect(await page.locator('main').innerText()).toContain('10');
		await page.goto(`${base}/here`);
		await page.waitForURL(/\/today/);
		const { value } = (await context.cookies()).find(({ name }) => name === world.cookie.name)!;
		world = { ...world, cookie: { name: world.cookie.name, value } };
		await context.close();
	});
});
describe('a screen that is handed over and left lying', () => {
	it('asks, waits for whoever is there, and then shows nothing until it is unlocked', async () => {
		const base = `http://127.0.0.1:${port}`;
		const { context, page } = await signedIn(true);
		const { caseId, administrationId } = world.interviews[2]!;
		await page.clock.install();
		await page.goto(`${base}/cases/${caseId}/interviews/${administrationId}`, { waitUntil: 'load' });
		await page.getByText('Sparat', { exact: true }).waitFor();
		await page.getByText('Låt klienten svara själv').click();
		await page.getByRole('button', { name: 'Lås skärmen och lämna över' }).click();
		await page.getByRole('link', { name: 'Börja' }).click();
		await answer(page, 1);
		await page
			.getByText(/^Fråga 2 av/)
			.first()
			.waitFor();
		const asked = page.getByRole('dialog', { name: 'Är du kvar?' });
		const minute = 60_000;
		await page.clock.runFor(3.9 * minute);
		expect(await asked.isVisible()).toBe(false);
		await page.clock.runFor(0.3 * minute);
		await asked.waitFor();
		expect(await asked.innerText()).toMatch(/\b[2-5]\d sekunder kvar/);
		await page.keyboard.press('Enter');
		await asked.waitFor({ state: 'hidden' });
		await page.locator('input[type="radio"]').nth(1).check();
		// What is chosen is a sign of life as well as what is typed.
		await page.clock.runFor(3.9 * minute);
		await page.locator('input[type="radio"]').nth(2).check();
		await page.clock.runFor(3.9 * minute);
		expect(await asked.isVisible()).toBe(false);

		// The last seconds pass by themselves: an answer from the server takes real ones.
		await page.clock.runFor(0.95 * minute);
		await page.getByRole('heading', { name: 'Skärmen är låst' }).waitFor();
		await expectNothing(page, true);
		for (const path of ['/here', '/here/questions', '/here/review', '/today', `/cases/${caseId}`]) {
			const text = await (await context.request.get(`${base}${path}`)).text();
			expect(text, path).not.toMatch(/KANARIE|alkohol|dricker|Aldrig/);
			expect(text, path).toContain('Skärmen är låst');
		}
		await page.goto(`${base}/here/unlock`);
		await page.locator('input[name="password"]').fill(world.password);
		await page.getByRole('button', { name: 'Lås upp' }).first().click();
		await page.waitForURL(new RegExp(`/interviews/${administrationId}`));
		await page
			.getByText(/^Fråga 2 av/)
			.first()
			.waitFor();
		await context.close();
	});
});
