/** A client in the room answers, and does not want it in the case: a code is drawn, and the case is told nothing. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { base, enterAs, newNumber, openCase, type StaffDoor } from './staff-door.ts';

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

/** From the interview's first page, where it is offered. */
async function chooseAnonymous(page: Page): Promise<string> {
	const caseAddress = await openCase(page, { caseNumber: newNumber('SN') });
	await page.goto(`${caseAddress}/interviews/new?instrument=simrishamn-sol`);
	await page.getByRole('link', { name: 'Svara bara anonymt' }).click();
	await page.getByRole('heading', { level: 1, name: 'Bara anonymt' }).waitFor();
	return caseAddress;
}

/** The client's way through the questions on a phone of their own: the first answer to each. */
async function answerOnPhone(link: string, javaScriptEnabled: boolean): Promise<string> {
	const context = await browser.newContext({ viewport: phone, javaScriptEnabled });
	const page = await context.newPage();
	await page.goto(link);
	const start = await page.getByRole('main').innerText();
	await page.getByRole('link', { name: 'Börja' }).click();
	for (let number = 1; number <= 5; number += 1) {
		await page.getByText(`Fråga ${number} av 5`).first().waitFor();
		await page.getByRole('radio').first().check();
		await page.getByRole('button', { name: 'Nästa' }).click();
	}
	await page.getByRole('button', { name: 'Skicka svaren' }).click();
	await page.getByRole('heading', { level: 1, name: /^Tack/ }).waitFor();
	await context.close();
	return start;
}

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('a client who says no to the case, %s,', (_, hasScript) => {
	it('answers by a code that works once, and the case is told nothing', async () => {
		door = await enterAs(browser, 'handlaggare', { javaScriptEnabled: hasScript });
		const { page } = door;
		const caseAddress = await chooseAnonymous(page);
		await page.getByRole('button', { name: 'Klienten vill svara anonymt' }).click();
		await page.getByRole('alert').getByText('Välj vilken utförare svaren gäller.').waitFor();
		await page.getByRole('radio', { name: /^Utförare 2/ }).check();
		await page.getByRole('button', { name: 'Klienten vill svara anonymt' }).click();
		await page.getByRole('img', { name: 'Länk till frågorna, att läsa av med en telefon' }).waitFor();
		const opened = page.getByRole('link', { name: 'Öppna frågorna i ett nytt fönster' });
		const link = new URL((await opened.getAttribute('href')) ?? '', base).href;
		expect(link).toMatch(/\/s\/demo\/[0-9a-z]{12}$/);
		if (hasScript) await expectAccessible(page);

		const start = await answerOnPhone(link, hasScript);
		expect(start).toMatch(/anonym/i);
		const again = await page.request.get(link);
		expect(again.status()).toBe(410);
		expect(await again.text()).not.toContain('Börja');

		await page.goto(caseAddress);
		const words = await page.getByRole('main').innerText();
		expect(words).not.toMatch(/Simrishamn|anonym/i);
	});
});

it('can be chosen and drawn by the keyboard alone', async () => {
	door = await enterAs(browser, 'handlaggare');
	const { page } = door;
	await chooseAnonymous(page);
	const focused = (): Promise<string> =>
		page.evaluate(() => {
			const { activeElement: element } = document;
			return element instanceof HTMLInputElement ? element.name : (element?.textContent?.trim() ?? '');
		});
	const tabTo = async (name: string): Promise<void> => {
		for (let press = 0; press < 40 && (await focused()) !== name; press += 1)
			await page.keyboard.press('Tab');
		expect(await focused()).toBe(name);
	};
	await tabTo('about');
	await page.keyboard.press('ArrowDown');
	await tabTo('Klienten vill svara anonymt');
	await page.keyboard.press('Enter');
	await page.getByRole('img', { name: 'Länk till frågorna, att läsa av med en telefon' }).waitFor();
	await tabTo('Öppna frågorna i ett nytt fönster');
});

it('fits from 320 px to a desktop, before and after the code is drawn', async () => {
	door = await enterAs(browser, 'handlaggare');
	const { page } = door;
	await chooseAnonymous(page);
	for (const isDrawn of [false, true]) {
		if (isDrawn) {
			await page.getByRole('radio', { name: /^Utförare 1/ }).check();
			await page.getByRole('button', { name: 'Klienten vill svara anonymt' }).click();
			await page.getByRole('img', { name: 'Länk till frågorna, att läsa av med en telefon' }).waitFor();
		}
		await page.setViewportSize({ ...phone, width: 320 });
		await expectNoSidewaysScroll(page);
		await expectAccessible(page);
		await page.setViewportSize(desktop);
		await expectNoSidewaysScroll(page);
	}
});
