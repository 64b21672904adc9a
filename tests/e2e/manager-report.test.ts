/** The manager's question from the list of questions to a file and a written conclusion, in the demo's made-up data. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';

const base = inject('baseUrl');
let browser: Browser;
let context: BrowserContext | undefined;

beforeAll(async () => {
	browser = await openBrowser();
});
afterEach(async () => {
	await context?.close();
	context = undefined;
});
afterAll(() => browser.close());

/** The unit's manager at the question, from the list that is the first page. */
async function openQuestion(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
	context = await browser.newContext({ viewport: desktop, ...options });
	const page = await context.newPage();
	await page.goto(`${base}/demo/enter/enhetschef`);
	await page.getByRole('link', { name: 'Förbättras våra klienter?' }).click();
	await page.getByRole('heading', { level: 1, name: 'Förbättras våra klienter?' }).waitFor();
	return page;
}

const steps = ['1. Samla ihop', '2. Fokusera', '3. Sök orsaker', '4. Dra slutsatser', '5. Föreslå åtgärder'];

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('the manager’s report, %s', (_name, javaScriptEnabled) => {
	it('says how many got better and worse, and that it is no effect', async () => {
		const page = await openQuestion({ javaScriptEnabled });
		expect(await page.getByRole('heading', { name: /har blivit bättre och .+ sämre$/ }).count()).toBe(1);
		expect(await page.getByText('Uppföljningen visar förändring, inte effekt.').count()).toBeGreaterThan(0);
		expect(await page.getByText(/Underlag: \d+ ärenden med mätning både före och efter/).count()).toBe(2);
	});

	it('gives a chart as SVG and as PNG', async () => {
		const page = await openQuestion({ javaScriptEnabled });
		const fetchFile = async (kind: 'SVG' | 'PNG'): Promise<{ name: string; content: Buffer }> => {
			const waiting = page.waitForEvent('download');
			await page.getByRole('link', { name: new RegExp(`^Hämta som ${kind}: .* har blivit bättre`) }).click();
			const download = await waiting;
			return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
		};
		const svg = await fetchFile('SVG');
		expect(svg.name).toBe('genklang-what-has-changed-better-and-worse.svg');
		const text = svg.content.toString('utf8');
		expect(text).toContain('Källa: Socialnämnden i Exempelby');
		const problem = await page.evaluate(
			(xml) =>
				new DOMParser().parseFromString(xml, 'image/svg+xml').querySelector('parsererror')?.textContent,
			text
		);
		expect(problem).toBeUndefined();
		const png = await fetchFile('PNG');
		expect(png.name).toBe('genklang-what-has-changed-better-and-worse.png');
		expect([...png.content.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
		expect(png.content.readUInt32BE(16)).toBeGreaterThan(720);
		expect(png.content.subarray(-8, -4).toString('latin1')).toBe('IEND');
	});

	it('keeps what the group wrote in the five steps', async () => {
		const page = await openQuestion({ javaScriptEnabled });
		const written = `Påhittat ${Date.now()}`;
		await page.locator('#steps summary').click();
		for (const step of steps) await page.getByLabel(step).fill(`${written}: ${step}`);
		await page.locator('#steps').getByRole('button', { name: 'Spara' }).click();
		await page.getByText(/^Sparat .+ av Enhetschef \(påhittad\)\.$/).waitFor();
		for (const step of steps) {
			expect(await page.getByText(`${written}: ${step}`, { exact: true }).first().isVisible()).toBe(true);
		}
	});
});

describe('the manager’s report', () => {
	it.each([
		['a telephone', phone],
		['a desktop', desktop]
	])('is accessible and fits on %s, with the form open', async (_name, viewport) => {
		const page = await openQuestion({ viewport });
		await page.locator('#steps summary').click();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	});
});
