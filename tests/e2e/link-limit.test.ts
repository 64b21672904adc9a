/** A shared link that has taken as many answers as it takes: what the next one meets, and what the administrator sees. */
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { base, enterAs, newNumber } from './staff-door.ts';

let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

it.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('says so kindly, and is seen and raised by the administrator, %s', async (_, hasScript) => {
	const { page, context } = await enterAs(browser, 'administrator', { javaScriptEnabled: hasScript });
	const client = await browser.newContext({ viewport: phone, javaScriptEnabled: hasScript });
	try {
		const provider = newNumber('Utförare');
		await page.goto(`${base}/providers`);
		await page.getByLabel('Namn', { exact: true }).fill(provider);
		await page.getByRole('button', { name: 'Lägg till' }).click();
		await page.getByText(provider).first().waitFor();
		await page.goto(`${base}/surveys/new`);
		await page.locator('[name=title]').fill(newNumber('Spridd länk'));
		await page.getByLabel('Uppföljning av verksamheten').check();
		await page.getByLabel(provider).check();
		await page.locator('[name=instrumentId]').selectOption('simrishamn-sol');
		await page.getByRole('button', { name: 'Spara som utkast' }).click();
		await page.getByText('Ändra hur många svar länkarna tar emot').click();
		await page.getByLabel(`Högst för ${provider}`).fill('12');
		await page.getByRole('button', { name: 'Spara gränserna' }).click();
		await page.getByRole('alert').getByText('Skriv ett jämnt femtal från 10 till 100 000').waitFor();
		await page.getByLabel(`Högst för ${provider}`).fill('10');
		await page.getByRole('button', { name: 'Spara gränserna' }).click();
		const row = page.getByRole('row', { name: new RegExp(provider) });
		await row.getByText('10', { exact: true }).waitFor();
		const survey = page.url().replace(/\?.*$/, '');
		await page.getByRole('button', { name: 'Publicera' }).click();
		const address = await page
			.getByText(/\/s\/demo\/\w+/)
			.first()
			.innerText();
		const link = new URL(new URL(address.trim()).pathname, base).href;

		const answer = async () =>
			client.request.post(`${link}/questions`, {
				headers: { origin: new URL(base).origin, accept: 'text/html' },
				form: { _move: 'send', _page: '', _answers: '{"sol_1":3}', _submission: randomUUID() },
				maxRedirects: 0
			});
		for (let sent = 0; sent < 9; sent += 1) expect((await answer()).status()).toBe(303);
		const answering = await client.newPage();
		await answering.goto(link);
		await answering.getByRole('link', { name: 'Börja' }).click();
		await answering.getByRole('button', { name: 'Nästa' }).waitFor();
		// The last one that it takes, and the thanks, which are read when it is full.
		expect((await answer()).status()).toBe(303);
		await answering.goto(`${link}/thanks`);
		await answering.getByRole('heading', { name: /Tack/ }).waitFor();
		expect((await answer()).status()).toBe(410);
		await answering.goto(link);
		await answering.getByRole('heading', { level: 1, name: 'Undersökningen har fått sina svar' }).waitFor();
		await answering.getByText('Prata med personalen där du fick länken').waitFor();
		await expectNoSidewaysScroll(answering);
		if (hasScript) await expectAccessible(answering);

		await page.goto(survey);
		await row.getByText('10, nådd').waitFor();
		await page.getByText(`Länken till ${provider} har fått så många svar som den tar emot.`).waitFor();
		await page.setViewportSize(phone);
		await expectNoSidewaysScroll(page);
		if (hasScript) await expectAccessible(page);
		await page.setViewportSize(desktop);
		await page.getByText('Ändra hur många svar länkarna tar emot').click();
		await page.getByLabel(`Högst för ${provider}`).fill('15');
		await page.getByRole('button', { name: 'Spara gränserna' }).click();
		await row.getByText('15', { exact: true }).waitFor();
		expect((await answer()).status()).toBe(303);
	} finally {
		await client.close();
		await context.close();
	}
});
