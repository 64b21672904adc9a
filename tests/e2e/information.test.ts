/** What people are told before they answer: written, published, and shown to whoever gets a link. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { findSurveyLink, makeLink } from './respondent-links.ts';
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

async function enter(hasScript = true): Promise<Page> {
	door = await enterAs(browser, 'administrator', { javaScriptEnabled: hasScript });
	return door.page;
}

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('the text about links in cases, %s,', (_, hasScript) => {
	it('is written, read through and published, and shown to the next who opens a link', async () => {
		const page = await enter(hasScript);
		const contact = `Ring ${hasScript ? 'växeln' : 'expeditionen'} (påhittat).`;
		await page.goto(`${base}/information/cases`);
		await page.getByLabel('Vem ansvarar för uppgifterna?').fill('Nämnden. Ring [nummer].');
		await page.getByRole('button', { name: 'Spara och läs igenom' }).click();
		await page.getByRole('heading', { level: 1, name: 'Läs igenom' }).waitFor();
		if (hasScript) await expectAccessible(page);
		expect(await page.getByRole('button', { name: /^Publicera/ }).count()).toBe(0);
		await page.getByRole('link', { name: /Svenska: fyll i det som står inom hakparenteser/ }).click();
		await page.getByLabel('Vem ansvarar för uppgifterna?').fill(contact);
		await page.getByRole('button', { name: 'Spara och läs igenom' }).click();
		await page.getByRole('button', { name: /^Publicera version/ }).click();
		await page.getByText('Texten är publicerad').waitFor();

		const link = await makeLink(base, 'audit');
		await page.goto(link);
		expect(await page.getByText(contact).isVisible()).toBe(false);
		await page.getByText('Läs mer om hur svaren hanteras').click();
		await page.getByText(contact).waitFor();
		if (hasScript) await expectAccessible(page);
	});
});

it('is read in the language the respondent chose, and found again from every question', async () => {
	const context = await browser.newContext({ viewport: phone });
	const page = await context.newPage();
	for (const link of [await makeLink(base, 'audit'), await findSurveyLink(base)]) {
		await page.goto(`${link}?lang=en`);
		await page.getByText('Read more about how the answers are handled').click();
		await page.getByText('Where can I complain?').waitFor();
		await expectNoSidewaysScroll(page);
		await page.getByRole('link', { name: 'Start', exact: true }).click();
		const [information] = await Promise.all([
			context.waitForEvent('page'),
			page.getByRole('link', { name: /How the answers are handled/ }).click()
		]);
		await information.getByRole('heading', { level: 1, name: 'How the answers are handled' }).waitFor();
		await expectAccessible(information);
		await expectNoSidewaysScroll(information);
		await information.close();
	}
	await context.close();
});

it('shows what there is, and where the impact assessment is found', async () => {
	const page = await enter();
	for (const path of ['/information', '/information/surveys']) {
		await page.goto(`${base}${path}`);
		await expectAccessible(page);
	}
	await page.goto(`${base}/information`);
	await page.getByRole('button', { name: 'Registrera' }).click();
	await page.getByRole('alert').getByText('Skriv vem som är ansvarig.').waitFor();
	await page.getByLabel('Var den finns').fill('Dnr 2026-17 (påhittat)');
	await page.getByLabel('Beslutad').fill('2026-02-01');
	await page.getByLabel('Ansvarig').fill('Påhittad Chef');
	await page.getByRole('button', { name: 'Registrera' }).click();
	await page.getByText('Konsekvensbedömningen är registrerad.').waitFor();
	expect(await page.getByText('Dnr 2026-17 (påhittat)').count()).toBe(1);
});

it('keeps old versions to be read', async () => {
	const page = await enter();
	await page.goto(`${base}/information/cases`);
	await page.getByText('Version 1, publicerad 2013-01-10').click();
	await page.locator('details[open]').getByText('dataskydd@exempelby.example').first().waitFor();
});

it('is out of reach for caseworkers', async () => {
	door = await enterAs(browser, 'handlaggare');
	for (const path of ['/information', '/information/cases', '/information/cases/preview']) {
		expect((await door.page.goto(`${base}${path}`))?.status()).toBe(403);
	}
});
