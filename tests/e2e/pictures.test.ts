/** Pictures beside the words: put there by the board, shown and hidden by whoever answers, on every way of answering. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { jpeg, makeExif, makePng, withJpegSegment } from '#tests/build/pictures.ts';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';
import { findSurveyLink, makeLink } from './respondent-links.ts';

const narrow = { width: 320, height: 640 };
const codes = ['3', '2', '1', '0'];
let browser: Browser;
let demo: DemoProcess;
let admin: BrowserContext;

beforeAll(async () => {
	browser = await openBrowser();
	demo = await startDemo(inject('demoData'));
	admin = await browser.newContext({ viewport: desktop });
	const page = await admin.newPage();
	await page.goto(`${demo.url}/demo/enter/administrator`);
	await page.close();
	// The demo has pictures of its own there; these tests count theirs.
	for (const question of ['sol_1', 'sol_2', 'sol_3', 'sol_4', 'sol_5']) {
		for (const option of ['', ...codes]) await removePicture('simrishamn-sol', { question, option });
	}
	const faces = codes.map((code) => [
		`option.${code}`,
		file(`${code}.png`, makePng(40, 40, [Number(code), 0, 0]))
	]);
	const faced = Object.fromEntries(faces) as Record<string, ReturnType<typeof file>>;
	await post('simrishamn-sol', {
		question: 'sol_1',
		own: file('mål.png', makePng(40, 40)),
		...faced,
		alike: 'yes'
	});
	await post('audit', {
		question: 'audit_1',
		own: file('glas.png', makePng(40, 40, [0, 90, 0])),
		permission: 'Ja (påhittat)'
	});
});
afterAll(async () => {
	await browser.close();
	await demo.stop();
});

/** As the form sends it. */
async function post(
	instrumentId: string,
	fields: Record<string, string | ReturnType<typeof file>>
): Promise<void> {
	const answer = await admin.request.post(`${demo.url}/instruments/${instrumentId}/pictures?/save`, {
		headers: { origin: demo.url, accept: 'text/html' },
		multipart: { holder: 'Påhittade bildstödet', licence: 'Påhittat avtal 1', ...fields },
		maxRedirects: 0
	});
	expect(answer.status()).toBe(303);
}

async function removePicture(
	instrumentId: string,
	place: { readonly question: string; readonly option: string }
): Promise<void> {
	const answer = await admin.request.post(`${demo.url}/instruments/${instrumentId}/pictures?/remove`, {
		headers: { origin: demo.url, accept: 'text/html' },
		form: place,
		maxRedirects: 0
	});
	expect([303, 404]).toContain(answer.status());
}

const file = (name: string, buffer: Buffer, mimeType = 'image/png') => ({ name, mimeType, buffer });
const show = (page: Page) => page.getByRole('button', { name: 'Visa bilder' });
const hide = (page: Page) => page.getByRole('button', { name: 'Dölj bilder' });
const next = (page: Page) => page.getByRole('button', { name: 'Nästa' });

async function openPictures(instrumentId = 'simrishamn-sol'): Promise<Page> {
	const page = await admin.newPage();
	await page.goto(`${demo.url}/instruments/${instrumentId}/pictures`, { waitUntil: 'load' });
	return page;
}

/** Widths of the pictures that are seen, when they have come; lazy ones are looked at first. */
async function readWidths(page: Page): Promise<number[]> {
	const seen = page.locator('main img:visible');
	for (const image of await seen.all()) {
		await image.scrollIntoViewIfNeeded();
		await image.evaluate((picture) => (picture as HTMLImageElement).decode());
	}
	return seen.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
}

