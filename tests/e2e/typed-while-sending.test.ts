/** What somebody writes while a form is being sent is still there when the answer has come. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { base, enterAs, type StaffDoor } from './staff-door.ts';

let browser: Browser;
let door: StaffDoor | undefined;

beforeAll(async () => {
	browser = await openBrowser();
});
afterEach(async () => {
	await door?.context.close();
	door = undefined;
});
afterAll(() => browser.close());

/** Holds the answers to what is sent until the function it gives is called. */
async function holdAnswers(page: Page): Promise<() => void> {
	let letGo = (): void => {};
	const mayAnswer = new Promise<void>((resolve) => (letGo = resolve));
	await page.route('**/*', async (route) => {
		if (route.request().method() === 'POST') await mayAnswer;
		await route.continue();
	});
	return letGo;
}

describe('a form that is being sent', () => {
	it('keeps what is written meanwhile when it is refused, beside what was sent', async () => {
		door = await enterAs(browser, 'administrator');
		const { page } = door;
		await page.goto(`${base}/messages`);
		await page.locator('summary', { hasText: 'E-post, inbjudan – svenska' }).click();
		const form = page.locator('details[open] form');
		const [subject, body] = [form.locator('[name="subject"]'), form.locator('[name="body"]')];
		await subject.fill('');
		await body.fill('Hej! {länk}');
		const answer = await holdAnswers(page);
		await form.getByRole('button').click();
		await body.press('End');
		await body.pressSequentially(' Hör av dig om du undrar något.');
		answer();
		await page.locator('#error-summary').waitFor();
		expect(await body.inputValue()).toBe('Hej! {länk} Hör av dig om du undrar något.');
		expect(await subject.inputValue()).toBe('');
	});

	it('keeps what is written meanwhile when it is saved and the page shows what was saved', async () => {
		door = await enterAs(browser, 'administrator');
		const { page } = door;
		await page.goto(`${base}/messages`);
		const days = page.locator('[name="days"]');
		const before = await days.inputValue();
		const save = page.locator('form', { has: days }).getByRole('button');
		await days.fill('3');
		const answer = await holdAnswers(page);
		await save.click();
		await days.press('End');
		await days.pressSequentially(' 9');
		answer();
		await page.waitForURL(/saved/);
		await page.getByText('Sparat.').waitFor();
		expect(await days.inputValue()).toBe('3 9');
		await page.unroute('**/*');
		await page.reload();
		expect(await days.inputValue()).toBe('3');
		await days.fill(before);
		await save.click();
		await page.waitForLoadState('networkidle');
	});

	it('keeps what is written meanwhile when the answer empties the form, and when a search has been answered', async () => {
		door = await enterAs(browser, 'handlaggare');
		const { page } = door;
		await page.goto(`${base}/cases`);
		const search = page.getByRole('searchbox');
		await search.fill('2026');
		const answer = await holdAnswers(page);
		await page.getByRole('search').getByRole('button').click();
		await search.press('End');
		await search.pressSequentially('-01');
		// As SvelteKit does with a form that was taken.
		await page
			.getByRole('search')
			.locator('form')
			.evaluate((form: HTMLFormElement) => form.reset());
		expect(await search.inputValue()).toBe('2026-01');
		answer();
		await page.getByRole('link', { name: 'Visa alla' }).waitFor();
		expect(await search.inputValue()).toBe('2026-01');
		// Once it is answered, what is emptied is empty.
		await page
			.getByRole('search')
			.locator('form')
			.evaluate((form: HTMLFormElement) => form.reset());
		expect(await search.inputValue()).not.toBe('2026-01');
	});
});
