/** From the board's table to a result, a plan, the unit's reports and what everybody may read; in the demo's made-up data. */
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

async function enter(
	role: 'namnd' | 'utforare' | 'administrator' | 'enhetschef' | null,
	options: Parameters<Browser['newContext']>[0] = {}
): Promise<Page> {
	context = await browser.newContext({ viewport: desktop, ...options });
	const page = await context.newPage();
	if (role) await page.goto(`${base}/demo/enter/${role}`);
	return page;
}

const headingOf = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

describe('a result', () => {
	it('opens from the table, without JavaScript, with verdict, distribution, question and years', async () => {
		const page = await enter('namnd', { javaScriptEnabled: false });
		await page.goto(`${base}/targets?year=2013&law=sol`);
		await page.getByRole('link', { name: '2,60, Utförare 1, Delaktighet' }).click();
		expect(await headingOf(page)).toBe('Utförare 1: Delaktighet');
		expect(await page.getByText('når målet enligt nämndens regel (2,60 ≥ 2,60).').count()).toBe(1);
		expect(await page.getByText('”Jag upplever att jag är delaktig').count()).toBe(1);
		expect(await page.getByRole('heading', { name: /nådde det årets mål/ }).count()).toBe(1);
		expect(new URL(page.url()).searchParams.get('goal')).toBe('simrishamn-sol/sol_5');
	});

	it.each([
		['a telephone', phone],
		['a desktop', desktop]
	])('is accessible and fits on %s, as do the funnel and the document', async (_name, viewport) => {
		const page = await enter('namnd', { viewport });
		await page.goto(`${base}/targets?year=2025&law=sol`);
		await page.evaluate(() =>
			document.querySelectorAll('.list > details').forEach((one) => one.setAttribute('open', ''))
		);
		expect(await page.getByRole('heading', { name: /slumpen/ }).count()).toBe(5);
		await expectNoSidewaysScroll(page);
		await page.getByRole('link', { name: /Utförare 4, Mat/ }).click();
		await page.getByRole('heading', { level: 1, name: 'Utförare 4: Mat' }).waitFor();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await page.goto(`${base}/targets/document?year=2025&law=sol`);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	});

	it('is somebody else’s for another provider’s staff', async () => {
		const page = await enter('namnd');
		await page.goto(`${base}/targets?year=2025&law=sol`);
		const other = await page.getByRole('link', { name: /Utförare 4, Mat/ }).getAttribute('href');
		await page.goto(`${base}/demo/enter/utforare`);
		expect((await page.goto(`${base}${other ?? ''}`))?.status()).toBe(404);
	});
});

describe('the charts of a goal', () => {
	it.each(['providers', 'funnel', 'answers', 'own-answers', 'years'])(
		'are files with their source line: %s',
		async (chart) => {
			const page = await enter('namnd');
			await page.goto(`${base}/targets?year=2025&law=sol`);
			const result = await page.getByRole('link', { name: /Utförare 4, Mat/ }).getAttribute('href');
			const query = new URL(result ?? '', base).search;
			const svg = await page.request.get(`${base}/targets/charts/${chart}.svg${query}`);
			expect(await svg.text()).toContain('Källa:');
			const png = await page.request.get(`${base}/targets/charts/${chart}.png${query}`);
			expect(png.headers()['content-type']).toBe('image/png');
		}
	);
});

describe('the document for the board', () => {
	it('can be downloaded as a tagged PDF', async () => {
		const page = await enter('namnd');
		const answer = await page.request.get(`${base}/targets/document/file.pdf?year=2013&law=sol`);
		expect(answer.headers()['content-type']).toBe('application/pdf');
		const body = (await answer.body()).toString('latin1');
		expect(body.startsWith('%PDF-1.7')).toBe(true);
		expect(body).toContain('/MarkInfo');
		expect(body).toContain('/Lang (sv)');
	});
});