describe('whoever chooses what is asked', () => {
	it('puts the board’s own pictures beside the question and its answers, with the right to them', async () => {
		const page = await openPictures('simrishamn-lss');
		const question = page.locator('details#lss_1');
		await question.locator('summary').click();
		const choose = async (): Promise<void> => {
			await question.getByLabel('Bild till frågan').setInputFiles(file('mål.png', makePng(40, 40)));
			for (const [index, label] of ['alltid', 'oftast', 'ibland', 'aldrig'].entries()) {
				const picture = makePng(40, 40, [index * 60, 0, 0]);
				await question.getByLabel(`stämmer ${label}`).setInputFiles(file(`${label}.png`, picture));
			}
			await question.getByLabel('Lägg svarens bilder vid alla').check();
		};
		await choose();
		await question.getByRole('button', { name: 'Spara bilderna' }).click();
		// Nobody's pictures are shown without anybody having said whose they are.
		await page.getByRole('link', { name: 'Skriv vem som har rätten' }).waitFor();
		await expectAccessible(page);
		await choose();
		await question.getByLabel('Vem har rätten').fill('Påhittade bildstödet');
		await question.getByLabel('Med vilken rätt').fill('Påhittat avtal 1');
		await question.getByRole('button', { name: 'Spara bilderna' }).click();
		await page.getByText('Bilderna är sparade.').waitFor();
		expect(await readWidths(page)).toEqual([40, 40, 40, 40, 40]);
		expect(await page.getByText('4 av 5 bilder').count()).toBeGreaterThan(2);
		await expectAccessible(page);
		await page.setViewportSize(narrow);
		await expectNoSidewaysScroll(page);
		await page.close();
	});

	it('is told what is wrong with a file, and what was taken out of it', async () => {
		const page = await openPictures();
		const question = page.locator('details#sol_2');
		await question.locator('summary').click();
		const send = async (sent: ReturnType<typeof file>): Promise<void> => {
			await question.getByLabel('Bild till frågan').setInputFiles(sent);
			await question.getByRole('button', { name: 'Spara bilderna' }).click();
		};
		const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
		await send(file('glad.png', svg));
		const sentence = page.getByRole('link', { name: /^glad\.png är ingen bild i PNG/ });
		await sentence.waitFor();
		await page.waitForFunction(() => document.activeElement?.id === 'error-summary');
		await sentence.click();
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('sol_2-own');
		const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), makeExif(1)]);
		await send(file('kamera.jpg', withJpegSegment(jpeg, 0xe1, exif), 'image/jpeg'));
		await page.getByText('till exempel tid och plats, togs bort ur filerna').waitFor();
		const shown = page.locator('details#sol_2 li', { hasText: 'Bild till frågan' });
		const address = (await shown.locator('img').getAttribute('src')) ?? '';
		const kept = await (await page.request.get(`${demo.url}${address}`)).body();
		expect(kept.toString('latin1')).not.toContain('GPS');
		await shown.getByRole('button', { name: 'Ta bort: Bild till frågan' }).click();
		await page.getByText('Bilden är borttagen.').waitFor();
		expect((await page.request.get(`${demo.url}${address}`)).status()).toBe(404);
		await page.close();
	});

	it('has to say what the owner has agreed to, where the words may not be changed', async () => {
		const page = await openPictures('audit');
		await page.getByText('får inte ändras, och en bild säger också något').waitFor();
		const question = page.locator('details#audit_9');
		await question.locator('summary').click();
		await question.getByLabel('Bild till frågan').setInputFiles(file('glas.png', makePng()));
		await question.getByLabel('Vem har rätten').fill('Påhittade bildstödet');
		await question.getByLabel('Med vilken rätt').fill('Påhittat avtal 1');
		await question.getByLabel('Vad har formulärets ägare godkänt?').fill('');
		await question.getByRole('button', { name: 'Spara bilderna' }).click();
		await page.getByRole('link', { name: 'Skriv vad formulärets ägare har godkänt.' }).waitFor();
		await question.getByLabel('Bild till frågan').setInputFiles(file('glas.png', makePng()));
		await question.getByLabel('Vad har formulärets ägare godkänt?').fill('Ja, i ett påhittat brev');
		await question.getByRole('button', { name: 'Spara bilderna' }).click();
		await page.getByText('Ägarens godkännande: Ja, i ett påhittat brev').waitFor();
		await page.close();
	});
});

