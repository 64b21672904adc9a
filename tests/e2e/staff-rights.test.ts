/** What somebody has a right to about their own answers: corrected, restricted, told. All made up. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { base, enterAs, enterPaper, newNumber, openCase, type StaffDoor } from './staff-door.ts';

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

/** AUDIT of 24 points: instruments/audit, reference case "Räkneexempel 24 poäng". */
const codes24 = ['4', '1', '2', '3', '3', '1', '4', '2', '2', '2'];

interface Given {
	readonly page: Page;
	readonly caseAddress: string;
	readonly address: string;
}

/** A case with an AUDIT of 24 points before, open on the page of the answer. */
async function openResponse(hasScript = true): Promise<Given> {
	door = await enterAs(browser, 'handlaggare', { javaScriptEnabled: hasScript });
	const { page } = door;
	const caseAddress = await openCase(page, { caseNumber: newNumber('SN') });
	const form = { instrument: 'audit', on: '2026-01-12', occasion: 'Före', codes: codes24 };
	await enterPaper(page, caseAddress, form);
	await page.getByRole('link', { name: 'Läs svaret' }).first().click();
	await page.getByRole('heading', { name: 'Frågor och svar' }).waitFor();
	return { page, caseAddress, address: page.url() };
}

async function expectGood(page: Page): Promise<void> {
	await page.setViewportSize({ ...phone, width: 320 });
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.setViewportSize(desktop);
	await expectNoSidewaysScroll(page);
	expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
}

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('a caseworker, %s,', (_, hasScript) => {
	it('corrects an answer, is told what is missing, and sees what stood there before', async () => {
		const { page } = await openResponse(hasScript);
		await page.getByRole('link', { name: 'Rätta svaret' }).click();
		await page.getByRole('heading', { level: 1, name: 'Rätta svaret' }).waitFor();
		const first = page.locator('[name="item.audit_1"]');
		expect(await first.inputValue()).toBe('4');

		await page.getByRole('button', { name: 'Spara rättelsen' }).click();
		await page.getByRole('alert').getByText('Skriv varför svaret rättas.').waitFor();
		await page.getByLabel('Varför rättas det?').fill('Klienten menade varje månad (påhittat)');
		await page.getByRole('button', { name: 'Spara rättelsen' }).click();
		await page.getByRole('alert').getByText('Inget svar är ändrat').waitFor();
		await first.fill('9');
		await page.getByRole('button', { name: 'Spara rättelsen' }).click();
		// The summary of the refusal before has a link too: this one is about the field.
		await page.locator('[name="item.audit_1"][aria-invalid="true"]').waitFor();
		await page.getByRole('alert').getByRole('link').first().waitFor();
		expect(await first.inputValue()).toBe('9');
		expect(await page.getByLabel('Varför rättas det?').inputValue()).toContain('varje månad');
		await first.fill('2');
		await page.locator('[name="item.audit_10"]').fill('');
		await page.getByRole('button', { name: 'Spara rättelsen' }).click();
		await page.getByRole('alert').getByText('Fråga 10 blir utan svar').waitFor();
		await page.locator('[name="item.audit_10"]').fill('2');
		await page.getByRole('button', { name: 'Spara rättelsen' }).click();

		await page.getByText('Rättelsen är sparad.').waitFor();
		const history = page.getByRole('article', {
			name: /Rättat den \d{4}-\d\d-\d\d av Handläggare .+, tidigare svar/
		});
		await history.waitFor();
		expect(await history.innerText()).toContain('Klienten menade varje månad (påhittat)');
		const rows = await history.getByRole('row').allInnerTexts();
		expect(rows.find((row) => /kod 4/.test(row))).toMatch(/kod 2/);
		expect(rows.find((row) => row.includes('24 av 40'))).toContain('22 av 40');
		await page.getByText('22 av 40').first().waitFor();
	});

	it('restricts an answer, which is then in no comparison, and lifts it when the person has been told', async () => {
		const { page, caseAddress, address } = await openResponse(hasScript);
		const comparison = page.getByRole('region', { name: 'AUDIT Klienten', exact: true });
		await page.goto(caseAddress);
		await comparison.getByText('av 40').first().waitFor();
		await page.goto(address);
		await page.getByRole('link', { name: 'Begränsa användningen' }).click();
		await page.getByRole('button', { name: 'Begränsa svaret' }).click();
		await page.getByRole('alert').getByText('Välj varför').waitFor();
		await page.getByLabel('Personen säger att det är fel').check();
		await page.getByRole('button', { name: 'Begränsa svaret' }).click();
		await page.getByText('Svaret får inte användas').waitFor();
		await page.getByText('Frågor och svar').waitFor();

		await page.goto(caseAddress);
		await page.getByText('Begränsade svar är inte med').waitFor();
		expect(await comparison.count()).toBe(0);
		expect(await page.getByText('Begränsat', { exact: true }).count()).toBe(1);

		await page.goto(address);
		await page.getByRole('link', { name: 'Häv begränsningen' }).click();
		await page.getByRole('button', { name: 'Häv begränsningen' }).click();
		await page.getByRole('alert').getByText('Personen ska få veta det').waitFor();
		await page.getByLabel('Personen har fått veta att begränsningen hävs').check();
		await page.getByRole('button', { name: 'Häv begränsningen' }).click();
		await page.getByText('Begränsningen är hävd.').waitFor();
		await page.goto(caseAddress);
		await comparison.getByText('av 40').first().waitFor();
		expect(await page.getByText('Begränsade svar är inte med').count()).toBe(0);
	});
});

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('a register extract, %s,', (_, hasScript) => {
	it('asks who is to have it, shows everything in words, and is there as files', async () => {
		const { page, caseAddress } = await openResponse(hasScript);
		const caseNumber = /SN-\w+/.exec(await page.getByRole('navigation').last().innerText())?.[0] ?? '';
		await page.goto(caseAddress);
		await page.getByRole('link', { name: 'Ta fram registerutdrag' }).click();
		await page.getByRole('button', { name: 'Visa utdraget' }).click();
		await page.getByRole('alert').getByText('Välj vem som ska ha utdraget.').waitFor();
		await page.getByLabel('Personen själv').check();
		await page.getByRole('button', { name: 'Visa utdraget' }).click();
		await page.getByRole('heading', { level: 1, name: `Klient K-${caseNumber}` }).waitFor();
		const person = page.getByRole('region', { name: 'Personen', exact: true });
		expect(await person.innerText()).toMatch(/Födelseår\s+1984/);
		const answers = page.getByRole('region', { name: 'Svar', exact: true });
		expect(await answers.innerText()).toMatch(/Hur ofta dricker [Dd]u alkohol\?[\s\S]*kod 4/);
		const readers = page.getByRole('region', { name: 'Vem som har läst och skrivit' });
		expect(await readers.innerText()).toMatch(/skrev in svar från papper/i);

		const json = await page.request.get((await hrefOf(page, 'Hämta som datafil (JSON)')) ?? '');
		expect(json.headers()['content-disposition']).toMatch(
			/attachment; filename="registerutdrag-[0-9a-f]{8}\.json"/
		);
		const content = (await json.json()) as {
			clientNumber: string;
			tables: { name: string; title: string }[];
		};
		expect(content.clientNumber).toBe(`K-${caseNumber}`);
		expect(content.tables.find(({ name }) => name === 'responses')?.title).toBe('Svar');
		const html = await page.request.get((await hrefOf(page, 'Hämta för utskrift (HTML)')) ?? '');
		expect(html.headers()['content-type']).toBe('text/html; charset=utf-8');
		expect(await html.text()).toContain(`<h1>Registerutdrag: Klient K-${caseNumber}</h1>`);
	});
});

