/** The tablet in the waiting room, in a real browser with its back/forward cache on. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { routeAccess } from '#lib/access/route-access.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, openProfile, phone } from './browser.ts';

const base = inject('baseUrl');
const tablet = { width: 1024, height: 768 };
let browser: Browser;

beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const beginning = (page: Page) => page.getByRole('button', { name: /Tryck här för att börja/ });

async function startTablet(context: BrowserContext): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${base}/demo/enter/kiosk`);
	await beginning(page).waitFor();
	return page;
}

async function toFirstQuestion(page: Page): Promise<void> {
	await beginning(page).click();
	await page.getByRole('link', { name: 'Börja' }).click();
	await page.getByText('Fråga 1 av 5').waitFor();
}

async function answerAll(page: Page): Promise<void> {
	await toFirstQuestion(page);
	for (let question = 1; question <= 5; question += 1) {
		await page.getByText(`Fråga ${question} av 5`).waitFor();
		await page.getByRole('radio').first().check();
		await page.getByRole('button', { name: 'Nästa' }).click();
	}
	await page.getByRole('button', { name: /Skicka/ }).click();
	await page.getByRole('heading', { name: 'Tack för dina svar' }).waitFor();
}

async function readWaiting(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'För personal' }).click();
	await page.getByLabel('Surfplattans siffror').fill('4711');
	await page.getByRole('button', { name: 'Fortsätt' }).click();
	return page.getByText(/Svar som väntar på att skickas/).innerText();
}

describe('a tablet in the waiting room', () => {
	it('can be read and used by everybody, on every page, also on a small one', async () => {
		const context = await browser.newContext({ viewport: phone });
		const page = await startTablet(context);
		const look = async (surely?: string): Promise<void> => {
			await expectAccessible(page, surely);
			await expectNoSidewaysScroll(page);
		};
		await look();
		await page.getByRole('button', { name: 'Större text' }).click();
		await look();
		await page.getByRole('button', { name: 'För personal' }).click();
		await look('color-contrast');
		await page.getByLabel('Surfplattans siffror').fill('0000');
		await page.getByRole('button', { name: 'Fortsätt' }).click();
		await page.getByText('Siffrorna stämmer inte').waitFor();
		await look('color-contrast');
		await page.keyboard.press('Escape');
		await beginning(page).click();
		await look();
		await page.getByRole('link', { name: 'Börja' }).click();
		await page.getByText('Fråga 1 av 5').waitFor();
		await look();
		await context.close();
	});

	it('is gone through by keyboard alone, and says thanks', async () => {
		const context = await browser.newContext({ viewport: tablet });
		const page = await startTablet(context);
		await beginning(page).focus();
		await page.keyboard.press('Enter');
		await page.getByRole('link', { name: 'Börja' }).focus();
		await page.keyboard.press('Enter');
		for (let question = 1; question <= 5; question += 1) {
			await page.getByText(`Fråga ${question} av 5`).waitFor();
			await page.getByRole('radio').first().focus();
			await page.keyboard.press('Space');
			await page.keyboard.press('Enter');
		}
		await page.getByRole('button', { name: /Skicka/ }).focus();
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'Tack för dina svar' }).waitFor();
		await expectAccessible(page);
		await context.close();
	});

	it('keeps what has been answered when the language is changed half-way', async () => {
		const context = await browser.newContext({ viewport: tablet });
		const page = await startTablet(context);
		await toFirstQuestion(page);
		await page.getByRole('radio').nth(1).check();
		await page.getByRole('button', { name: 'English' }).click();
		await page.getByRole('button', { name: 'Next' }).waitFor();
		expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true);
		await context.close();
	});

	it('starts and takes answers without a network, over a tab that is killed, and sends them when it is back', async () => {
		const context = await browser.newContext({ viewport: tablet });
		let page = await startTablet(context);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await context.setOffline(true);
		await page.reload();
		await answerAll(page);
		await page.close();
		page = await context.newPage();
		await page.goto(`${base}/kiosk/demo`);
		await answerAll(page);
		await page.getByRole('button', { name: 'Klar' }).click();
		expect(await readWaiting(page)).toMatch(/: 2$/);
		await context.setOffline(false);
		await page.getByRole('button', { name: 'Skicka nu' }).click();
		await page.getByText('Allt är skickat.').waitFor();
		expect(await page.getByText(/Svar som väntar på att skickas/).innerText()).toMatch(/: 0$/);
		await context.close();
	});

	it('asks whether anybody is there, and forgets everything when nobody is', async () => {
		const context = await browser.newContext({ viewport: tablet });
		const page = await context.newPage();
		await page.clock.install();
		await page.goto(`${base}/demo/enter/kiosk`);
		await beginning(page).waitFor();
		await toFirstQuestion(page);
		await page.getByRole('radio').first().check();
		await page.clock.runFor(85_000);
		await page.keyboard.press('Tab');
		await page.clock.runFor(85_000);
		expect(await page.getByRole('dialog').count(), 'a key is a sign of life').toBe(0);
		await page.clock.runFor(10_000);
		await page.getByRole('heading', { name: 'Är du kvar?' }).waitFor();
		await expectAccessible(page, 'color-contrast');
		await page.getByRole('button', { name: 'Ja, jag fortsätter' }).click();
		expect(await page.getByRole('radio').first().isChecked()).toBe(true);
		await page.clock.runFor(95_000);
		await page.getByRole('heading', { name: 'Är du kvar?' }).waitFor();
		await page.clock.runFor(30_000);
		await beginning(page).waitFor();
		await toFirstQuestion(page);
		expect(await page.getByRole('radio').first().isChecked()).toBe(false);
		await context.close();
	});

	it('shows nobody what the one before has answered: not by going back, and not on its disk', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'genklang-kiosk-'));
		const context = await openProfile(folder, { viewport: tablet });
		const page = await startTablet(context);
		const before = page.url();
		await page.evaluate(() => navigator.serviceWorker.ready);
		await context.setOffline(true);
		await answerAll(page);
		await page.getByRole('button', { name: 'Klar' }).click();
		await beginning(page).waitFor();
		for (let back = 1; back <= 3; back += 1) {
			await page.goBack({ timeout: 30_000 }).catch(() => null);
			expect(await page.getByText(/Fråga \d av|Stämmer det här|stämmer alltid/).count()).toBe(0);
			await page.goForward({ timeout: 30_000 }).catch(() => null);
		}
		if (page.url() !== before) await page.goto(before);
		const stored = await page.evaluate(async () => {
			const databases = await indexedDB.databases();
			return {
				local: { ...localStorage },
				session: { ...sessionStorage } as Record<string, string>,
				databases: databases.length
			};
		});
		const { 'sveltekit:history-info': places = '{}', ...session } = stored.session;
		// SvelteKit's own: how far down each page was scrolled, and what forms held, which is nothing.
		expect(places).not.toMatch(/sol_|stämmer/);
		const nothing = { 'sveltekit:snapshot': '{}', 'sveltekit:navigation-snapshot': '{}' };
		expect({ ...nothing, ...session }).toEqual(nothing);
		expect({ local: stored.local, databases: stored.databases }).toEqual({ local: {}, databases: 1 });
		await context.close();
		// "sol_1" is in what it is to ask; an answer stands beside its question: `"sol_1":4`.
		const found = listFiles(folder).filter((file) => /"sol_1"\s*:\s*\d/.test(readFileSync(file, 'latin1')));
		expect(found).toEqual([]);
		rmSync(folder, { recursive: true, force: true });
	});

	it('asks nothing that has been changed on it, says why to staff, and keeps what waits', async () => {
		const context = await browser.newContext({ viewport: phone });
		const page = await startTablet(context);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await context.setOffline(true);
		await answerAll(page);
		await page.getByRole('button', { name: 'Klar' }).click();
		await beginning(page).waitFor();
		await changeState(page, (state) => ({
			...state,
			signed: { ...state.signed, text: state.signed.text.replace('Väntrum', 'Entrérum') }
		}));
		await page.reload();
		await page.getByRole('heading', { name: 'Surfplattan är inte i gång' }).waitFor();
		await page.getByText(/är inte undertecknat med dess nyckel/).waitFor();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await changeState(page, ({ reachedOn }) => ({ reachedOn }));
		await page.reload();
		await page.getByText(/saknar serverns underskrift/).waitFor();
		await context.setOffline(false);
		await page.reload();
		await beginning(page).waitFor();
		expect(await readWaiting(page)).toMatch(/: [01]$/);
		await page.getByText(/fick från servern \d{4}-\d{2}-\d{2}/).waitFor();
		await page.getByRole('button', { name: 'Skicka nu' }).click();
		await page.getByText('Allt är skickat.').waitFor();
		expect(await page.getByText(/kunde ta emot/).count()).toBe(0);
		await context.close();
	});

	it('is closed when it has not been heard of for too long, and keeps nothing from whoever was in the midst', async () => {
		const context = await browser.newContext({ viewport: tablet });
		const page = await context.newPage();
		await page.clock.install();
		await page.goto(`${base}/demo/enter/kiosk`);
		await beginning(page).waitFor();
		await page.evaluate(() => navigator.serviceWorker.ready);
		await context.setOffline(true);
		const lastDay = await page.evaluate(() => Date.now());
		await toFirstQuestion(page);
		for (let question = 1; question <= 5; question += 1) {
			await page.getByText(`Fråga ${question} av 5`).waitFor();
			await page.getByRole('radio').first().check();
			await page.getByRole('button', { name: 'Nästa' }).click();
		}
		const send = page.getByRole('button', { name: /Skicka/ });
		await send.waitFor();
		await page.clock.setSystemTime(lastDay + 16 * 24 * 60 * 60_000);
		await send.click();
		await page.getByText('Ingen undersökning pågår just nu').waitFor();
		expect(await beginning(page).count()).toBe(0);
		expect(await readWaiting(page)).toMatch(/: 0$/);
		await page.getByText(/har gått ut/).waitFor();
		await context.close();
	});

	it('stops asking at midnight without being touched, when its last day has passed', async () => {
		const context = await browser.newContext({ viewport: tablet });
		const page = await context.newPage();
		await page.clock.install();
		await page.goto(`${base}/demo/enter/kiosk`);
		await beginning(page).waitFor();
		await context.setOffline(true);
		await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + 15 * 24 * 60 * 60_000);
		await page.clock.runFor(61_000);
		await page.getByText('Ingen undersökning pågår just nu').waitFor();
		expect(await beginning(page).count()).toBe(0);
		await context.close();
	});

	it('gets its key with its pairing, and says so', async () => {
		const staff = await browser.newContext();
		const office = await staff.newPage();
		await office.goto(`${base}/demo/enter/administrator`);
		await office.goto(`${base}/kiosks`);
		await office.getByLabel('Var den står').fill('Entrén');
		await office.getByRole('checkbox').first().check();
		await office.getByLabel('Siffror för personalen').fill('4711');
		await office.getByRole('button', { name: 'Lägg till och visa koden' }).click();
		const code = await office.locator('.code strong').innerText();
		const context = await browser.newContext({ viewport: tablet });
		const page = await context.newPage();
		await page.goto(`${base}/kiosk/demo/pair`);
		await page.getByLabel('Kod').fill(code);
		await page.getByRole('button', { name: 'Koppla' }).click();
		await page.getByRole('button', { name: 'För personal' }).waitFor();
		await readWaiting(page);
		await page.getByText(/nyckeln från kopplingen \d{4}-\d{2}-\d{2}/).waitFor();
		await context.close();
		await staff.close();
	});

	it('has a key that opens two addresses and no other', async () => {
		const entered = await fetch(`${base}/demo/enter/kiosk`, { redirect: 'manual' });
		const cookie = entered.headers
			.getSetCookie()
			.map((one) => one.split(';')[0])
			.join('; ');
		const ask = (path: string) => fetch(`${base}${path}`, { headers: { cookie }, redirect: 'manual' });
		expect((await ask('/kiosk/demo/manifest')).status).toBe(200);
		const staffPages = Object.entries(routeAccess)
			.filter(([, { page }]) => typeof page === 'object')
			.map(([route]) =>
				route
					.split('/')
					.filter((part) => !part.startsWith('('))
					.join('/')
			)
			.filter((path) => !path.includes('['));
		expect(staffPages.length).toBeGreaterThan(10);
		for (const path of staffPages) expect([path, (await ask(path)).status]).toEqual([path, 303]);
	});
});

interface StoredState {
	readonly reachedOn: string;
	readonly signed: { readonly text: string; readonly signature: string };
}

/** Changes what the tablet has kept, as somebody with its browser in hand can. */
async function changeState(page: Page, change: (state: StoredState) => unknown): Promise<void> {
	const named = (mode: IDBTransactionMode, put: unknown = null) =>
		page.evaluate(
			([way, value]) =>
				new Promise<unknown>((resolve, reject) => {
					const opening = indexedDB.open('genklang-kiosk-demo');
					opening.onerror = reject;
					opening.onsuccess = () => {
						const store = opening.result.transaction('about', way).objectStore('about');
						const request = way === 'readonly' ? store.get('state') : store.put(value, 'state');
						request.onsuccess = () => {
							opening.result.close();
							resolve(request.result);
						};
						request.onerror = reject;
					};
				}),
			[mode, put] as const
		);
	await named('readwrite', change((await named('readonly')) as StoredState));
}

function listFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}