describe.each([
	{ name: 'with JavaScript', javaScriptEnabled: true },
	{ name: 'without JavaScript', javaScriptEnabled: false }
])('whoever answers · $name', ({ javaScriptEnabled }) => {
	it('shows and hides the pictures at any question, and loses nothing by it', async () => {
		const link = await findSurveyLink(demo.url);
		const context = await browser.newContext({ viewport: phone, javaScriptEnabled });
		const page = await context.newPage();
		const hosts = new Set<string>();
		page.on('request', (request) => hosts.add(new URL(request.url()).origin));
		await page.goto(`${link}/questions`);
		expect(await page.locator('main img').count()).toBe(0);
		await page.getByLabel('stämmer oftast').check();
		await show(page).click();
		await hide(page).waitFor();
		expect(await page.getByLabel('stämmer oftast').isChecked()).toBe(true);
		expect(await page.locator('main img').count()).toBe(1 + codes.length);
		expect(await page.locator('main img:not([alt=""])').count()).toBe(0);
		await next(page).click();
		await page.getByText('Fråga 2 av 5').waitFor();
		expect(await page.locator('main img').count()).toBe(codes.length);
		// In easy words as well, and in another language.
		await page.getByRole('button', { name: 'Lättläst' }).click();
		await page.getByRole('heading', { name: 'Är du nöjd med hjälpen' }).waitFor();
		expect(await page.locator('main img').count()).toBe(codes.length);
		await hide(page).click();
		await show(page).waitFor();
		expect(await page.locator('main img').count()).toBe(0);
		await page.getByRole('heading', { name: 'Är du nöjd med hjälpen' }).waitFor();
		expect([...hosts]).toEqual([demo.url]);
		await context.close();
	});

	it('begins with pictures where the start page offers it', async () => {
		const context = await browser.newContext({ viewport: phone, javaScriptEnabled });
		const page = await context.newPage();
		await page.goto(`${await findSurveyLink(demo.url)}?lang=fi`);
		await page.getByRole('link', { name: 'Vastaa kuvien avulla' }).click();
		await page.getByRole('button', { name: 'Piilota kuvat' }).waitFor();
		expect(await page.locator('html').getAttribute('lang')).toBe('fi');
		await context.close();
	});
});

