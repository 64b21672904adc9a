/** The pages round the questions in the languages of clients, and the whole of them turned round for Arabic and Persian. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { findSurveyLink, makeLink } from './respondent-links.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;

beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const startButtons = {
	ar: 'ابدأ',
	fa: 'شروع',
	so: 'Bilow',
	ti: 'ጀምሩ',
	uk: 'Почати',
	fi: 'Aloita'
} as const;

/** What the page says about itself. */
function readRoot(page: Page): Promise<[string, string, string]> {
	return page.evaluate(() => {
		const { lang, dir } = document.documentElement;
		return [lang, dir, getComputedStyle(document.body).direction];
	});
}

async function look(page: Page): Promise<void> {
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
}

for (const javaScriptEnabled of [true, false]) {
	describe(`a client's language ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
		let context: BrowserContext;
		let page: Page;
		beforeEach(async () => {
			context = await browser.newContext({ viewport: phone, javaScriptEnabled });
			page = await context.newPage();
		});
		afterEach(() => context.close());

		it.each(Object.entries(startButtons))('can be %s from the first page', async (language, start) => {
			await page.goto(await makeLink(baseUrl, 'tre-sprak'));
			await page.locator(`nav a[lang="${language}"]`).click();
			await page.locator(`html[lang="${language}"]`).waitFor();
			await page.getByRole('link', { name: start, exact: true }).click();
			await page.getByRole('radio').first().waitFor();
			expect(await page.locator('html').getAttribute('lang')).toBe(language);
		});

		it('can be chosen in the middle of a survey without losing what is chosen', async () => {
			await page.goto(`${await findSurveyLink(baseUrl)}/questions`);
			await page.getByRole('radio', { name: 'stämmer oftast' }).check();
			await page.getByText('Fler språk').click();
			await page.getByRole('button', { name: 'العربية' }).click();
			await page.locator('html[dir="rtl"]').waitFor();
			expect(await page.getByRole('radio', { name: 'stämmer oftast' }).isChecked()).toBe(true);
			await page.getByRole('button', { name: 'التالي' }).click();
			await page.getByText('السؤال 2 من 5').first().waitFor();
		});
	});
}

describe('a page in Arabic', () => {
	it.each([
		['phone', phone],
		['desktop', desktop]
	])('turns round from the first page to the thanks, on a %s', async (_, viewport) => {
		const context = await browser.newContext({ viewport });
		const page = await context.newPage();
		await page.goto(`${await makeLink(baseUrl, 'tre-sprak')}?lang=ar`);
		expect(await readRoot(page)).toEqual(['ar', 'rtl', 'rtl']);
		await look(page);
		await page.getByRole('link', { name: startButtons.ar, exact: true }).click();
		await page.getByText('كيف حالك؟', { exact: true }).last().waitFor();
		await look(page);
		await page.getByRole('radio', { name: 'جيد' }).check();
		await page.getByRole('button', { name: 'التالي' }).click();
		await page.getByText('كيف تنام؟', { exact: true }).last().waitFor();
		await look(page);
		await page.getByRole('radio').nth(2).check();
		await page.getByRole('button', { name: 'التالي' }).click();
		await page.getByRole('heading', { name: 'هل هذا صحيح؟' }).waitFor();
		await look(page);
		await page.getByRole('button', { name: 'أرسل الإجابات' }).click();
		await page.getByRole('heading', { name: 'شكرًا، تم إرسال الإجابات' }).waitFor();
		expect(await readRoot(page)).toEqual(['ar', 'rtl', 'rtl']);
		await look(page);
		await context.close();
	});

	it('says what has to be put right in Arabic, and leads to it', async () => {
		const context = await browser.newContext({ viewport: phone });
		const page = await context.newPage();
		await page.goto(`${await makeLink(baseUrl, 'alla-fragetyper')}/questions?page=tal&lang=ar`);
		await page.getByRole('textbox', { name: 'Hur många timmar' }).fill('tre');
		await page.getByRole('button', { name: 'التالي' }).click();
		const summary = page.locator('#error-summary');
		await summary.getByRole('link', { name: 'اكتب الإجابة بالأرقام، مثلًا 3.' }).waitFor();
		expect(await summary.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
		expect(await page.title()).toMatch(/^خطأ:/);
		await look(page);
		await context.close();
	});

	it('keeps Swedish questions Swedish, from left to right, and says which language they are in', async () => {
		const context = await browser.newContext({ viewport: phone });
		const page = await context.newPage();
		await page.goto(`${await makeLink(baseUrl, 'audit')}/questions?lang=ar`);
		const question = page.getByText('Hur ofta dricker Du alkohol?', { exact: true }).last();
		const block = question.locator('xpath=ancestor-or-self::*[@lang][1]');
		expect([await block.getAttribute('lang'), await block.getAttribute('dir')]).toEqual(['sv', 'ltr']);
		expect(await question.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
		await look(page);
		await context.close();
	});
});

describe('a tablet in Persian', () => {
	it('turns round from its start, also where the questions are Swedish', async () => {
		const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
		const page = await context.newPage();
		await page.goto(`${baseUrl}/demo/enter/kiosk`);
		await page.getByRole('button', { name: 'فارسی' }).click();
		await page.getByRole('heading', { name: 'نظرتان را بگویید' }).waitFor();
		expect(await readRoot(page)).toEqual(['fa', 'rtl', 'rtl']);
		await page.getByText('هنوز هیچ مترجمی', { exact: false }).waitFor();
		await look(page);
		await page.getByRole('button', { name: /برای شروع/ }).click();
		await page.getByRole('link', { name: startButtons.fa, exact: true }).click();
		await page.getByText('پرسش 1 از 5').waitFor();
		await look(page);
		await context.close();
	});
});

describe('an administrator', () => {
	it('sees which languages nobody has read', async () => {
		const context = await browser.newContext({ viewport: desktop });
		const page = await context.newPage();
		await page.goto(`${baseUrl}/demo/enter/administrator`);
		await page.goto(`${baseUrl}/surveys?lang=ar`);
		expect(await readRoot(page)).toEqual(['sv', 'ltr', 'ltr']);
		const section = page.locator('section', {
			has: page.getByRole('heading', { name: /klienter kan läsa/ })
		});
		expect(await section.getByText('Inte än').count()).toBe(6);
		await context.close();
	});
});
