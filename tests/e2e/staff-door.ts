/** A browser with a made-up member of staff signed in, and made-up cases to work with. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { desktop } from './browser.ts';

export const base = inject('baseUrl');

export type StaffRole = 'handlaggare' | 'namnd' | 'administrator' | 'loggkontrollant';

export interface StaffDoor {
	readonly context: BrowserContext;
	readonly page: Page;
}

/** A new, still empty window whose visitor has gone in through the demo's door. */
export async function enterAs(
	browser: Browser,
	role: StaffRole,
	options: BrowserContextOptions = {}
): Promise<StaffDoor> {
	const context = await browser.newContext({ viewport: desktop, ...options });
	// Without drawing the page behind the door: few tests want that one.
	await context.request.get(`${base}/demo/enter/${role}`, { maxRedirects: 0 });
	return { context, page: await context.newPage() };
}

/** A number nobody else has used; the tests share one demo. */
export function newNumber(prefix: string): string {
	return `${prefix}-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
}

interface NewCase {
	readonly caseNumber: string;
	readonly sex?: 'Kvinna' | 'Man' | 'Ej angivet';
}

/** Opens a case through the pages, without an intervention, and gives its address. */
export async function openCase(page: Page, { caseNumber, sex = 'Kvinna' }: NewCase): Promise<string> {
	await page.goto(`${base}/cases/new`);
	await page.getByLabel('Ärendenummer').fill(caseNumber);
	await page.getByLabel('Klientnummer').fill(`K-${caseNumber}`);
	await page.getByLabel(sex, { exact: true }).check();
	await page.getByLabel('Födelseår').fill('1984');
	await page.getByRole('button', { name: 'Öppna ärendet' }).click();
	await page.getByRole('heading', { level: 1, name: `Ärende ${caseNumber}` }).waitFor();
	return page.url().replace(/\?.*$/, '');
}

/** Enters the codes of a form in order, through the paper page, and saves. */
export async function enterPaper(
	page: Page,
	caseAddress: string,
	form: { instrument: string; on: string; occasion: string; codes: readonly string[] }
): Promise<void> {
	await page.goto(`${caseAddress}/paper?instrument=${form.instrument}`);
	await page.getByLabel('Datum då det fylldes i').fill(form.on);
	await page.getByLabel('Mättillfälle').selectOption({ label: form.occasion });
	await page.getByLabel('Med vilken hjälp?').selectOption({ label: 'Själv' });
	const fields = page.locator('input[name^="item."]');
	for (const [index, code] of form.codes.entries()) await fields.nth(index).fill(code);
	await page.getByRole('button', { name: 'Spara svaret' }).click();
	await page.getByText('Svaret är sparat.').waitFor();
}