describe('pictures at a question', () => {
	it.each([
		{ language: 'sv', label: 'Dölj bilder' },
		{ language: 'ar', label: 'إخفاء الصور' }
	])('can be read and used by everybody at 320 pixels, in $language', async ({ language, label }) => {
		const page = await browser.newPage({ viewport: narrow });
		await page.goto(`${await findSurveyLink(demo.url)}/questions?lang=${language}&pictures=yes`);
		expect(await readWidths(page)).toEqual([40, 40, 40, 40, 40]);
		await expectAccessible(page, 'target-size');
		await expectNoSidewaysScroll(page);
		const box = await page.getByRole('button', { name: label }).boundingBox();
		expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
		const sizes = await page
			.locator('main label img')
			.evaluateAll((images) => images.map((image) => [image.clientWidth, image.clientHeight].join()));
		expect(new Set(sizes).size).toBe(1);
		expect(Number(sizes[0]?.split(',')[0])).toBeGreaterThanOrEqual(80);
		await page.emulateMedia({ forcedColors: 'active' });
		await expectNoSidewaysScroll(page);
		await page.close();
	});

	it('are shown and hidden by keyboard alone, and Enter in the form still goes on', async () => {
		const page = await browser.newPage({ viewport: phone });
		await page.goto(`${await findSurveyLink(demo.url)}/questions`);
		await show(page).focus();
		await page.keyboard.press('Enter');
		await hide(page).waitFor();
		await page.getByLabel('stämmer alltid').focus();
		await page.keyboard.press('Space');
		await page.keyboard.press('Enter');
		await page.getByText('Fråga 2 av 5').waitFor();
		await hide(page).waitFor();
		await page.close();
	});

	it('stay chosen over questions that have none, on a link of a person’s own without JavaScript', async () => {
		const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`${await makeLink(demo.url, 'audit')}/questions?lang=en`);
		await page.getByRole('button', { name: 'Show pictures' }).click();
		await page.getByRole('button', { name: 'Hide pictures' }).waitFor();
		await page.getByRole('radio').nth(2).check();
		await page.getByRole('button', { name: 'Next' }).click();
		await page.waitForURL(/page=audit_2/);
		expect(await page.locator('main img').count()).toBe(0);
		expect(await page.getByRole('button', { name: /pictures/ }).count()).toBe(0);
		await page.getByRole('button', { name: 'Back' }).click();
		await page.getByRole('button', { name: 'Hide pictures' }).waitFor();
		expect(await page.locator('main img').count()).toBe(1);
		expect(await page.getByRole('radio').nth(2).isChecked()).toBe(true);
		await context.close();
	});

	it('are given to whoever is asked with them and to nobody else, and kept by no one between', async () => {
		const survey = await findSurveyLink(demo.url);
		const page = await browser.newPage();
		await page.goto(`${survey}/questions?pictures=yes`);
		const address = (await page.locator('main img').first().getAttribute('src')) ?? '';
		await page.close();
		const answer = await fetch(`${demo.url}${address}`);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toBe('image/png');
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		expect(answer.headers.get('cache-control')).toBe('private, max-age=3600, immutable');
		expect(answer.headers.get('content-security-policy')).toContain('sandbox');
		const hash = address.split('/').at(-1) ?? '';
		const audit = await makeLink(demo.url, 'audit');
		const tries = [
			`${audit}/pictures/${hash}`,
			`${survey}/pictures/${'0'.repeat(64)}`,
			`${survey}/pictures/${hash.slice(1)}`,
			`${demo.url}/s/demo/${'a'.repeat(26)}/pictures/${hash}`
		];
		for (const one of tries) expect((await fetch(one)).status, one).toBe(404);
		const kiosk = await fetch(`${demo.url}/kiosk/demo/pictures/${hash}`);
		expect(kiosk.status).toBe(401);
	});
});

describe('a tablet in the waiting room', () => {
	it('has the pictures with it when there is no network', async () => {
		const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
		let page = await context.newPage();
		await page.goto(`${demo.url}/demo/enter/kiosk`);
		const begin = page.getByRole('button', { name: /Tryck här för att börja/ });
		await begin.waitFor();
		await page.evaluate(() => navigator.serviceWorker.ready);
		await context.setOffline(true);
		await page.close();
		page = await context.newPage();
		await page.goto(`${demo.url}/kiosk/demo`);
		await page.getByRole('button', { name: /Tryck här för att börja/ }).click();
		await page.getByRole('link', { name: 'Svara med bilder' }).click();
		await page.getByText('Fråga 1 av 5').waitFor();
		expect(await readWidths(page)).toEqual([40, 40, 40, 40, 40]);
		await expectAccessible(page);
		await page.getByRole('radio').first().check();
		await hide(page).click();
		await show(page).waitFor();
		expect(await page.locator('main img').count()).toBe(0);
		expect(await page.getByRole('radio').first().isChecked()).toBe(true);
		await context.close();
	});

	it('shows them where a survey is tried before it is published', async () => {
		const page = await admin.newPage();
		await page.goto(`${demo.url}/surveys`);
		const surveys = await page
			.locator('main a[href^="/surveys/"]')
			.evaluateAll((links) =>
				links
					.map((link) => link.getAttribute('href') ?? '')
					.filter((href) => /^\/surveys\/[0-9a-f-]{36}$/.test(href))
			);
		await page.goto(`${demo.url}${surveys[0]}/tablet`);
		await page
			.getByRole('button', { name: /Tryck här för att börja/ })
			.first()
			.click();
		await page.getByRole('link', { name: 'Svara med bilder' }).click();
		expect(await readWidths(page)).toContain(40);
		await page.close();
	});
});
