import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { enterAs, enterPaper, newNumber, openCase, type StaffDoor } from './staff-door.ts';

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
	door = await enterAs(browser, 'handlaggare', { javaScriptEnabled: hasScript });
	return door.page;
}

/** awell-score's published example: 24 points, consumption 7, dependence 7, problems 10. */
const example = ['4', '1', '2', '3', '3', '1', '4', '2', '2', '2'];
const low = ['1', '0', '1', '0', '0', '0', '1', '0', '0', '2'];

describe('AUDIT from paper', () => {
	it('before and after stand side by side with score, limit, difference and warning', async () => {
		const page = await enter();
		const address = await openCase(page, { caseNumber: newNumber('SN') });
		await enterPaper(page, address, {
			instrument: 'audit',
			on: '2026-02-02',
			occasion: 'Före',
			codes: example
		});
		await page.getByText('Det här är det första svaret').waitFor();
		await enterPaper(page, address, { instrument: 'audit', on: '2026-08-03', occasion: 'Efter', codes: low });
		const card = page.getByRole('region', { name: 'AUDIT' });
		const text = await card.innerText();
		for (const expected of [
			/24\s+av 40/,
			/5\s+av 40/,
			/Riskfyllt drickande \(från 6 poäng\)/,
			/Under gränsen/,
			/19 poäng lägre – bättre/,
			/Från riskfyllt drickande till under gränsen/,
			/182 dagar mellan svaren/,
			/Frågorna gäller senaste året/,
			/Mätosäkerheten är inte känd/,
			/Uppföljningen visar förändring, inte vad den beror på\./
		]) {
			expect(text).toMatch(expected);
		}
		expect(await page.locator('body').innerText()).not.toMatch(/effekt/i);
		expect(await card.getByRole('img', { name: /före 2026-02-02 24, efter 2026-08-03 5/ }).count()).toBe(1);
		await card.locator('summary', { hasText: 'Delskalor' }).click();
		await card.getByRole('row', { name: /Konsumtion 7 av 12/ }).waitFor();
	});

	it('gives no verdict when sex is not stated, but both lines', async () => {
		const page = await enter();
		const address = await openCase(page, { caseNumber: newNumber('SN'), sex: 'Ej angivet' });
		await enterPaper(page, address, {
			instrument: 'audit',
			on: '2026-02-02',
			occasion: 'Före',
			codes: example
		});
		const text = await page.getByRole('region', { name: 'AUDIT' }).innerText();
		expect(text).toContain('Kvinnor: riskfyllt drickande (från 6 poäng)');
		expect(text).toContain('Män: riskfyllt drickande (från 8 poäng)');
		expect(text).toContain('Kön är inte angivet.');
	});

	it('goes from field to field with Enter, says what a code stands for, and sends with the last Enter', async () => {
		const page = await enter();
		const address = await openCase(page, { caseNumber: newNumber('SN') });
		await page.goto(`${address}/paper?instrument=audit`);
		await page.getByLabel('Datum då det fylldes i').fill('2026-02-02');
		await page.getByLabel('Med vilken hjälp?').selectOption({ label: 'Med tolk' });
		await page.locator('[id="item.audit_1"]').focus();
		// Every other code with Enter after it, as the habit may be: both ways come to the same row.
		for (const [index, code] of example.entries()) {
			await page.keyboard.type(code);
			if (index % 2 === 1) await page.keyboard.press('Enter');
		}
		await page.getByText('10 av 10 ifyllda').waitFor();
		expect(await page.locator('[id="item.audit_5-codes"]').innerText()).toBe('Varje vecka');
		await page.keyboard.press('Enter');
		await page.getByText('Svaret är sparat.').waitFor();
		expect(await page.getByRole('region', { name: 'AUDIT' }).innerText()).toContain('Klienten, med tolk');
	});
});

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('paper entry, %s,', (_, hasScript) => {
	it('refuses a code that the form does not have and asks about empty rows', async () => {
		const page = await enter(hasScript);
		const address = await openCase(page, { caseNumber: newNumber('SN') });
		await page.goto(`${address}/paper?instrument=audit`);
		await page.getByLabel('Datum då det fylldes i').fill('2026-02-02');
		await page.getByLabel('Med vilken hjälp?').selectOption({ label: 'Själv' });
		for (const [index, code] of ['2', '1', '', '1', '1', '1', '1', '1', '3', '2'].entries()) {
			await page.locator(`[id="item.audit_${index + 1}"]`).fill(code);
		}
		await page.getByRole('button', { name: 'Spara svaret' }).click();
		const summary = page.getByRole('alert').first();
		await summary.getByText('Fråga 9: koden ”3” finns inte. Koderna är 0, 2, 4.').waitFor();
		await summary.getByText('Inget svar på fråga 3.').waitFor();
		expect(await page.locator('[id="item.audit_9"]').inputValue()).toBe('3');

		await page.locator('[id="item.audit_9"]').fill('4');
		await page.getByLabel('Ja, det är tomt på papperet').check();
		await page.getByRole('button', { name: 'Spara svaret' }).click();
		await page.getByText('Svaret är sparat.').waitFor();
		const text = await page.getByRole('region', { name: 'AUDIT' }).innerText();
		expect(text).toContain('9 av 10 frågor är besvarade, så summan går inte att räkna ut.');
		expect(text).toContain('Poängen skulle bli mellan 14 och 18.');
	});

	it('takes it twice where that is wanted, and asks about what differs', async () => {
		const page = await enter(hasScript);
		const address = await openCase(page, { caseNumber: newNumber('SN') });
		await page.goto(`${address}/paper?instrument=gad-7`);
		await page.getByLabel('Datum då det fylldes i').fill('2026-02-02');
		await page.getByLabel('Med vilken hjälp?').selectOption({ label: 'Själv' });
		await page.getByLabel('Skriv in två gånger').check();
		const write = async (codes: readonly number[]) => {
			for (const [index, code] of codes.entries()) {
				await page.locator('input[name^="item."]').nth(index).fill(String(code));
			}
			await page.getByRole('button', { name: 'Spara svaret' }).click();
		};
		await write([1, 1, 1, 1, 1, 1, 1]);
		await page.getByText('Skriv in samma blankett en gång till').waitFor();
		expect(await page.locator('input[name^="item."]').first().inputValue()).toBe('');
		await write([1, 1, 2, 1, 1, 1, 1]);
		await page.getByText('De två inskrivningarna skiljer sig').waitFor();
		const third = page.locator('input[name^="item."]').nth(2);
		expect(await third.getAttribute('aria-invalid')).toBe('true');
		await third.fill('2');
		await page.getByRole('button', { name: 'Spara svaret' }).click();
		await page.getByText('Svaret är sparat.').waitFor();
		expect(await page.getByRole('region', { name: 'GAD-7' }).innerText()).toMatch(/8\s+av 21/);
	});

	it('takes KASAM-13 by number and code', async () => {
		const page = await enter(hasScript);
		const address = await openCase(page, { caseNumber: newNumber('SN') });
		const codes = Array.from({ length: 13 }, () => '4');
		await enterPaper(page, address, { instrument: 'kasam-13', on: '2026-03-02', occasion: 'Före', codes });
		// All 4 on a scale of 1–7 gives 52, whichever items are reversed.
		expect(await page.getByRole('region', { name: /KASAM/ }).innerText()).toMatch(/52\s+av 91/);
	});
});

describe('a response', () => {
	it('is kept as a record with the exact wording, the codes and who answered', async () => {
		const page = await enter();
		const address = await openCase(page, { caseNumber: newNumber('SN') });
		await enterPaper(page, address, {
			instrument: 'audit',
			on: '2026-02-02',
			occasion: 'Före',
			codes: example
		});
		await page.getByRole('link', { name: 'Läs svaret' }).first().click();
		await page.getByRole('heading', { level: 1, name: 'AUDIT, före' }).waitFor();
		const text = await page.getByRole('main').innerText();
		for (const expected of [
			'2026-02-02',
			'Klienten',
			'Papper',
			'1.0.0',
			'Hur ofta dricker Du alkohol?',
			'4 gånger/vecka eller mer',
			'kod 4',
			'24 av 40',
			'Copyright © Världshälsoorganisationen'
		]) {
			expect(text).toContain(expected);
		}
	});
});
