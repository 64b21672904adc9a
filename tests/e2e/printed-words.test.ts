/** Slips and posters in the languages of those who read them, made and printed in the browser of whoever hands them out. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readSquare } from '#tests/build/read-square.ts';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { base, enterAs, newNumber, openCase, type StaffDoor } from './staff-door.ts';

let browser: Browser;
let door: StaffDoor;

beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
afterEach(() => door.context.close());

/** A4 at 96 dots to the inch, less a centimetre on each side that a printer needs. */
const paper = { width: 718, height: 1047 };

/** On how many sheets the page is printed. */
async function countSheets(page: Page): Promise<number> {
	const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };
	const file = (await page.pdf({ format: 'A4', margin })).toString('latin1');
	return file.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

/** Plans a survey of made-up answers in Swedish and publishes it. */
async function publish(page: Page, mode: RegExp): Promise<void> {
	await page.goto(`${base}/surveys/new`);
	await page.getByLabel('Rubrik').fill(newNumber('Påhittad undersökning'));
	await page.getByLabel('Anonym brukarundersökning').check();
	await page.getByRole('radio', { name: mode }).check();
	await page
		.getByLabel('Formulär', { exact: true })
		.selectOption({ label: 'Simrishamns kvalitetsuppföljning, LSS' });
	await page.getByLabel('Utförare 1').check();
	await page.getByRole('button', { name: 'Spara som utkast' }).click();
	await page.getByRole('button', { name: 'Publicera' }).click();
}

const languageBox = (page: Page, name: string) =>
	page.getByRole('group', { name: 'Språk som skrivs ut' }).getByRole('checkbox', { name });

/** Whether anything in the elements is wider than they are: long words, addresses and codes. */
const overflowing = (page: Page, selector: string): Promise<string[]> =>
	page.locator(selector).evaluateAll((elements) =>
		elements
			.flatMap((element) => [element, ...element.querySelectorAll('*')])
			.filter((element) => element instanceof HTMLElement && element.scrollWidth > element.clientWidth + 1)
			.filter((element) => getComputedStyle(element).display !== 'inline')
			.map((element) => element.textContent)
	);

describe.each([
	['a phone', phone],
	['a desktop', desktop]
])('slips with codes, on %s,', (_, viewport) => {
	it('are made once and printed in the languages that are picked, each in its own direction', async () => {
		door = await enterAs(browser, 'administrator', { viewport });
		const { page } = door;
		await publish(page, /Koder i en hatt/);
		await page.getByLabel('Antal koder').fill('3');
		await page.getByRole('button', { name: 'Gör koderna' }).click();
		const slips = page.getByRole('listitem').filter({ has: page.locator('svg rect') });
		await expect.poll(() => slips.count()).toBe(3);
		const first = slips.first();
		expect(await first.innerText()).toContain('Din kod');
		expect(await first.innerText()).not.toContain('Ваш код');
		const codes = await slips.locator('strong').allInnerTexts();

		await languageBox(page, 'Arabiska').check();
		await languageBox(page, 'Ukrainska').check();
		await page.getByText('Ingen översättare har läst texterna än: Arabiska, Ukrainska.').waitFor();
		const arabic = first.locator('p[lang="ar"]');
		expect(await arabic.getAttribute('dir')).toBe('rtl');
		expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
		expect(await arabic.innerText()).toContain('وجّه الكاميرا نحو المربع');
		// The address to type the code in stands in one piece, from left to right.
		expect(await arabic.innerText()).toMatch(/\u2068http:\/\/127\.0\.0\.1:\d+\/k\/\S+\u2069/);
		expect(await first.locator('p[lang="uk"]').innerText()).toContain('Добровільно й анонімно.');
		expect(await first.locator('[lang="uk"]').first().innerText()).toBe('Ваш код');
		expect(await first.innerText(), 'that no translator has read it is for staff').not.toMatch(/översättare/);
		expect(await slips.locator('strong').allInnerTexts(), 'the same codes').toEqual(codes);
		expect(await overflowing(page, 'ul:has(> li svg rect) > li')).toEqual([]);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize(paper);
		expect(await overflowing(page, 'ul:has(> li svg rect), ul > li:has(svg rect)')).toEqual([]);
		await page.emulateMedia({ media: 'screen' });
		await page.setViewportSize(viewport);

		await languageBox(page, 'Svenska').uncheck();
		expect(await first.innerText()).not.toContain('Din kod');
		for (const name of ['Arabiska', 'Ukrainska']) await languageBox(page, name).uncheck();
		expect(await first.innerText(), 'Swedish where nothing is picked').toContain('Din kod');
	});
});

