import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';

const base = inject('baseUrl');
const tabell6 = `${base}/targets?year=2013&law=sol`;
let browser: Browser;
let context: BrowserContext | undefined;

beforeAll(async () => {
	browser = await openBrowser();
});
afterEach(async () => {
	await context?.close();
	context = undefined;
});
afterAll(() => browser.close());

/** A board member with the page open. */
async function open(address: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
	context = await browser.newContext({ viewport: desktop, ...options });
	const page = await context.newPage();
	await page.goto(`${base}/demo/enter/namnd`);
	await page.goto(address);
	return page;
}

async function rowTexts(page: Page): Promise<string[]> {
	const rows = await page
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: /Utförare/ }) })
		.all();
	return Promise.all(rows.map(async (row) => (await row.innerText()).replace(/\s+/g, ' ')));
}

describe('the board’s page', () => {
	// Socialstyrelsen, Systematisk uppföljning – beskrivning och exempel, Tabell 6.
	it('reproduces Tabell 6 from the demo’s made-up answers', async () => {
		const page = await open(tabell6);
		const [first = '', second = '', third = ''] = await rowTexts(page);
		for (const mean of ['2,93', '2,89', '2,61', '2,33', '2,60']) expect(first).toContain(mean);
		for (const mean of ['2,92', '2,85', '2,46', '1,92', '2,58']) expect(second).toContain(mean);
		for (const mean of ['2,81', '2,50', '2,00', '2,24', '2,05']) expect(third).toContain(mean);
		expect(first).toContain('4 av 5 mål');
		expect(second).toContain('3 av 5 mål');
		expect(third).toContain('1 av 5 mål');
		await expect.poll(() => page.getByRole('banner').count()).toBeGreaterThan(0);
		expect(await page.getByText('Ingen av 3 bedömda utförare når alla 5 mål.').count()).toBe(1);
	});

	it('says Ja for 2,60 against 2,60 and beside it that it cannot be told apart', async () => {
		const page = await open(tabell6);
		const [first = ''] = await rowTexts(page);
		expect(first).toMatch(/2,60 Ja går inte att skilja 2,39–2,81 25 svar 3 hoppade över ett enda svar avgör/);
	});

	it('lists providers by name and offers nothing to rank them by', async () => {
		const page = await open(tabell6);
		const names = await page.getByRole('rowheader').allInnerTexts();
		expect(names.slice(0, 3).map((name) => name.split('\n')[0])).toEqual([
			'Utförare 1',
			'Utförare 2',
			'Utförare 3'
		]);
		expect(await page.locator('th button, th a').count()).toBe(0);
	});

	it('opens a goal to question, decision, chart, distribution and text for the minutes', async () => {
		const page = await open(tabell6);
		await page.locator('summary', { hasText: 'Delaktighet' }).click();
		expect(await page.getByText('Jag upplever att jag är delaktig').isVisible()).toBe(true);
		expect(
			await page.getByRole('heading', { name: 'Delaktighet: 1 av 3 bedömda utförare når målet' }).isVisible()
		).toBe(true);
		const chart = page.getByRole('img', {
			name: /Medelvärden mot målet 2,60.*Utförare 1: 2,60, når målet, 25 svar/
		});
		expect(await chart.count()).toBe(1);
		expect(
			await page
				.getByText('Utförare 1, Delaktighet: når målet enligt nämndens regel (2,60 ≥ 2,60).')
				.isVisible()
		).toBe(true);
		// The means first, then how the answers are spread.
		const tables = page.locator('details[open] summary', { hasText: 'Visa som tabell' });
		expect(await tables.count()).toBe(2);
		await tables.first().click();
		expect(await page.getByRole('columnheader', { name: 'Hoppade över' }).isVisible()).toBe(true);
	});

	it('shows no number for a year with too few answers', async () => {
		const page = await open(`${base}/targets?year=2026&law=sol`);
		expect(await page.getByText('Ingen utförare har fått tillräckligt många svar').count()).toBe(1);
		for (const row of await rowTexts(page)) {
			expect(row).toContain('för få svar för att visas');
			expect(row).not.toMatch(/\bJa\b|\bNej\b|\d,\d\d/);
		}
	});

	it('begins with the latest year that has results', async () => {
		const page = await open(`${base}/targets`);
		expect(await page.getByText('Socialtjänstlagen (SoL), 2025').count()).toBe(1);
	});

	it('says so when nothing is decided for the act or year', async () => {
		const page = await open(`${base}/targets?year=2013&law=lss`);
		expect(await page.getByText(/^Inga mål för .*LSS.* 2013$/).count()).toBe(1);
	});

	it('refuses an address it cannot read', async () => {
		const page = await open(base);
		const response = await page.goto(`${base}/targets?year=tjugotretton`);
		expect(response?.status()).toBe(422);
	});

	it('is closed to a case worker and to nobody in particular', async () => {
		const page = await open(base);
		await page.goto(`${base}/demo/enter/handlaggare`);
		expect((await page.goto(tabell6))?.status()).toBe(403);
		await page.context().clearCookies();
		await page.goto(tabell6);
		expect(new URL(page.url()).pathname).toBe('/sign-in');
	});

	it('speaks English when asked', async () => {
		const page = await open(`${tabell6}&lang=en`);
		expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
			'Do the providers reach the board’s goals?'
		);
		expect((await rowTexts(page))[0]).toContain('2.60 Yes');
	});
});

describe('the board’s page for everyone', () => {
	it.each([
		['a telephone', phone],
		['a desktop', desktop]
	])('is accessible and fits on %s, closed and opened', async (_name, viewport) => {
		const page = await open(tabell6, { viewport });
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await page.evaluate(() =>
			document.querySelectorAll('details').forEach((details) => (details.open = true))
		);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	});

	it('turns providers into cards on a telephone, with the same words', async () => {
		const page = await open(tabell6, { viewport: phone });
		const [first = ''] = await rowTexts(page);
		expect(first).toContain('Delaktighet');
		expect(first).toContain('mål 2,60');
		expect(first).toMatch(/Nämndens regel 2,60 Ja Underlag går inte att skilja/);
	});

	it('works without JavaScript: goals open and years change', async () => {
		const page = await open(tabell6, { javaScriptEnabled: false });
		await page.locator('summary', { hasText: 'Mat' }).click();
		expect(
			await page.getByRole('heading', { name: 'Mat: 0 av 3 bedömda utförare når målet' }).isVisible()
		).toBe(true);
		await page.getByRole('link', { name: '2026' }).click();
		expect(page.url()).toContain('year=2026');
	});

	it('fetches nothing from anywhere else and breaks no content security policy', async () => {
		const page = await open(base);
		const complaints: string[] = [];
		const hosts = new Set<string>();
		page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
		page.on('request', (request) => hosts.add(new URL(request.url()).origin));
		await page.goto(tabell6, { waitUntil: 'networkidle' });
		expect(complaints).toEqual([]);
		expect([...hosts]).toEqual([new URL(base).origin]);
	});
});
