/** Erasing, from the proposal to the certificate, as whoever decides sees it. The demo's old records are made up. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
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
	await door.page.goto(`${base}/retention`);
	return door.page;
}

const recordOf = (page: Page, number: string) =>
	page.getByRole('article', { name: new RegExp(`Ärende .*${number}`) });

async function keep(page: Page, number: string, reason: RegExp): Promise<void> {
	const record = recordOf(page, number);
	await record.getByLabel('Behåll', { exact: true }).check();
	const label = await record.getByRole('option', { name: reason }).first().textContent();
	await record.getByLabel('Varför behålls den?').selectOption({ label: label ?? '' });
}

/** axe with JavaScript, and no sideways scroll at 320 px. */
async function expectGoodPage(page: Page): Promise<void> {
	await page.setViewportSize({ ...phone, width: 320 });
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.setViewportSize(desktop);
	await expectNoSidewaysScroll(page);
	expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
}

describe('the rules', () => {
	it.each([
		['with JavaScript', true],
		['without JavaScript', false]
	])('take a line of the archive plan, once, and let it be taken away, %s', async (_, hasScript) => {
		const page = await enter(hasScript);
		const reference = newNumber('Plan 2012 §');
		await page.goto(`${base}/retention/settings`);
		const add = async (days: { from: string; to: string }) => {
			await page.getByLabel('Regel', { exact: true }).selectOption({ label: 'LSS, enskild verksamhet' });
			await page.getByLabel('Antal år').fill('7');
			await page.getByLabel('Plan och beslut').fill(reference);
			await page.getByLabel('Gäller från').fill(days.from);
			await page.getByLabel('Gäller till och med').fill(days.to);
			await page.getByRole('button', { name: 'Lägg till raden' }).click();
		};
		await add({ from: '2012-01-02', to: '2012-01-01' });
		await page.getByRole('alert').getByText('Sista dagen kan inte vara före den första.').waitFor();
		expect(await page.getByLabel('Plan och beslut').inputValue()).toBe(reference);
		if (hasScript) await expectGoodPage(page);
		await add({ from: '2012-01-02', to: '2012-12-31' });
		await page.getByText('Sparat. Förslaget är genomgånget på nytt.').waitFor();
		const line = page.getByRole('row', { name: new RegExp(reference) });
		expect(await line.innerText()).toMatch(/7 år[\s\S]*2012-01-02 till 2012-12-31/);
		await add({ from: '2012-01-02', to: '2012-12-31' });
		await page.getByRole('alert').getByText('Det finns redan en rad').waitFor();
		await page.getByRole('button', { name: `Ta bort – ${reference}` }).click();
		await page.getByText('Inga egna rader. Lagens frister gäller.').waitFor();
	});

	it('ask for a municipality code of four digits', async () => {
		const page = await enter();
		await page.goto(`${base}/retention/settings`);
		await page.getByLabel('Kommunkod').fill('Simrishamn');
		await page.getByRole('button', { name: 'Spara' }).click();
		await page.getByRole('alert').getByText('Skriv kommunkoden med fyra siffror').waitFor();
	});

	it('keep everything where research does, and propose again when that was wrong', async () => {
		const page = await enter(false);
		const say = async (code: string) => {
			await page.goto(`${base}/retention/settings`);
			await page.getByLabel('Kommunkod').fill(code);
			await page.getByRole('button', { name: 'Spara' }).click();
			await page.getByText('Sparat. Förslaget är genomgånget på nytt.').waitFor();
			await page.goto(`${base}/retention`);
		};
		await say('1480');
		await page.getByText('Det finns inget att gallra just nu').waitFor();
		await page.getByText('Här bevaras akterna').waitFor();
		await say('9999');
		await page.getByText(/4 personers akter har passerat sin tid\. 2 av dem kan programmet/).waitFor();
	});
});

describe('a proposal', () => {
	it('is refused without a choice where the program asks, and without a reason for what is kept', async () => {
		const page = await enter(false);
		expect(await recordOf(page, '2014-0031').getByLabel('Gallra').isChecked()).toBe(true);
		expect(await recordOf(page, '2020-0052').getByLabel('Gallra').isChecked()).toBe(false);
		await recordOf(page, '2014-0031').getByLabel('Behåll', { exact: true }).check();
		await page.getByRole('button', { name: 'Godkänn besluten' }).click();
		const alert = page.getByRole('alert').first();
		await alert.getByText('Välj varför ärende 2014-0031 behålls.').waitFor();
		await alert.getByText('Välj vad som ska hända med ärende 2019-0210, 2020-0166.').waitFor();
		expect(await recordOf(page, '2014-0031').getByLabel('Behåll', { exact: true }).isChecked()).toBe(true);
	});

	it('is approved, taken back, approved again without JavaScript, carried out and certified', async () => {
		const first = await enter();
		await expectGoodPage(first);
		const decide = async (page: Page) => {
			await recordOf(page, '2019-0210').getByLabel('Gallra').check();
			await keep(page, '2018-0107', /Tvist/);
			await keep(page, '2020-0052', /Född den 5/);
			await page.getByRole('button', { name: 'Godkänn besluten' }).click();
			await page.getByText('Godkänt, men inte gallrat än').waitFor();
		};
		await decide(first);
		await first.getByText('2 personers akter raderas för gott').waitFor();
		await expectGoodPage(first);
		await first.getByRole('button', { name: 'Ta tillbaka godkännandet' }).click();
		await first.getByText('Förslaget väntar på nytt beslut.').waitFor();
		await door?.context.close();

		const page = await enter(false);
		await decide(page);
		await page.getByRole('button', { name: 'Gallra nu' }).click();
		await page.getByText('Gallringen är gjord.').waitFor();
		const rows = await page.getByRole('table', { name: 'Raderade uppgifter' }).innerText();
		expect(rows).toMatch(/Klienter\s+(Antal\s+)?2/);
		expect(rows).toMatch(/Ärenden\s+(Antal\s+)?3/);
		await page.getByText('filerna på disken är inte omskrivna än').waitFor();
		const shown = await page.locator('main').innerText();
		expect(shown).not.toMatch(/2014-0031|2019-0210|K-0102|K-0455/);
		expect(shown).toContain('Socialnämnden i Exempelby');
	});

	it('leaves a certificate that can be read again, and what was kept', async () => {
		const page = await enter();
		await page.getByText('Det finns inget att gallra just nu').waitFor();
		await expectGoodPage(page);
		const holds = page.getByRole('table', { name: 'Bevaras genom beslut' });
		expect(await holds.innerText()).toMatch(/2018-0107[\s\S]*Tvist/);
		await page
			.getByRole('link', { name: /Gallringsbevis/ })
			.first()
			.click();
		await page.getByRole('heading', { level: 1, name: /^Gallringsbevis/ }).waitFor();
		await expectGoodPage(page);
	});

	it('comes back when a decision to keep is ended', async () => {
		const page = await enter(false);
		await page.getByRole('button', { name: 'Häv beslutet – 2018-0107' }).click();
		await page.getByText('Beslutet är hävt.').waitFor();
		await page.getByText('En persons akt har passerat sin tid.').waitFor();
		await recordOf(page, '2018-0107').waitFor();
	});
});

it('is kept from those who do not decide', async () => {
	for (const role of ['handlaggare', 'namnd'] as const) {
		door = await enterAs(browser, role);
		for (const path of ['/retention', '/retention/settings']) {
			expect((await door.page.goto(base + path))?.status()).toBe(403);
		}
		await door.context.close();
	}
});
