/**
 * Out in a hurry from pages that ask about violence (security reference A16), with the browser's back/forward cache on and a
 * browser that was never told to forget: a test of Back passes by itself where Playwright has switched the cache off.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openProfile, phone } from './browser.ts';
import { startForgetfulProxy } from './forgetful-proxy.ts';
import { makeLink } from './respondent-links.ts';

const baseUrl = inject('baseUrl');
const exit = 'https://www.smhi.se/';
/** Words that stand in the questions, the form's name or the board's. */
const telling = /jourpatrull|våld|rädd|hemma|nämnd/i;
let proxy: Server;
let proxied: string;
let folder: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'genklang-exit-'));
	proxy = await startForgetfulProxy(Number(new URL(baseUrl).port));
	proxied = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterAll(() => {
	proxy.close();
	rmSync(folder, { recursive: true, force: true });
});

/** A browser with a profile of its own; where the exit leads answers without a network. */
async function open(options: BrowserContextOptions = {}): Promise<{ context: BrowserContext; page: Page }> {
	const profile = mkdtempSync(join(folder, 'p-'));
	// The way there by a redirect is not answered below, and asks nobody.
	const nobody = ['--host-resolver-rules=MAP www.smhi.se ~NOTFOUND'];
	const context = await openProfile(profile, { viewport: phone, ...options }, nobody);
	await context.route(`${exit}**`, (route) =>
		route.fulfill({ contentType: 'text/html', body: '<title>Väder</title><h1>Prognos</h1>' })
	);
	return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

const linkAboutViolence = async (through: string): Promise<string> =>
	(await makeLink(baseUrl, 'jourpatrullen-barn')).replace(baseUrl, through);

async function beginAnswering(page: Page, link: string): Promise<void> {
	await page.goto(link, { waitUntil: 'load' });
	await page.getByRole('link', { name: 'Börja' }).click();
	await page.locator('#journey').waitFor();
	await page.locator('#journey input[type="radio"]').first().check();
	await page.getByRole('button', { name: 'Nästa' }).click();
	await page
		.getByText(/^Del 2 av/)
		.first()
		.waitFor();
}

/** A page that is brought back says no `load`. */
const atOnce = { waitUntil: 'commit', timeout: 5_000 } as const;

/** Back again and again, as far as it goes: nothing but where the exit led, or what was there before. */
async function expectNothingBehind(page: Page): Promise<void> {
	await page.waitForURL(exit);
	for (let step = 0; step < 5; step += 1) {
		await page.goBack(atOnce).catch(() => null);
		const look = () =>
			page.evaluate(() =>
				document.documentElement.hidden ? '' : `${document.title} ${document.body.innerText}`
			);
		const first = await look().catch(() => '');
		await page.waitForTimeout(300);
		for (const shown of [first, await look()]) {
			expect(shown).not.toMatch(/Fråga|Del \d|Börja|Lämna sidan|Genklang/);
			expect(shown).not.toMatch(telling);
		}
	}
}

describe('the browser of this test', () => {
	it('keeps pages that have been left, and shows them again as they stood', async () => {
		const { context, page } = await open();
		await page.goto(`${proxied}/control/one`);
		await page.evaluate(() => Object.assign(window, { isKept: true }));
		await page.goto(exit);
		await page.goBack({ waitUntil: 'commit' });
		expect(await page.evaluate(() => 'isKept' in window)).toBe(true);
		await context.close();
	});
});

describe('pages that ask about violence', () => {
	it('show the way out on every one of them, and tell nothing in title and address', async () => {
		const { context, page } = await open({ viewport: { width: 320, height: 640 } });
		const link = await linkAboutViolence(proxied);
		const look = async (): Promise<void> => {
			await page.getByRole('button', { name: 'Lämna sidan' }).waitFor();
			expect(await page.title()).not.toMatch(telling);
			expect(new URL(page.url()).search).toBe('');
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		};
		await page.goto(link, { waitUntil: 'load' });
		await page.getByText('Du kan lämna sidan snabbt').waitFor();
		await look();
		await beginAnswering(page, link);
		expect(await page.title()).toMatch(/^Del 2 av \d$/);
		await look();
		await page.setViewportSize(desktop);
		await look();
		await page.goto(`${link}/information`);
		await look();
		await page.goto(`${link}/review`, { waitUntil: 'load' });
		await look();
		await context.close();
	});

	it('lead away at once, and Back shows nothing of them', async () => {
		const { context, page } = await open();
		const link = await linkAboutViolence(proxied);
		await beginAnswering(page, link);
		const told = page.waitForRequest(/\/leave$/);
		await page.getByRole('button', { name: 'Lämna sidan' }).click();
		expect((await told).method()).toBe('POST');
		await expectNothingBehind(page);
		for (const path of ['', '/questions', '/information']) {
			const led = await context.request.get(`${link}${path}`, { maxRedirects: 0 });
			expect([led.status(), led.headers()['location']]).toEqual([303, exit]);
		}
		await context.close();
		// Elsewhere the link is as new: what was answered is gone.
		const elsewhere = await open();
		await elsewhere.page.goto(link);
		await elsewhere.page.getByRole('link', { name: 'Börja' }).waitFor();
		expect(await elsewhere.page.getByText('Du har redan börjat').count()).toBe(0);
		await elsewhere.context.close();
	});

	it('lead away at three presses of Shift, also while the network is away', async () => {
		const { context, page } = await open({ viewport: desktop });
		await beginAnswering(page, await linkAboutViolence(proxied));
		// The next page waits for the network: leaving then is asked about, but not in a hurry.
		await context.route(`${proxied}/**`, (route) => route.abort());
		await page.getByRole('button', { name: 'Nästa' }).click();
		await page.getByRole('button', { name: 'Försök nu' }).waitFor();
		let wasAsked = false;
		page.on('dialog', (dialog) => {
			wasAsked = true;
			void dialog.accept();
		});
		// A capital letter is no press, and another key in between begins anew.
		await page.keyboard.press('Shift+A');
		await page.keyboard.press('Shift');
		await page.getByText('Tryck Shift två gånger till').waitFor();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Shift');
		await page.keyboard.press('Shift');
		await page.getByText('Tryck Shift en gång till').waitFor();
		expect(page.url()).not.toBe(exit);
		await page.keyboard.press('Shift');
		await page.waitForURL(exit);
		expect(wasAsked).toBe(false);
		await context.close();
	});

	it('lead away without JavaScript, and Back shows nothing of them', async () => {
		const { context, page } = await open({ javaScriptEnabled: false });
		const link = await linkAboutViolence(baseUrl);
		await beginAnswering(page, link);
		expect(new URL(page.url()).search).toBe('');
		await page.getByRole('button', { name: 'Lämna sidan' }).click();
		await expectNothingBehind(page);
		await context.clearCookies();
		// A quarter of an hour later the link opens again, as new.
		await page.goto(link);
		await page.getByRole('link', { name: 'Börja' }).waitFor();
		expect(await page.getByText('Du har redan börjat').count()).toBe(0);
		await context.close();
	});
});

describe('pages that ask about something else', () => {
	it('have no such button', async () => {
		const { context, page } = await open();
		await page.goto(await makeLink(baseUrl, 'audit'));
		await page.getByRole('link', { name: 'Börja' }).waitFor();
		expect(await page.getByRole('button', { name: 'Lämna sidan' }).count()).toBe(0);
		expect(await page.title()).toContain('nämnd');
		await context.close();
	});
});
