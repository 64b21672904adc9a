import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, openBrowser } from './browser.ts';
import { base, enterAs, newNumber, type StaffDoor } from './staff-door.ts';

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

describe('instruments', () => {
	it('are listed with their rights and where the wording comes from', async () => {
		const page = await enter();
		await page.goto(`${base}/instruments`);
		for (const name of [/^AUDIT/, /^DUDIT/, /^KASAM-13/, /^PHQ-9/, /^GAD-7/, /Jourpatrullen/]) {
			expect(await page.getByRole('link', { name }).count()).toBe(1);
		}
		expect(await page.getByText('Får ges digitalt').count()).toBeGreaterThan(5);
	});

	it('show every source’s limits, and which one is used', async () => {
		const page = await enter();
		await page.goto(`${base}/instruments/audit`);
		const total = page.getByRole('region', { name: 'Totalpoäng' });
		const used = total.getByRole('table', { name: /Socialstyrelsens metodguide.*Används i resultatet/ });
		expect(await used.innerText()).toMatch(/6 eller mer\s+8 eller mer/);
		expect(await total.getByRole('table').count()).toBe(4);
		await page.locator('summary', { hasText: 'Visa alla 10 frågor' }).click();
		await page.getByRole('group', { name: 'Hur ofta dricker Du alkohol?' }).waitFor();
	});

	it('keep half a wording out of a permit', async () => {
		const page = await enter(false);
		await page.goto(`${base}/instruments/kasam-13`);
		await page.locator('summary', { hasText: 'Ändra tillstånd' }).click();
		await page.getByLabel('Fråga 4', { exact: true }).fill('');
		await page.getByRole('button', { name: 'Registrera tillståndet' }).click();
		await page.getByRole('alert').getByText('Skriv texten till fråga 4.').waitFor();
		expect(await page.getByLabel('Fråga 5', { exact: true }).inputValue()).not.toBe('');
	});
});

/** To the thanks, as a visitor in the waiting room; nothing is sent anywhere. */
async function tryOnTablet(page: Page): Promise<void> {
	const opened = page.context().waitForEvent('page');
	await page.getByRole('link', { name: 'Prova på surfplatta' }).click();
	const tablet = await opened;
	const sent: string[] = [];
	tablet.on('request', (request) => request.method() === 'GET' || sent.push(request.url()));
	await tablet
		.getByRole('button', { name: /Tryck här för att börja.*Utförare 2|Utförare 2.*Tryck här/ })
		.click();
	await tablet.getByRole('link', { name: 'Börja' }).click();
	await tablet.getByText('Provomgång. Inget av det du svarar sparas.').waitFor();
	await expectAccessible(tablet);
	const place = await tablet.getByText(/^Fråga 1 av \d+$/).innerText();
	const questions = Number(place.split(' ').at(-1));
	for (let question = 1; question <= questions; question += 1) {
		await tablet.getByText(`Fråga ${question} av ${questions}`).waitFor();
		await tablet.getByRole('radio').first().check();
		await tablet.getByRole('button', { name: 'Nästa' }).click();
	}
	await tablet.getByRole('button', { name: /Skicka/ }).click();
	await tablet.getByRole('heading', { name: 'Tack för dina svar' }).waitFor();
	expect(sent).toEqual([]);
	await tablet.close();
}

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('an anonymous survey, %s,', (_, hasScript) => {
	it('is planned, tried and published with one link and poster per provider, shown once', async () => {
		const page = await enter(hasScript);
		const title = newNumber('Påhittad undersökning');
		await page.goto(`${base}/surveys/new`);
		await page.getByRole('button', { name: 'Spara som utkast' }).click();
		await page.getByRole('alert').getByText('Välj minst en utförare.').waitFor();
		await page.getByLabel('Rubrik').fill(title);
		await page.getByLabel('Anonym brukarundersökning').check();
		await page
			.getByLabel('Formulär', { exact: true })
			.selectOption({ label: 'Simrishamns kvalitetsuppföljning, LSS' });
		await page.getByLabel('Utförare 1').check();
		await page.getByLabel('Utförare 2').check();
		await page.getByRole('button', { name: 'Spara som utkast' }).click();
		await page.getByRole('heading', { name: title }).waitFor();
		await page.getByText('Målgruppens storlek är känd').waitFor();
		const trial = page.context().waitForEvent('page');
		await page.getByRole('button', { name: 'Prova undersökningen' }).click();
		const tried = await trial;
		await tried.getByText('Provomgång. Inget av det du svarar sparas.').waitFor();
		await tried.close();
		if (hasScript) await tryOnTablet(page);
		await page.getByRole('button', { name: 'Publicera' }).click();
		const first = await page.getByLabel('Länk för Utförare 1').inputValue();
		const second = await page.getByLabel('Länk för Utförare 2').inputValue();
		expect(first).not.toBe(second);
		expect((await page.request.get(first)).status()).toBe(200);
		await page.goto(`${base}/surveys`);
		await page.getByRole('link', { name: title }).click();
		await page.getByRole('heading', { level: 1, name: title }).waitFor();
		expect(await page.locator('main').innerText()).toContain('Färre än 5');
		expect(await page.content()).not.toContain(first.split('/').at(-1));
	});

	it('counts answers in steps of five', async () => {
		const page = await enter(hasScript);
		await page.goto(`${base}/surveys`);
		await page.getByRole('link', { name: 'Individuell kvalitetsuppföljning 2013 (påhittade svar)' }).click();
		const counted = page.getByRole('table');
		// Tabell 6 has 28, 37 and 37 answers.
		const text = await counted.innerText();
		expect(text).toMatch(
			/Utförare 1[\s\S]*Minst 25[\s\S]*Utförare 2[\s\S]*Minst 35[\s\S]*Utförare 3[\s\S]*Minst 35/
		);
		expect(text).not.toMatch(/28|37/);
	});

	it('needs a target that the scale can show', async () => {
		const page = await enter(hasScript);
		const reference = newNumber('§');
		await page.goto(`${base}/targets/decide?year=2012`);
		await page.getByLabel('SoL', { exact: true }).check();
		await page
			.getByLabel('Mål', { exact: true })
			.selectOption({ label: 'Simrishamn SoL: 1. Bemötande (skala 0–3)' });
		await page.getByLabel('Målpoäng').fill('3,5');
		await page.getByLabel('Beslutsdatum').fill(hasScript ? '2012-01-20' : '2012-01-21');
		await page.getByLabel('Paragraf').fill(reference);
		await page.getByRole('button', { name: 'Spara målet' }).click();
		await page
			.getByRole('alert')
			.getByText(/Frågan går från 0 till 3 poäng\. Ett mål på 3,50/)
			.waitFor();
		expect(await page.getByLabel('Paragraf').inputValue()).toBe(reference);
		await page.getByLabel('Målpoäng').fill('2,80');
		await page.getByRole('button', { name: 'Spara målet' }).click();
		await page.getByRole('row', { name: new RegExp(`Bemötande SoL 2,80 Exakt ${reference}`) }).waitFor();
	});
});

it('keeps administration from caseworkers', async () => {
	door = await enterAs(browser, 'handlaggare');
	for (const path of ['/instruments', '/surveys', '/providers', '/targets/decide']) {
		expect((await door.page.goto(`${base}${path}`))?.status()).toBe(403);
	}
});
