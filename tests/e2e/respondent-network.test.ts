/** What the pages' script adds: no reloads, nothing lost when the network is away, and the browser's own back button. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openBrowser, phone } from './browser.ts';
import { findSurveyLink, makeLink } from './respondent-links.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
	context = await browser.newContext({ viewport: phone });
	page = await context.newPage();
});
afterEach(() => context.close());

const next = () => page.getByRole('button', { name: 'Nästa' }).click();
const question = (number: number) => page.getByText(`Fråga ${number} av`).first().waitFor();

/** Opens the first question of a new link with the page's script in place. */
async function openQuestions(instrumentId: string): Promise<string> {
	const link = await makeLink(baseUrl, instrumentId);
	await page.goto(`${link}/questions`, { waitUntil: 'load' });
	return link;
}

describe("the pages' script", () => {
	it('exchanges pages without a reload and leads to the new heading', async () => {
		await openQuestions('audit');
		await page.evaluate(() => Object.assign(window, { isSamePage: true }));
		await page.getByRole('radio', { name: '2–4 gånger i månaden' }).check();
		await next();
		await question(2);
		expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
		expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Hur många ”glas”');
		expect(await page.title()).toContain('Fråga 2 av ungefär 10');
		expect(page.url()).toContain('page=audit_2');
	});

	it('keeps the answer while the network is away, says so, and sends it when it is back', async () => {
		const link = await openQuestions('audit');
		await page.getByRole('radio', { name: 'Aldrig' }).check();
		await context.setOffline(true);
		await next();
		await page.getByText('Sparas när nätet är tillbaka').waitFor();
		await page.getByRole('radio', { name: '2–4 gånger i månaden' }).check();
		expect(await page.getByRole('radio', { name: '2–4 gånger i månaden' }).isVisible()).toBe(true);
		await context.setOffline(false);
		await question(2);

		const other = await (await browser.newContext()).newPage();
		await other.goto(`${link}/questions?page=audit_1`);
		expect(await other.getByRole('radio', { name: '2–4 gånger i månaden' }).isChecked()).toBe(true);
		await other.context().close();
	});

	it('gets through when a server or something on the way answers badly for a while', async () => {
		await openQuestions('audit');
		const bad = [
			{ status: 502, body: 'Bad gateway' },
			{ status: 200, contentType: 'text/html', body: '<h1>Log in to the café</h1>' }
		];
		await page.route('**/questions', async (route) => {
			const answer = bad.shift();
			await (answer ? route.fulfill(answer) : route.continue());
		});
		await page.getByRole('radio', { name: 'Aldrig' }).check();
		await next();
		await page.getByText('Sparas när nätet är tillbaka').waitFor();
		await page.getByRole('button', { name: 'Försök nu' }).click();
		await page.getByText('Har Du eller någon annan').first().waitFor();
	});

	it('counts answers as sent once when only the receipt was lost', async () => {
		await openQuestions('tre-sprak');
		await page.getByRole('radio', { name: 'Bra' }).check();
		await next();
		await question(2);
		await next();
		await page.getByRole('heading', { name: 'Stämmer det här?' }).waitFor();
		let lost = 0;
		await page.route('**/questions', async (route) => {
			if (lost > 0) return route.continue();
			lost += 1;
			await route.fetch();
			await route.abort();
		});
		await page.getByRole('button', { name: 'Skicka svaren' }).click();
		await page.getByRole('heading', { name: 'Tack, svaren är skickade' }).waitFor();
		expect(lost).toBe(1);
	});

	it('follows the back and forward buttons of the browser with the answers kept', async () => {
		await openQuestions('audit');
		await page.getByRole('radio', { name: '2–4 gånger i månaden' }).check();
		await next();
		await question(2);
		await page.getByRole('radio', { name: '5–6' }).check();
		await next();
		await question(3);
		await page.goBack();
		await question(2);
		expect(await page.getByRole('radio', { name: '5–6' }).isChecked()).toBe(true);
		await page.goBack();
		await question(1);
		expect(await page.getByRole('radio', { name: '2–4 gånger i månaden' }).isChecked()).toBe(true);
		await page.goForward();
		await question(2);
	});

	it('follows them in an anonymous survey too, and forgets when the answers are sent', async () => {
		const link = await findSurveyLink(baseUrl);
		await page.goto(`${link}/questions`, { waitUntil: 'load' });
		for (let number = 1; number <= 5; number += 1) {
			await question(number);
			await page.getByRole('radio', { name: 'stämmer ibland' }).check();
			await next();
		}
		await page.getByRole('heading', { name: 'Stämmer det här?' }).waitFor();
		await page.goBack();
		await question(5);
		expect(await page.getByRole('radio', { name: 'stämmer ibland' }).isChecked()).toBe(true);
		await page.goForward();
		await page.getByRole('heading', { name: 'Stämmer det här?' }).waitFor();
		await page.getByRole('button', { name: 'Skicka svaren' }).click();
		await page.getByRole('heading', { name: 'Tack, svaren är skickade' }).waitFor();
		await page.goBack();
		await question(1);
		expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
		expect(await page.content()).not.toContain('&quot;sol_1&quot;');
	});

	it('lets a number be given with slider, buttons or figures, and answers nothing by itself', async () => {
		const link = await makeLink(baseUrl, 'alla-fragetyper');
		await page.goto(`${link}/questions?page=linje`, { waitUntil: 'load' });
		const box = page.getByRole('textbox', { name: 'Skriv ett tal från 0 till 10' });
		await page.getByText('Inget svar än').waitFor();
		expect(await box.inputValue()).toBe('');
		await page.getByRole('button', { name: 'Öka' }).click();
		await page.getByRole('button', { name: 'Öka' }).click();
		expect(await box.inputValue()).toBe('6');
		await page.getByRole('slider').press('ArrowRight');
		expect(await box.inputValue()).toBe('7');
		await box.fill('3');
		expect(await page.getByRole('slider').inputValue()).toBe('3');
		await next();
		await page.getByRole('heading', { name: 'Hur väl stämmer det här?' }).waitFor();
		await page.getByRole('button', { name: 'Tillbaka' }).click();
		await page.getByText('Ditt svar: 3').waitFor();
	});

	it('never meets a click too early: the form works before the script has come', async () => {
		await page.route('**/*.js', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 3_000));
			await route.continue();
		});
		await page.goto(`${await makeLink(baseUrl, 'audit')}/questions`, { waitUntil: 'commit' });
		await page.getByRole('radio', { name: '2–4 gånger i månaden' }).check();
		await next();
		await question(2);
	});
});

describe('the first question page', () => {
	it('weighs at most 60 kB with everything, of it 45 kB script, and asks nobody else for anything', async () => {
		const session = await context.newCDPSession(page);
		await session.send('Network.enable');
		const bytes = new Map<string, number>();
		const types = new Map<string, string>();
		const strangers: string[] = [];
		session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
		session.on('Network.requestWillBeSent', ({ request }) => {
			if (!request.url.startsWith(baseUrl)) strangers.push(request.url);
		});
		session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
			const type = types.get(requestId) ?? 'Other';
			bytes.set(type, (bytes.get(type) ?? 0) + encodedDataLength);
		});
		await page.goto(`${await makeLink(baseUrl, 'audit')}/questions`, { waitUntil: 'networkidle' });
		const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
		expect(strangers).toEqual([]);
		expect(bytes.get('Script') ?? 0).toBeLessThanOrEqual(45_000);
		expect(total).toBeGreaterThan(5_000);
		expect(total).toBeLessThanOrEqual(60_000);
	});
});
