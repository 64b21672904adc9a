/**
 * Who a client is, and searching for them. Names are made up; the numbers are Skatteverket's test person and its printed
 * example (SKV 704), which the demo's old records have.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { base, enterAs, newNumber, openCase, type StaffDoor } from './staff-door.ts';

const testPerson = '19121212-1212';
const takenInDemo = '640823-3234';

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

/** Everything that is asked for, with the addresses that nothing of a person may stand in. */
async function enter(hasScript = true): Promise<{ page: Page; addresses: string[] }> {
	door = await enterAs(browser, 'handlaggare', { javaScriptEnabled: hasScript });
	const addresses: string[] = [];
	door.page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
	return { page: door.page, addresses };
}

async function search(page: Page, text: string): Promise<void> {
	await page.goto(`${base}/cases`);
	await page.getByLabel('Sök på ärendenummer').fill(text);
	await page.getByRole('button', { name: 'Sök' }).click();
	await page.getByText(/^(?:\d+ träff(?:ar)?|Inga träffar)$/).waitFor();
}

async function expectGood(page: Page): Promise<void> {
	await page.setViewportSize({ ...phone, width: 320 });
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.setViewportSize(desktop);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
}

/** A name that no other test searches for, without a digit. */
function newName(): string {
	const letters = newNumber('').replaceAll(/[^a-z0-9]/g, '');
	const word = letters.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'a');
	return `Påhittad Ö${word}`;
}

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('a caseworker, %s,', (_, hasScript) => {
	it('stores who a client is, finds the case by it, and takes it away again', async () => {
		const { page, addresses } = await enter(hasScript);
		// The number is somebody's already in the demo, unless another test has erased them: then it is this client's.
		await page.goto(`${await openCase(page, { caseNumber: newNumber('SN') })}/identity`);
		await page.getByLabel('Personnummer eller samordningsnummer').fill(takenInDemo);
		await page.getByRole('button', { name: 'Spara uppgifterna' }).click();
		await page
			.getByText(/är sparade|hör till en annan klient/)
			.first()
			.waitFor();
		const caseNumber = newNumber('SN');
		const name = newName();
		const address = await openCase(page, { caseNumber });
		await page.getByText('Varken namn eller personnummer är sparat.').waitFor();
		await page.getByRole('link', { name: 'Lägg till uppgifter' }).click();
		await page.getByRole('heading', { level: 1, name: 'Klientens uppgifter' }).waitFor();
		await page.getByText('klientnumret från verksamhetssystemet räcker').waitFor();

		const number = page.getByLabel('Personnummer eller samordningsnummer');
		for (const [wrong, words] of [
			['1912', 'Skriv hela numret'],
			['19121312-1212', 'inte med ett datum'],
			['19121212-1213', 'kontrollsiffran'],
			[takenInDemo, 'hör till en annan klient']
		] as const) {
			await page.getByLabel('Namn').fill(name);
			await number.fill(wrong);
			await page.getByRole('button', { name: 'Spara uppgifterna' }).click();
			await page.getByRole('alert').getByText(words).waitFor();
			expect(await page.getByLabel('Namn').inputValue()).toBe(name);
			expect(await number.inputValue()).toBe(wrong);
			expect(await number.getAttribute('aria-invalid')).toBe('true');
		}
		await number.fill(testPerson);
		await page.getByRole('button', { name: 'Spara uppgifterna' }).click();
		await page.getByText('Klientens uppgifter är sparade.').waitFor();
		const facts = page.getByRole('region', { name: 'Klientens uppgifter' });
		expect(await facts.innerText()).toContain(name);
		expect(await facts.innerText()).toMatch(/Personnummer\s+19121212-1212/);

		for (const text of [name.toLowerCase(), testPerson, '121212+1212', caseNumber]) {
			await search(page, text);
			await page.getByText('1 träff', { exact: true }).waitFor();
			expect(await page.getByRole('rowheader', { name: caseNumber }).count()).toBe(1);
			expect(await page.getByLabel('Sök på ärendenummer').inputValue()).toBe(text);
		}
		for (const text of ['19121212', `K-${caseNumber}`, '19121212-1213', 'Påhittad Xyz']) {
			await search(page, text);
			await page.getByText('Inget ärende stämmer med det du sökte').waitFor();
			expect(await page.getByRole('rowheader').count()).toBe(0);
		}
		await page.getByRole('link', { name: 'Visa alla' }).first().click();
		await page.getByText('2026-0142').first().waitFor();

		await page.goto(`${address}/identity`);
		expect(await page.getByLabel('Namn').inputValue()).toBe(name);
		await page.getByLabel('Namn').fill('');
		await page.getByLabel('Personnummer eller samordningsnummer').fill('');
		await page.getByRole('button', { name: 'Spara uppgifterna' }).click();
		await page.getByText('Klientens uppgifter är borttagna.').waitFor();
		await search(page, testPerson);
		await page.getByText('Inga träffar').waitFor();
		expect(addresses.filter((one) => /1212|påhittad/i.test(one))).toEqual([]);
	});
});

it('the pages are accessible and fit from 320 px to a desktop', async () => {
	const { page } = await enter();
	await search(page, 'Exempelsson');
	await page.getByRole('rowheader', { name: '2026-0142' }).waitFor();
	await expectGood(page);
	await page.getByRole('link', { name: '2026-0142' }).click();
	await page.getByRole('heading', { level: 1, name: 'Ärende 2026-0142' }).waitFor();
	await expectGood(page);
	await page.getByRole('link', { name: 'Ändra uppgifterna' }).click();
	await page.getByRole('heading', { level: 1, name: 'Klientens uppgifter' }).waitFor();
	await expectGood(page);
	await page.getByLabel('Personnummer eller samordningsnummer').fill('1');
	await page.getByRole('button', { name: 'Spara uppgifterna' }).click();
	await page.getByRole('alert').waitFor();
	await expectGood(page);
	await search(page, 'Finnsinte Någonstans');
	await expectGood(page);
});

it('the board has no page for it', async () => {
	const { page } = await enter();
	const address = await openCase(page, { caseNumber: newNumber('SN') });
	await door?.context.close();
	door = await enterAs(browser, 'namnd');
	expect((await door.page.goto(`${address}/identity`))?.status()).toBe(403);
});
