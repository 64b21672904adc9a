/** The questions and the pages round them in the languages that exist. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { expectAccessible, openBrowser, phone } from './browser.ts';
import { findSurveyLink, makeLink } from './respondent-links.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

for (const javaScriptEnabled of [true, false]) {
	describe(`languages ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
		let context: BrowserContext;
		let page: Page;
		beforeEach(async () => {
			context = await browser.newContext({ viewport: phone, javaScriptEnabled });
			page = await context.newPage();
		});
		afterEach(() => context.close());

		it('can be changed in the middle without losing what is chosen', async () => {
			await page.goto(`${await makeLink(baseUrl, 'tre-sprak')}/questions`);
			await page.getByRole('radio', { name: 'Dåligt' }).check();
			await page.getByRole('button', { name: 'English' }).click();
			await page.getByRole('heading', { name: 'How are you?' }).waitFor();
			expect(await page.getByRole('radio', { name: 'Badly' }).isChecked()).toBe(true);
			expect(await page.locator('html').getAttribute('lang')).toBe('en');
			await page.getByRole('button', { name: 'Next' }).click();
			await page.getByRole('heading', { name: 'How do you sleep?' }).waitFor();
		});

		it('can be changed in an anonymous survey too, where nothing is kept anywhere', async () => {
			await page.goto(`${await findSurveyLink(baseUrl)}/questions`);
			await page.getByRole('radio', { name: 'stämmer oftast' }).check();
			await page.getByRole('button', { name: 'Nästa' }).click();
			await page.getByText('Fråga 2 av 5').first().waitFor();
			await page.getByRole('button', { name: 'English' }).click();
			await page.getByText('Question 2 of 5').first().waitFor();
			await page.getByRole('button', { name: 'Back' }).click();
			await page.getByText('Question 1 of 5').first().waitFor();
			expect(await page.getByRole('radio', { name: 'stämmer oftast' }).isChecked()).toBe(true);
		});

		it('say so kindly when the questions only exist in one, and mark which it is', async () => {
			await page.goto(`${await makeLink(baseUrl, 'audit')}?lang=en`);
			expect(await page.getByText('The questions exist in Swedish.').isVisible()).toBe(true);
			await page.getByRole('link', { name: 'Start' }).click();
			const question = page.getByText('Hur ofta dricker Du alkohol?', { exact: true }).last();
			expect(await question.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe(
				'sv'
			);
			if (javaScriptEnabled) await expectAccessible(page);
		});

		it('turn round for one that is written from right to left', async () => {
			await page.goto(`${await makeLink(baseUrl, 'tre-sprak')}/questions?lang=ar`);
			const question = page.getByText('كيف حالك؟', { exact: true }).last();
			await question.waitFor();
			const block = question.locator('xpath=ancestor-or-self::*[@lang][1]');
			expect([await block.getAttribute('lang'), await block.getAttribute('dir')]).toEqual(['ar', 'rtl']);
			expect(await page.locator('[lang="ar"][aria-current]').textContent()).toBe('العربية');
			if (javaScriptEnabled) await expectAccessible(page);
		});
	});
}
