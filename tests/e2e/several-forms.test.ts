/** A survey of two forms from the draft to the thanks, through the pages, by link and on the tablet that tries it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { base, enterAs, newNumber, openCase } from './staff-door.ts';

let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const first = 'Så upplever jag mitt stöd';
const second = 'Frågor till brukarna om kvalitet och resultat';

async function expectGoodPage(page: Page, hasScript: boolean): Promise<void> {
	await page.setViewportSize(phone);
	await expectNoSidewaysScroll(page);
	if (hasScript) await expectAccessible(page);
	await page.setViewportSize(desktop);
	await expectNoSidewaysScroll(page);
	await page.setViewportSize(phone);
}

/** A provider of its own, and a draft about it that asks both forms. */
async function draftSurvey(page: Page, mode: RegExp, hasScript: boolean) {
	const provider = newNumber('Utförare');
	const title = newNumber('Hjälpen och vad den lett till');
	await page.goto(`${base}/providers`);
	await page.getByLabel('Namn', { exact: true }).fill(provider);
	await page.getByRole('button', { name: 'Lägg till' }).click();
	await page.getByText(provider).first().waitFor();
	await page.goto(`${base}/surveys/new`);
	await page.locator('[name=title]').fill(title);
	await page.getByLabel('Uppföljning av verksamheten').check();
	await page.getByLabel(mode).check();
	await page.getByLabel(provider).check();
	await page.locator('[name=instrumentId]').selectOption('simrishamn-sol');
	await page.getByText('Fler formulär i samma undersökning').click();
	await page.getByLabel('Formulär 2').selectOption('simrishamn-sol');
	await page.getByRole('button', { name: 'Spara som utkast' }).click();
	await page.getByRole('alert').getByText('Välj varje formulär bara en gång.').waitFor();
	await expectGoodPage(page, hasScript);
	await page.getByLabel('Formulär 2').selectOption('skl-brukarfragor');
	await page.getByRole('button', { name: 'Spara som utkast' }).click();
	await page.getByRole('heading', { level: 1, name: title }).waitFor();
	await page.getByText('Simrishamn SoL 1.0.0 och SKL brukarfrågor 1.0.0').waitFor();
	return { provider, survey: page.url().replace(/\?.*$/, '') };
}

/** From the start page to the review: the heading and the place of every page, in order. */
async function answerAll(page: Page, hasScript: boolean): Promise<string[]> {
	await page.getByRole('heading', { level: 1, name: 'Frågor till dig' }).waitFor();
	expect(await page.locator('.forms li').allInnerTexts()).toEqual([first, second]);
	await page.getByText('Ungefär 10 minuter', { exact: true }).waitFor();
	await expectGoodPage(page, hasScript);
	await page.getByRole('link', { name: 'Börja' }).click();
	await page.getByRole('button', { name: 'Nästa' }).waitFor();
	const seen: string[] = [];
	const heading = page.locator('main h1');
	const review = page.getByRole('heading', { level: 1, name: 'Stämmer det här?' });
	for (let at = 0; at < 20 && (await review.count()) === 0; at += 1) {
		const before = await heading.innerText();
		seen.push(before);
		if (before === first || before === second) await expectGoodPage(page, hasScript);
		await page.getByRole('radio').first().check();
		await page.getByRole('button', { name: 'Nästa' }).click();
		await expect.poll(() => heading.innerText(), { timeout: 10_000 }).not.toBe(before);
	}
	return seen;
}

/** Everything may be changed at the end, whichever form it is in. */
async function changeAndSend(page: Page, hasScript: boolean): Promise<void> {
	const names = await page.getByRole('heading', { level: 2 }).allInnerTexts();
	expect(names.slice(0, 2)).toEqual([first, second]);
	await expectGoodPage(page, hasScript);
	for (const [question, answer] of [
		['Jag upplever maten som god', 'stämmer aldrig'],
		['Hur nöjd eller missnöjd är du sammantaget', 'Mycket missnöjd']
	] as const) {
		await page.getByRole('button', { name: new RegExp(`Ändra.*${question}`) }).click();
		await page.getByRole('radio', { name: answer }).check();
		await page.getByRole('button', { name: 'Spara ändringen' }).click();
		await page.getByRole('heading', { level: 1, name: 'Stämmer det här?' }).waitFor();
		await page.getByText(answer, { exact: true }).waitFor();
	}
	await page.getByRole('button', { name: 'Skicka svaren' }).click();
	await page.getByRole('heading', { name: /Tack/ }).waitFor();
}

it.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('is answered in one sitting by whoever has the shared link, %s', async (_, hasScript) => {
	const { page, context } = await enterAs(browser, 'administrator', { javaScriptEnabled: hasScript });
	try {
		const { survey } = await draftSurvey(page, /Öppen länk, anonym/, hasScript);
		await page.goto(`${survey}/change`);
		expect(await page.getByLabel('Formulär 2').inputValue()).toBe('skl-brukarfragor');
		await page.goto(survey);
		await page.getByRole('button', { name: 'Publicera' }).click();
		const link = await page
			.getByText(/\/s\/demo\/\w+/)
			.first()
			.innerText();
		const client = await browser.newContext({ viewport: phone, javaScriptEnabled: hasScript });
		const answering = await client.newPage();
		await answering.goto(new URL(new URL(link.trim()).pathname, base).href);
		const seen = await answerAll(answering, hasScript);
		// Nothing of what is asked shows in the address, and the second form says its name once.
		expect(new URL(answering.url()).search).toBe('');
		expect([seen[0], seen.filter((name) => name === second).length]).toEqual([first, 1]);
		await changeAndSend(answering, hasScript);
		await client.close();
	} finally {
		await context.close();
	}
});

