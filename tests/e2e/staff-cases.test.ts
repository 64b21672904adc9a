import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { base, enterAs, newNumber, openCase, type StaffDoor, type StaffRole } from './staff-door.ts';

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

async function enter(role: StaffRole, hasScript = true) {
	door = await enterAs(browser, role, { javaScriptEnabled: hasScript });
	return door.page;
}

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('a caseworker, %s,', (_, hasScript) => {
	it('is told what is missing in a new case and loses nothing', async () => {
		const page = await enter('handlaggare', hasScript);
		await page.goto(`${base}/cases/new`);
		await page.getByLabel('Ärendenummer').fill('SN 1');
		await page.getByLabel('Klientnummer').fill('19840412-1234');
		await page.getByLabel('Födelseår').fill('84');
		await page.getByRole('button', { name: 'Öppna ärendet' }).click();
		const summary = page.getByRole('alert');
		await summary.waitFor();
		const lines = await summary.getByRole('link').allInnerTexts();
		expect(lines).toHaveLength(3);
		expect(lines[0]).toMatch(/personnummer/);
		expect(await page.getByLabel('Ärendenummer').inputValue()).toBe('SN 1');
		expect(await page.getByLabel('Födelseår').inputValue()).toBe('84');
		expect(await page.getByLabel('Klientnummer').getAttribute('aria-invalid')).toBe('true');
	});

	it('opens a case with an intervention and finds it by its number', async () => {
		const page = await enter('handlaggare', hasScript);
		const caseNumber = newNumber('SN');
		await page.goto(`${base}/cases/new`);
		await page.getByLabel('Ärendenummer').fill(caseNumber);
		await page.getByLabel('Klientnummer').fill(`K-${caseNumber}`);
		await page.getByLabel('Ej angivet').check();
		await page.getByLabel('Insats', { exact: true }).fill('Stödsamtal');
		await page.getByLabel('Utförare').selectOption({ index: 1 });
		await page.getByLabel('Började').fill('2026-01-15');
		await page.getByLabel('Avslutades').fill('2026-01-01');
		await page.getByRole('button', { name: 'Öppna ärendet' }).click();
		await page.getByRole('alert').getByText('kan inte sluta innan den har börjat').waitFor();
		await page.getByLabel('Avslutades').fill('2026-06-30');
		await page.getByRole('button', { name: 'Öppna ärendet' }).click();
		await page.getByText('2026-01-15 till 2026-06-30').waitFor();
		await page.goto(`${base}/cases`);
		await page.getByLabel('Sök på ärendenummer').fill(caseNumber);
		await page.getByRole('button', { name: 'Sök' }).click();
		await page.getByText('1 öppet ärende').waitFor();
		expect(await page.getByRole('rowheader', { name: caseNumber }).count()).toBe(1);
	});

	it.runIf(hasScript)('keeps what is filled in before the script has arrived', async () => {
		const page = await enter('handlaggare', hasScript);
		await page.route('**/*.js', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 1000));
			await route.continue();
		});
		const late = page.waitForResponse((response) => response.url().endsWith('.js'));
		await page.goto(`${base}/cases/new`, { waitUntil: 'commit' });
		await page.getByLabel('Ärendenummer').fill('SN-tidigt');
		await page.getByLabel('Man', { exact: true }).check();
		await late;
		await page.waitForLoadState('networkidle');
		expect(await page.getByLabel('Ärendenummer').inputValue()).toBe('SN-tidigt');
		expect(await page.getByLabel('Man', { exact: true }).isChecked()).toBe(true);
	});

	it('makes a link that is shown once, renews it and takes it back', async () => {
		const page = await enter('handlaggare', hasScript);
		const address = await openCase(page, { caseNumber: newNumber('SN') });
		await page.goto(`${address}/send?instrument=audit`);
		await page.getByRole('button', { name: 'Skapa länken' }).click();
		const first = await page.getByLabel('Länk till AUDIT').inputValue();
		expect(first).toMatch(new RegExp(`^${base}/s/demo/[0-9a-z]{26}$`));
		expect((await page.request.get(first)).status()).toBe(200);

		await page.goto(address);
		expect(await page.content()).not.toContain(first.split('/').at(-1));
		await page.locator('summary', { hasText: 'Ny länk' }).click();
		await page.getByRole('button', { name: 'Gör en ny länk' }).click();
		const second = await page.getByLabel('Länk till AUDIT').inputValue();
		expect(second).not.toBe(first);
		expect((await page.request.get(first)).status()).toBe(404);
		expect((await page.request.get(second)).status()).toBe(200);

		await page.locator('summary', { hasText: 'Ta tillbaka' }).click();
		await page.getByRole('button', { name: 'Ja, ta tillbaka länken' }).click();
		await page.getByText('Länken är tillbakatagen.').waitFor();
		expect((await page.request.get(second)).status()).toBe(410);
	});
});

describe('a case', () => {
	it('can be closed, and then nothing new is given in it', async () => {
		const page = await enter('handlaggare');
		const address = await openCase(page, { caseNumber: newNumber('SN') });
		await page.locator('summary', { hasText: 'Avsluta ärendet' }).click();
		await page.getByRole('button', { name: 'Ja, avsluta ärendet' }).click();
		await page.getByText('Ärendet är avslutat.', { exact: true }).waitFor();
		expect(await page.getByRole('link', { name: 'Skicka länk' }).count()).toBe(0);
		await page.goto(`${address}/send`);
		expect(page.url()).toBe(address);
	});

	it('cannot be found by what it is about', async () => {
		const page = await enter('handlaggare');
		await page.goto(`${base}/cases?q=alkohol`);
		await page.getByText('Inget ärende har numret ”alkohol”').waitFor();
	});

	it('is no business of the administrator’s or the board’s', async () => {
		for (const role of ['administrator', 'namnd'] as const) {
			const page = await enter(role);
			expect((await page.goto(`${base}/cases`))?.status()).toBe(403);
			await door?.context.close();
		}
	});

	it('that does not exist is a page that says so', async () => {
		const page = await enter('handlaggare');
		const address = `${base}/cases/00000000-0000-4000-8000-000000000000`;
		expect((await page.goto(address))?.status()).toBe(404);
		expect((await page.goto(`${base}/cases/not-an-id`))?.status()).toBe(404);
	});
});