async function hrefOf(page: Page, name: string): Promise<string | null> {
	const href = await page.getByRole('link', { name }).getAttribute('href');
	return href && new URL(href, page.url()).href;
}

it('a correction that somebody else was quicker with is not lost and overwrites nothing', async () => {
	const { page, address } = await openResponse();
	await page.goto(`${address}/correct`);
	const other = await door?.context.newPage();
	if (!other) throw new Error('No window.');
	await other.goto(`${address}/correct`);
	for (const [one, code] of [
		[other, '3'],
		[page, '1']
	] as const) {
		await one.locator('[name="item.audit_1"]').fill(code);
		await one.getByLabel('Varför rättas det?').fill(`Fråga 1 är ${code}`);
		await one.getByRole('button', { name: 'Spara rättelsen' }).click();
		await one.getByText(one === other ? 'Rättelsen är sparad.' : 'Någon annan har rättat svaret').waitFor();
	}
	// What was written stands there still, and sending it again is refused again.
	expect(await page.locator('[name="item.audit_1"]').inputValue()).toBe('1');
	await page.getByRole('button', { name: 'Spara rättelsen' }).click();
	await page.getByText('Någon annan har rättat svaret').waitFor();
	await page.getByRole('link', { name: 'Öppna svaret som det är nu' }).click();
	await page.waitForFunction(
		() => document.querySelector<HTMLInputElement>('[name="item.audit_1"]')?.value === '3'
	);
});