it('is answered by the keyboard alone, and says where it is when a form begins', async () => {
	const { page, context } = await enterAs(browser, 'administrator', {});
	try {
		const { survey } = await draftSurvey(page, /Öppen länk, anonym/, true);
		await page.goto(survey);
		const [tried] = await Promise.all([
			context.waitForEvent('page'),
			page.getByRole('button', { name: 'Prova undersökningen' }).click()
		]);
		await tried.getByRole('link', { name: 'Börja' }).press('Enter');
		const heading = tried.locator('main h1');
		for (const name of [first, 'Jag upplever att insatserna har god kvalitet']) {
			await tried.getByRole('heading', { level: 1, name }).waitFor();
			await tried.getByRole('radio').first().press('Space');
			await tried.keyboard.press('Enter');
			await expect.poll(() => heading.innerText(), { timeout: 10_000 }).not.toBe(name);
		}
		for (let at = 0; at < 3; at += 1) {
			const before = await heading.innerText();
			await tried.getByRole('button', { name: 'Hoppa över' }).press('Enter');
			await expect.poll(() => heading.innerText(), { timeout: 10_000 }).not.toBe(before);
		}
		// The name of the new form has the focus, so that a screen reader says it.
		expect(await heading.innerText()).toBe(second);
		await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
		// Back goes into the form before.
		await tried.getByRole('button', { name: 'Tillbaka' }).press('Enter');
		await tried.getByRole('heading', { level: 1, name: /delaktig/ }).waitFor();
		await tried.close();
	} finally {
		await context.close();
	}
});

it('is tried as a tablet asks it', async () => {
	const { page, context } = await enterAs(browser, 'administrator', {});
	try {
		const { survey } = await draftSurvey(page, /Öppen länk, anonym/, true);
		await page.goto(`${survey}/tablet`);
		await page
			.getByRole('button', { name: /Tryck här för att börja/ })
			.first()
			.click();
		const seen = await answerAll(page, true);
		expect([seen[0], seen.includes(second)]).toEqual([first, true]);
		await changeAndSend(page, true);
	} finally {
		await context.close();
	}
});

it('lands in the case as a response to each form, when it is confidential', async () => {
	const admin = await enterAs(browser, 'administrator', {});
	const staff = await enterAs(browser, 'handlaggare', {});
	try {
		const { page } = admin;
		const { provider, survey } = await draftSurvey(page, /Konfidentiell, egen länk till var och en/, true);
		const address = await openCase(staff.page, { caseNumber: newNumber('Ä') });
		await staff.page.goto(`${address}/interventions/new`);
		await staff.page.locator('[name=name]').fill('Öppenvård (påhittad)');
		await staff.page.locator('[name=providerId]').selectOption({ label: provider });
		await staff.page.locator('[name=startedOn]').fill('2026-01-15');
		await staff.page.getByRole('button', { name: 'Spara insatsen' }).click();
		await staff.page.getByText('Öppenvård (påhittad)').first().waitFor();
		await page.goto(`${survey}/invited`);
		await page.getByLabel('Från och med').fill('2026-01-01');
		await page.getByLabel('Till och med').fill('2027-12-31');
		await page.getByRole('button', { name: 'Spara målgruppen' }).click();
		await page.getByText('I dag skulle 1 bjudas in.').waitFor();
		await page.goto(survey);
		await page.getByRole('button', { name: 'Publicera' }).click();
		await page.getByRole('button', { name: 'Bjud in 1' }).click();
		await page.getByText('Alla i målgruppen är inbjudna.').waitFor();
		await staff.page.goto(address);
		await staff.page.getByText('Ny länk').first().click();
		await staff.page.getByRole('button', { name: 'Gör en ny länk' }).first().click();
		const link = await staff.page.locator('#new-link').inputValue();
		const client = await browser.newContext({ viewport: phone });
		const answering = await client.newPage();
		await answering.goto(link);
		await answerAll(answering, true);
		await answering.getByLabel('Nej, jag svarade själv').check();
		await changeAndSend(answering, true);
		await client.close();
		await staff.page.goto(address);
		for (const form of ['Simrishamn SoL', 'SKL brukarfrågor']) {
			expect(await staff.page.getByText(form).count()).toBeGreaterThan(0);
		}
		await page.goto(survey);
		await page.getByText('Stäng undersökningen').first().click();
		await page.getByRole('button', { name: 'Stäng undersökningen' }).click();
		await page.getByText('Stängd', { exact: true }).waitFor();
		await page.goto(`${survey}/results`);
		const names = await page.getByRole('heading', { level: 2 }).allInnerTexts();
		expect(names).toEqual(['Simrishamn SoL 1.0.0', 'SKL brukarfrågor 1.0.0']);
		await expectGoodPage(page, true);
	} finally {
		await admin.context.close();
		await staff.context.close();
	}
});
