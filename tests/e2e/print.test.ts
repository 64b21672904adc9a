/** What is printed is a report: no controls, when it was made, everything open, and not many sheets. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desktop, openBrowser } from './browser.ts';

const base = inject('baseUrl');
let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

/** The page as it goes to the printer. */
async function print(path: string, door: string): Promise<{ page: Page; sheets: number }> {
	const context = await browser.newContext({ viewport: desktop });
	const page = await context.newPage();
	await page.goto(`${base}/demo/enter/${door}`);
	await page.goto(`${base}${path}`, { waitUntil: 'load' });
	const pdf = await page.pdf({ preferCSSPageSize: true });
	await page.emulateMedia({ media: 'print' });
	return { page, sheets: pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0 };
}

describe('on paper', () => {
	it('the board’s results for eight providers and five goals are ten sheets at most', async () => {
		const { page, sheets } = await print('/targets?year=2025&law=sol', 'namnd');
		expect(sheets).toBeGreaterThan(1);
		expect(sheets).toBeLessThanOrEqual(10);
		await page.context().close();
	});

	it('they have a table and not cards, every goal open, and the day they were made', async () => {
		const { page } = await print('/targets?year=2025&law=sol', 'namnd');
		expect(await page.getByRole('columnheader', { name: 'Utförare' }).isVisible()).toBe(true);
		expect(await page.getByRole('heading', { name: 'Text till protokollet' }).first().isVisible()).toBe(true);
		expect(await page.getByText(/^Framställd \d{4}-\d{2}-\d{2}$/).isVisible()).toBe(true);
		await page.context().close();
	});

	it('they have nothing to press', async () => {
		const { page } = await print('/targets?year=2025&law=sol', 'namnd');
		for (const control of [
			page.getByRole('link', { name: 'Underlag för nämnd' }),
			page.getByRole('link', { name: 'Byt roll' }),
			page.getByRole('link', { name: '2024' }),
			page.getByText('Öppna ett mål för att se')
		]) {
			expect(await control.isVisible()).toBe(false);
		}
		await page.context().close();
	});

	it('one provider’s result on one goal is one sheet', async () => {
		const { page } = await print('/targets?year=2025&law=sol', 'namnd');
		const first = await page.getByRole('link', { name: /, Utförare 1, Bemötande$/ }).getAttribute('href');
		await page.context().close();
		const result = await print(first ?? '', 'namnd');
		expect(result.sheets).toBe(1);
		await result.page.context().close();
	});

	it('AUDIT in large text is three sheets at most, without the screen’s menu', async () => {
		const { page, sheets } = await print('/forms/audit', 'handlaggare');
		expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
		expect(sheets).toBeLessThanOrEqual(3);
		await page.context().close();
	});
});