describe('an action plan', () => {
	it('waits on the provider’s first page, keeps a draft and says what is missing, without JavaScript', async () => {
		const page = await enter('utforare', { javaScriptEnabled: false });
		expect(await headingOf(page)).toBe('Når vi nämndens mål?');
		await page.getByRole('region', { name: 'Åtgärdsplaner att skriva' }).getByRole('link').first().click();
		const draft = `Påhittat utkast ${Date.now()}`;
		await page.getByLabel('Vad ni själva har sett').fill(draft);
		await page.getByRole('button', { name: 'Spara utkast' }).click();
		expect(await page.getByText('Utkastet är sparat.').count()).toBe(1);
		expect(await page.getByLabel('Vad ni själva har sett').inputValue()).toBe(draft);
		await page.getByRole('button', { name: 'Skicka in till nämnden' }).click();
		expect(await page.getByRole('link', { name: 'Skriv vad ni ska göra.' }).count()).toBe(1);
		expect(await page.getByLabel('Vad ni själva har sett').inputValue()).toBe(draft);
	});

	it('is listed by whose turn it is, and its history is told', async () => {
		const page = await enter('namnd');
		await page.goto(`${base}/action-plans`);
		for (const group of ['Väntar på utföraren', 'Väntar på nämnden', 'Avslutade']) {
			expect(await page.getByRole('heading', { name: group }).count()).toBe(1);
		}
		await expectAccessible(page);
		await page.getByRole('region', { name: 'Väntar på nämnden' }).getByRole('link').first().click();
		await page.getByRole('heading', { level: 1, name: /^Åtgärdsplan: / }).waitFor();
		expect(await page.getByText('Utföraren skickade in planen').count()).toBe(1);
		expect(await page.getByRole('button', { name: 'Godkänn planen' }).count()).toBe(1);
		await expectAccessible(page);
	});
});

describe('the unit’s reports', () => {
	it('fit a telephone and are accessible when somebody is lost and when means cross', async () => {
		const page = await enter('administrator', { viewport: phone });
		await page.goto(`${base}/reports/whom-do-we-lose`);
		expect(await page.getByRole('heading', { name: /De som tappades/ }).count()).toBe(1);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await page.goto(`${base}/reports/crosstab?row=sex&column=age-group&share=mean-change&period=2025`);
		expect(await page.getByRole('heading', { name: /poäng i genomsnitt för \d+ ärenden/ }).count()).toBe(1);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	});
});

describe('published results', () => {
	it('are for anybody, on any screen and in any frame, and are kept by caches', async () => {
		const page = await enter(null, { viewport: phone });
		const answer = await page.goto(`${base}/results/demo/2025`);
		const headers = answer?.headers() ?? {};
		expect(answer?.status()).toBe(200);
		expect(headers['cache-control']).toBe('public, max-age=300');
		expect(headers['content-security-policy']).toContain('frame-ancestors *');
		expect(headers['x-frame-options']).toBeUndefined();
		expect(await page.locator('script').count()).toBe(0);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	});

	it('have the same figures as open data, by name', async () => {
		const page = await enter(null);
		const data = (await (await page.request.get(`${base}/results/demo/2013/data.json`)).json()) as {
			licence: string;
			figures: { figure: string; provider: string; item: string; result: { n: number; isMet: boolean } }[];
		};
		expect(data.licence).toBe('CC0-1.0');
		// Tabell 6: 65 points of 25 answers against 2,60.
		const figure = data.figures.find(({ provider, item }) => provider === 'Utförare 1' && item === 'sol_5');
		expect(figure).toMatchObject({ figure: 'demo/2013/1/5', result: { n: 25, isMet: true } });
		const csv = await (await page.request.get(`${base}/results/demo/2013/data.csv`)).text();
		expect(csv).toContain('demo/2013/1/5;2013;sol;');
		expect((await page.request.get(`${base}/results/demo/2024`)).status()).toBe(404);
		expect(
			(await page.request.get(`${base}/targets`, { maxRedirects: 0 })).headers()['x-frame-options']
		).toBe('DENY');
	});

	it('are published by the administration, which is told what is missing', async () => {
		const page = await enter('administrator');
		await page.goto(`${base}/publications/2024`);
		await expectAccessible(page);
		await page.getByRole('button', { name: 'Publicera 2024' }).click();
		await page
			.getByRole('link', { name: /Skriv en dag|datum|dag/i })
			.first()
			.waitFor();
		expect(new URL(page.url()).pathname).toBe('/publications/2024');
	});
});
