/** A confidential survey from the draft to the answer in the case, through the pages. All people in it are made up. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { base, enterAs, newNumber, openCase } from './staff-door.ts';

let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

/** At 360 px for axe and at both widths without sideways scroll. */
async function expectGoodPage(page: Page, hasScript: boolean): Promise<void> {
	await page.setViewportSize(phone);
	await expectNoSidewaysScroll(page);
	if (hasScript) await expectAccessible(page);
	await page.setViewportSize(desktop);
	await expectNoSidewaysScroll(page);
}

/** What the respondent sees on every page: that it is confidential, and no word of anonymity. */
async function expectConfidential(page: Page): Promise<void> {
	await page.getByText('Konfidentiellt. Svaren sparas i ditt ärende.').waitFor();
	// What is folded away too.
	const words = `${await page.title()} ${await page.locator('body').textContent()}`;
	expect(words).not.toMatch(/anonym/i);
}

async function openHelpedCase(page: Page, provider: string, caseNumber: string): Promise<string> {
	const address = await openCase(page, { caseNumber });
	await page.goto(`${address}/interventions/new`);
	await page.locator('[name=name]').fill('Öppenvård (påhittad)');
	await page.locator('[name=providerId]').selectOption({ label: provider });
	await page.locator('[name=startedOn]').fill('2026-01-15');
	await page.getByRole('button', { name: 'Spara insatsen' }).click();
	await page.getByText('Öppenvård (påhittad)').first().waitFor();
	return address;
}

/** Answers every question by its first choice, to the page of thanks. */
async function answerAll(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Börja' }).click();
	await page.getByRole('button', { name: 'Nästa' }).waitFor();
	const heading = page.locator('main h1');
	const send = page.getByRole('button', { name: 'Skicka svaren' });
	for (let at = 0; at < 40 && (await send.count()) === 0; at += 1) {
		await expectConfidential(page);
		const before = await heading.innerText();
		await page.getByRole('radio').first().check();
		await page.getByRole('button', { name: 'Nästa' }).click();
		await expect.poll(() => heading.innerText(), { timeout: 10_000 }).not.toBe(before);
	}
	await expectConfidential(page);
	await page.getByLabel('Nej, jag svarade själv').check();
	await send.click();
	await page.getByRole('heading', { name: /Tack/ }).waitFor();
}

it.each([
	['with JavaScript', true],
	['without JavaScript', false]
])(
	'asks those it should, says that it is confidential on every page, and lands in the case, %s',
	async (_, hasScript) => {
		const admin = await enterAs(browser, 'administrator', { javaScriptEnabled: hasScript });
		const staff = await enterAs(browser, 'handlaggare', { javaScriptEnabled: hasScript });
		try {
			const provider = newNumber('Utförare');
			const title = newNumber('Vad tycker du om hjälpen');
			const { page } = admin;
			await page.goto(`${base}/providers`);
			await page.getByLabel('Namn', { exact: true }).fill(provider);
			await page.getByRole('button', { name: 'Lägg till' }).click();
			await page.getByText(provider).first().waitFor();
			const caseAddress = await openHelpedCase(staff.page, provider, newNumber('Ä'));

			await page.goto(`${base}/surveys/new`);
			await page.locator('[name=title]').fill(title);
			await page.locator('[name=instrumentId]').selectOption('simrishamn-sol');
			await page.getByLabel(/Konfidentiell, egen länk till var och en/).check();
			await page.getByLabel(provider).check();
			// Of the two purposes only follow-up goes with answers that are kept in cases.
			await page.getByLabel('Anonym brukarundersökning').check();
			await page.getByRole('button', { name: 'Spara som utkast' }).click();
			await page
				.getByRole('alert')
				.getByText('En konfidentiell undersökning har ändamålet uppföljning av verksamheten.')
				.waitFor();
			await page.getByLabel('Uppföljning av verksamheten').check();
			await page.getByRole('button', { name: 'Spara som utkast' }).click();
			await page.getByRole('heading', { level: 1, name: title }).waitFor();
			const survey = page.url().replace(/\?.*$/, '');
			expect(await page.getByRole('button', { name: 'Publicera' }).count()).toBe(0);
			await expectGoodPage(page, hasScript);

			await page.getByRole('link', { name: 'Välj vilka som ska bjudas in.' }).click();
			await page.getByRole('heading', { level: 1, name: 'Målgrupp och inbjudna' }).waitFor();
			await page.getByLabel('Till och med').fill('2025-01-01');
			await page.getByLabel('Från och med').fill('2026-01-01');
			await page.getByRole('button', { name: 'Spara målgruppen' }).click();
			await page.getByRole('alert').getByText('Den sista dagen ska inte komma före den första.').waitFor();
			await page.getByLabel('Till och med').fill('2027-12-31');
			await page.getByRole('button', { name: 'Spara målgruppen' }).click();
			await page.getByText('I dag skulle 1 bjudas in.').waitFor();
			await expectGoodPage(page, hasScript);

			// Tried as those who are invited will see it: nothing is kept.
			await page.goto(survey);
			const [tried] = await Promise.all([
				admin.context.waitForEvent('page'),
				page.getByRole('button', { name: 'Prova undersökningen' }).click()
			]);
			await tried.getByText('Provomgång').waitFor();
			await expectConfidential(tried);
			await expectGoodPage(tried, hasScript);
			await answerAll(tried);
			await tried.close();

			await page.goto(survey);
			await page.getByRole('button', { name: 'Publicera' }).click();
			await page.getByRole('button', { name: 'Bjud in 1' }).click();
			await page.getByText('Inbjudna: 0 med e-post, 0 med sms, 1 med brev.').waitFor();
			await page.getByText('Alla i målgruppen är inbjudna.').waitFor();
			await expectGoodPage(page, hasScript);

			await staff.page.goto(`${base}/cases`);
			await staff.page.getByRole('link', { name: 'Inbjudna i undersökningar' }).click();
			const section = staff.page.getByRole('region', { name: title });
			await section.getByText('Väntar på svar').waitFor();
			await expectGoodPage(staff.page, hasScript);
			const href = await section.getByRole('link', { name: /Hämta breven/ }).getAttribute('href');
			const letters = await staff.context.request.get(`${base}${href}`);
			expect(letters.headers()['content-type']).toBe('application/pdf');
			expect((await letters.body()).subarray(0, 5).toString()).toBe('%PDF-');
			expect((await admin.context.request.get(`${base}${href}`)).status()).toBe(403);

			await staff.page.goto(caseAddress);
			await staff.page.getByText('Ny länk').first().click();
			await staff.page.getByRole('button', { name: 'Gör en ny länk' }).first().click();
			const link = await staff.page.locator('#new-link').inputValue();
			const client = await browser.newContext({ viewport: phone, javaScriptEnabled: hasScript });
			const answering = await client.newPage();
			await answering.goto(link);
			await expectConfidential(answering);
			await answering.getByText('Nej tack').first().waitFor();
			await expectGoodPage(answering, hasScript);
			await answering.setViewportSize(phone);
			await answerAll(answering);
			await expectConfidential(answering);
			await client.close();

			await staff.page.goto(`${base}/cases/invited`);
			await section.getByText('Svarat').waitFor();
			await page.reload();
			await page.getByRole('table').getByText(provider).waitFor();
			// One answer is too few to be told to somebody who does not read the case.
			expect(await page.getByRole('row', { name: new RegExp(provider) }).innerText()).toContain('..');
		} finally {
			await admin.context.close();
			await staff.context.close();
		}
	}
);
