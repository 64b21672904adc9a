/** Questions in easy words (lättläst): a text track of its own, chosen and left at any question. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { findSurveyLink, makeLink } from './respondent-links.ts';

const baseUrl = inject('baseUrl');
const narrow = { width: 320, height: 640 };
let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const mark = (page: Page) => page.locator('main').getByText('Lättläst', { exact: true });

describe('questions that have an easy-to-read track', () => {
	it('offer it before the first one, and say that they are it and that nobody has tried it', async () => {
		const context = await browser.newContext({ viewport: narrow });
		const page = await context.newPage();
		await page.goto(await findSurveyLink(baseUrl), { waitUntil: 'load' });
		await expectAccessible(page);
		await page.getByRole('link', { name: 'Läs frågorna på lättläst svenska' }).click();
		await mark(page).waitFor();
		await page.getByText('Inga läsare har prövat den än').waitFor();
		expect(await page.getByText('Frågorna finns på').count()).toBe(0);
		expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Frågor om din hjälp');
		await expectAccessible(page);
		await page.getByRole('link', { name: 'Börja' }).click();
		await page.getByRole('heading', { name: 'Behandlar personalen dig bra?' }).waitFor();
		await mark(page).waitFor();
		expect(await page.locator('[lang="sv-simple"]').first().isVisible()).toBe(true);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await context.close();
	});

	it.each([true, false])(
		'are changed to plain words and back at any question, and the answer stays (script: %s)',
		async (javaScriptEnabled) => {
			const context = await browser.newContext({ viewport: phone, javaScriptEnabled });
			const page = await context.newPage();
			await page.goto(`${await findSurveyLink(baseUrl)}/questions`, { waitUntil: 'load' });
			await page.getByText('stämmer oftast').click();
			await page.getByRole('button', { name: 'Lättläst' }).click();
			await page.getByRole('heading', { name: 'Behandlar personalen dig bra?' }).waitFor();
			expect(await page.getByLabel('Ja, ofta').isChecked()).toBe(true);
			await page.getByRole('button', { name: 'Nästa' }).click();
			await page.getByRole('heading', { name: 'Är du nöjd med hjälpen som du får?' }).waitFor();
			await page.getByRole('button', { name: 'Svenska' }).click();
			await page.getByRole('heading', { name: 'Jag upplever att insatserna har god kvalitet' }).waitFor();
			expect(await mark(page).count()).toBe(0);
			await page.getByRole('button', { name: 'Tillbaka' }).click();
			await page.getByRole('heading', { name: 'Jag upplever ett gott bemötande' }).waitFor();
			expect(await page.getByLabel('stämmer oftast').isChecked()).toBe(true);
			await context.close();
		}
	);
});

describe('questions that nobody but their owner may put in other words', () => {
	it('are offered in no easy-to-read track', async () => {
		const page = await browser.newPage();
		const link = await makeLink(baseUrl, 'audit');
		await page.goto(link);
		await page.getByRole('link', { name: 'Börja' }).waitFor();
		expect(await page.getByText('Lättläst').count()).toBe(0);
		await page.goto(`${link}/questions?lang=sv-simple`);
		await page.getByText('Hur ofta dricker').first().waitFor();
		expect(await page.getByText('Lättläst').count()).toBe(0);
		await page.close();
	});
});