describe('a poster', () => {
	it('is one sheet in every language that is picked, also in all of them', async () => {
		door = await enterAs(browser, 'administrator');
		const { page } = door;
		await publish(page, /Öppen länk/);
		const poster = page.getByRole('article');
		await poster.getByText('Vad tycker du?').waitFor();
		expect(await countSheets(page)).toBe(1);
		const names = ['Engelska', 'Arabiska', 'Persiska', 'Somaliska', 'Tigrinja', 'Ukrainska', 'Finska'];
		for (const name of names) await languageBox(page, name).check();
		expect(await poster.getByRole('heading').allInnerTexts()).toEqual([
			'Vad tycker du?',
			'What do you think?',
			'ما رأيك؟',
			'نظر شما چیست؟',
			"Waa maxay ra'yigaagu?",
			'ሓሳብኩም እንታይ እዩ?',
			'Яка ваша думка?',
			'Mitä mieltä olet?'
		]);
		await page.getByText(/^Ingen översättare har läst texterna än: Arabiska, Persiska/).waitFor();
		await expectAccessible(page);
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize(paper);
		expect(await overflowing(page, 'article')).toEqual([]);
		expect(await countSheets(page)).toBe(1);
	});

	it('is in the survey’s languages without JavaScript', async () => {
		door = await enterAs(browser, 'administrator', { javaScriptEnabled: false });
		const { page } = door;
		await publish(page, /Öppen länk/);
		const poster = page.getByRole('article');
		expect(await poster.getByRole('heading').allInnerTexts()).toEqual(['Vad tycker du?']);
		expect(await poster.innerText()).toContain('Svara senast');
		expect(await languageBox(page, 'Arabiska').count()).toBe(0);
	});
});

describe('the language of a client’s messages', () => {
	it('is any of the clients’, and says to staff which of them no translator has read', async () => {
		door = await enterAs(browser, 'handlaggare', { viewport: phone });
		const { page } = door;
		const address = await openCase(page, { caseNumber: newNumber('P') });
		await page.goto(`${address}/contact`);
		const language = page.getByLabel('Meddelandets språk');
		expect(await language.getByRole('option').allInnerTexts()).toEqual([
			'Svenska',
			'Engelska',
			'Arabiska',
			'Persiska',
			'Somaliska',
			'Tigrinja',
			'Ukrainska',
			'Finska'
		]);
		await page.getByText('Språk där ingen översättare har läst programmets texter än: Arabiska,').waitFor();
		await language.selectOption('Ukrainska');
		await page.getByRole('button', { name: 'Spara' }).click();
		await page.waitForURL(/saved/);
		expect(await language.inputValue()).toBe('uk');
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await page.goto(`${address}/send?instrument=audit`);
		await page.getByRole('radio', { name: 'I ett brev' }).check();
		await page.getByRole('button', { name: 'Skapa länken' }).click();
		await page.getByText('Språk där ingen översättare har läst programmets texter än: Ukrainska.').waitFor();
		await expectAccessible(page);
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Hämta brevet (PDF)' }).click();
		const link = readSquare(await readFile(await (await download).path()));
		expect(link).toContain(`${base}/s/`);
		await page.goto(link);
		expect(await page.locator('html').getAttribute('lang')).toBe('uk');
	});
});

describe('the board’s messages', () => {
	it('start from the program’s words in each language, which say to staff that no translator has read them', async () => {
		door = await enterAs(browser, 'administrator', { viewport: phone });
		const { page } = door;
		await page.goto(`${base}/messages`);
		await page.getByRole('link', { name: 'Arabiska' }).click();
		await page.getByText('Arabiska: ingen översättare har läst programmets texter än.').waitFor();
		await page.locator('summary', { hasText: 'E-post, inbjudan – arabiska' }).click();
		const form = page.locator('details[open] form');
		const body = form.getByLabel('Text');
		expect(await body.inputValue()).toMatch(/^مرحبًا!\n\nلدى \{namnd\} بعض الأسئلة لك\./);
		expect(await body.getAttribute('dir')).toBe('rtl');
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await body.fill('{lank}');
		await form.getByRole('button', { name: 'Spara texten' }).click();
		await page.getByText('Sparat.').waitFor();
		expect(new URL(page.url()).searchParams.get('language')).toBe('ar');
		const saved = page.locator('summary', { hasText: 'E-post, inbjudan – arabiska' });
		expect(await saved.innerText()).toContain('Nämndens egen');
	});
});
