/** What a client and a relative have answered to the same form, beside each other on the case's page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { base, enterAs } from './staff-door.ts';

let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

async function openCase(): Promise<Page> {
	const { page } = await enterAs(browser, 'handlaggare');
	await page.goto(`${base}/cases?q=2026-0119`);
	await page.getByRole('rowheader').getByRole('link').click();
	await page.getByRole('heading', { level: 1, name: 'Ärende 2026-0119' }).waitFor();
	return page;
}

describe('two persons’ answers', () => {
	it('stand in a column each, with when, how long the scale is and why there is no score', async () => {
		const page = await openCase();
		const table = page.getByRole('table', { name: /^Simrishamn LSS: det senaste svaret från var och en/ });
		const rows = (await table.getByRole('row').allInnerTexts()).map((text) =>
			text.replace(/\s+/g, ' ').trim()
		);
		expect(rows).toEqual([
			'Skala Klienten Under 2026-10-12 En närstående Under 2026-10-19',
			'Bemötande 3 av 3 3 av 3',
			'Kvalitet 2 av 3 1 av 3',
			'Delaktighet i samhället 1 av 3 1 av 3',
			'Delaktighet i insatsen 1 av 3 2 av 3',
			'Trygghet i bostaden 3 av 3 Frågan är inte besvarad.'
		]);
		await page.context().close();
	});

	it('can be read on a telephone and by everybody', async () => {
		const page = await openCase();
		await page.setViewportSize(phone);
		await expectNoSidewaysScroll(page);
		await page.setViewportSize(desktop);
		await expectAccessible(page);
		await page.context().close();
	});
});