it('a code that is marked to be typed over is still marked when the page’s script arrives late', async () => {
	const { page, address } = await openResponse();
	let release = (): void => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`${address}/correct`, { waitUntil: 'commit' });
	const first = page.locator('[name="item.audit_1"]');
	await first.selectText();
	release();
	// Svelte takes the server's value away when it has taken the field over.
	await page.waitForFunction(() => !document.querySelector('[name="item.audit_1"]')?.hasAttribute('value'));
	await page.keyboard.type('3');
	expect(await first.inputValue()).toBe('3');
});

it('the pages are accessible and fit from 320 px to a desktop', async () => {
	const { page, address, caseAddress } = await openResponse();
	await page.goto(`${address}/correct`);
	await expectGood(page);
	await page.getByRole('button', { name: 'Spara rättelsen' }).click();
	await page.getByRole('alert').waitFor();
	await expectGood(page);
	await page.locator('[name="item.audit_1"]').fill('2');
	await page.getByLabel('Varför rättas det?').fill('Påhittat');
	await page.getByRole('button', { name: 'Spara rättelsen' }).click();
	await page.getByRole('heading', { level: 2, name: 'Rättelser' }).waitFor();
	await page.goto(`${address}/restrict`);
	await expectGood(page);
	await page.getByLabel('Det borde inte ha samlats in').check();
	await page.getByRole('button', { name: 'Begränsa svaret' }).click();
	await page.getByText('Svaret får inte användas').waitFor();
	await expectGood(page);
	await page.goto(`${address}/restrict`);
	await expectGood(page);
	await page.goto(caseAddress);
	await expectGood(page);
	await page.goto(`${caseAddress}/extract`);
	await expectGood(page);
	await page.goto(`${caseAddress}/extract?recipient=internal`);
	await page.getByText('Märkning').waitFor();
	await expectGood(page);
});

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('whoever reviews the log, %s,', (_, hasScript) => {
	it('sees what the night’s check said, and has the whole log checked at the press of a button', async () => {
		door = await enterAs(browser, 'loggkontrollant', { javaScriptEnabled: hasScript });
		const { page } = door;
		await page.goto(`${base}/log-review`);
		const night = page.getByText(/^Granskad (?!nu).* kl\. \d\d:\d\d\. \d{1,3}(\s\d{3})* rader/);
		const beforeFirstNight = page.getByText('Ingen nattlig granskning än');
		await night.or(beforeFirstNight).waitFor();
		expect(await page.getByText('Granskad nu.').count()).toBe(0);
		await page.getByRole('button', { name: 'Granska nu' }).click();
		await page.getByText(/^Granskad nu\. \d{1,3}(\s\d{3})* rader, alla oförändrade/).waitFor();
		expect(await page.getByRole('status').getByText('Åtkomstloggen är hel').count()).toBe(1);
		if (hasScript) await expectGood(page);
	});
});
