import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from './browser.ts';
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

async function enter(hasScript: boolean, width = 1024): Promise<Page> {
	door = await enterAs(browser, 'handlaggare', { javaScriptEnabled: hasScript });
	await door.page.setViewportSize({ width, height: 900 });
	return door.page;
}

describe.each([
	['with JavaScript', true, 1024],
	['without JavaScript, on a phone', false, 360]
])('%s', (_, hasScript, width) => {
	it('cases come from a file that is mended after the check, and then they are there', async () => {
		const page = await enter(hasScript, width);
		const number = newNumber('FIL');
		const paste = async (day: string) => {
			await page.goto(`${base}/cases/import`);
			await page.locator('summary', { hasText: 'Klistra in i stället' }).click();
			await page
				.getByLabel('Rader ur ett kalkylark')
				.fill(`Ärendenr\tKlientnr\tInlett\tKön\n${number}\tK-${number}\t${day}\tK`);
			await page.getByRole('button', { name: 'Läs filen' }).click();
		};
		await paste('i fjol');
		await page.getByText('1 sak är fel i filen').waitFor();
		expect(await page.getByRole('table').innerText()).toMatch(/Rad 2[\s\S]*Inlett \(C\)[\s\S]*i fjol/);
		expect(await page.getByRole('button', { name: 'Importera' }).count()).toBe(0);
		await page.getByRole('button', { name: 'Släng filen' }).click();
		await paste('2026-01-08');
		await page.getByText('1 nytt ärende').waitFor();
		await page.getByRole('button', { name: 'Importera' }).click();
		await page.getByText('Importen är klar').waitFor();
		await page.getByRole('link', { name: 'Till ärendena' }).click();
		await page.getByRole('rowheader', { name: number }).waitFor();
	});

	it('a goal is set and followed up, and the case shows how it has gone', async () => {
		const page = await enter(hasScript, width);
		const address = await openCase(page, { caseNumber: newNumber('MÅL') });
		await page.goto(`${address}/goals`);
		await page.getByLabel('Vad vill klienten nå?').fill('Komma i tid');
		await page.getByRole('button', { name: 'Spara målet' }).click();
		await page.getByRole('alert').getByText('Skriv vad nivå 3, målet, är.').waitFor();
		await page.getByLabel('3. Målet').fill('Sex gånger av tio');
		await page.getByLabel('Målet sattes').fill('2026-01-10');
		await page.getByLabel('Nivå nu').selectOption('1');
		await page.getByRole('button', { name: 'Spara målet' }).click();
		await page.getByText('Målet är sparat.').waitFor();
		await page.getByRole('radio', { name: '2. Något mindre än målet' }).check();
		await page.getByRole('button', { name: 'Spara nivåerna' }).click();
		await page.getByText('Nivåerna är sparade.').waitFor();
		const goals = await page.getByRole('region', { name: 'Mål', exact: true }).innerText();
		expect(goals).toMatch(/Komma i tid[\s\S]*Målet är inte nått[\s\S]*1 nivå högre än först/);
	});

	it('general facts are filled in at their step, "vet ej" too, and completed later', async () => {
		const page = await enter(hasScript, width);
		const address = await openCase(page, { caseNumber: newNumber('GV') });
		await page.goto(`${address}/record`);
		await page.getByText('Hämtat ur ärendet').first().waitFor();
		await page.locator('input[name="_unknown.gv_2"]').check();
		await page.getByRole('button', { name: 'Spara och gå vidare' }).click();
		await page.getByRole('heading', { level: 2, name: 'Utreda' }).waitFor();
		await page.getByText('Ensamstående utan barn').click();
		await page.getByRole('button', { name: 'Spara', exact: true }).click();
		await page.getByText('Uppgifterna är sparade.').waitFor();
		const record = await page.getByRole('region', { name: 'Grunduppgifter' }).innerText();
		expect(record).toMatch(/Aktualisera\s+2 av 2/);
	});
});

describe('the page that reads a file', () => {
	it('keeps open what has been opened before its script arrived', async () => {
		const page = await enter(true);
		let letScriptsCome = (): void => {};
		const scriptsMayCome = new Promise<void>((resolve) => (letScriptsCome = resolve));
		await page.route('**/*.js', async (route) => {
			await scriptsMayCome;
			await route.continue();
		});
		await page.goto(`${base}/cases/import`, { waitUntil: 'commit' });
		await page.locator('summary', { hasText: 'Klistra in i stället' }).click();
		letScriptsCome();
		await page.waitForLoadState('networkidle');
		expect(await page.getByLabel('Rader ur ett kalkylark').isVisible()).toBe(true);
	});
});

describe('the pages of a case', () => {
	it('have nothing that stands in the way (axe, WCAG 2.2 AA)', async () => {
		const page = await enter(true, 360);
		const address = await openCase(page, { caseNumber: newNumber('AXE') });
		for (const path of [
			`${address}/goals`,
			`${address}/record`,
			`${base}/cases/import`,
			`${base}/forms/audit`
		]) {
			await page.goto(path);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		}
	});
});
