/** A client answers by link, with and without JavaScript; the same steps, the same pages. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, phone } from './browser.ts';
import { findSurveyLink, makeLink } from './respondent-links.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function answer(page: Page, option: string): Promise<void> {
	await page.getByRole('radio', { name: option, exact: true }).check();
	await page.getByRole('button', { name: 'Nästa' }).click();
}

/** AUDIT's ten questions with an answer each, from the start page to the review. */
async function answerAudit(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Börja' }).click();
	const options = [
		'2–4 gånger i månaden',
		'3–4',
		...Array<string>(6).fill('Varje månad'),
		...Array<string>(2).fill('Nej')
	];
	for (const [index, option] of options.entries()) {
		await page
			.getByText(`Fråga ${index + 1} av`)
			.first()
			.waitFor();
		await answer(page, option);
	}
	await page.getByRole('heading', { name: 'Stämmer det här?' }).waitFor();
}

for (const javaScriptEnabled of [true, false]) {
	describe(`answering ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
		let context: BrowserContext;
		let page: Page;

		beforeAll(async () => {
			context = await browser.newContext({ javaScriptEnabled, viewport: phone });
			page = await context.newPage();
		});
		afterAll(() => context.close());

		it('says who asks, why, for how long, what happens with it, that it is voluntary, and whom to ask', async () => {
			await page.goto(await makeLink(baseUrl, 'audit'));
			for (const question of [
				'Hur lång tid tar det?',
				'Varför frågar vi?',
				'Vad händer med svaren?',
				'Måste jag svara?',
				'Vem kan jag fråga?'
			]) {
				expect(await page.getByText(question, { exact: true }).isVisible()).toBe(true);
			}
			const words = (await page.getByRole('main').textContent()) ?? '';
			expect(words).toContain('frivilligt');
			expect(words).toContain('konfidentiella');
			expect(words).not.toMatch(/anonym/i);
			expect(words).toContain('Världshälsoorganisationen');
		});

		it('goes from start to thanks, and closes the link', async () => {
			const link = await makeLink(baseUrl, 'audit');
			await page.goto(link);
			await answerAudit(page);
			expect(await page.getByText('Varje månad').count()).toBe(6);
			await page.getByRole('button', { name: 'Skicka svaren' }).click();
			await page.getByRole('heading', { name: 'Tack, svaren är skickade' }).waitFor();
			expect(page.url()).toBe(`${link}/thanks`);

			await page.goto(link);
			expect(await heading(page).textContent()).toBe('Du har redan svarat');
		});

		it('can be left and taken up again with the same link', async () => {
			const link = await makeLink(baseUrl, 'audit');
			await page.goto(link);
			await page.getByRole('link', { name: 'Börja' }).click();
			await answer(page, '2–4 gånger i månaden');
			await page.getByText('Fråga 2 av').first().waitFor();

			const elsewhere = await browser.newContext({ javaScriptEnabled });
			const other = await elsewhere.newPage();
			await other.goto(link);
			expect(await other.getByText('Du har redan börjat').isVisible()).toBe(true);
			await other.getByRole('link', { name: 'Fortsätt' }).click();
			await other.getByText('Fråga 2 av').first().waitFor();
			await other.getByRole('button', { name: 'Tillbaka' }).click();
			await other.getByText('Fråga 1 av').first().waitFor();
			expect(await other.getByRole('radio', { name: '2–4 gånger i månaden' }).isChecked()).toBe(true);
			await elsewhere.close();
		});

		it('lets an answer be changed, and asks what the change opens', async () => {
			await page.goto(await makeLink(baseUrl, 'audit'));
			await page.getByRole('link', { name: 'Börja' }).click();
			await answer(page, 'Aldrig');
			await page.getByText('Har Du eller någon annan').first().waitFor();
			await answer(page, 'Nej');
			await page.getByText('Har en släkting').first().waitFor();
			await page.getByRole('button', { name: 'Hoppa över' }).click();
			await page.getByRole('heading', { name: 'Stämmer det här?' }).waitFor();
			expect(await page.getByText('Inget svar', { exact: true }).count()).toBe(1);

			await page.getByRole('button', { name: 'Ändra Hur ofta dricker Du alkohol?' }).click();
			await page.getByRole('radio', { name: '2–3 gånger i veckan' }).check();
			await page.getByRole('button', { name: 'Spara ändringen' }).click();
			await page.getByText('Hur många ”glas”').first().waitFor();
			await answer(page, '1–2');
			await page.getByText('sex sådana').first().waitFor();
			await answer(page, 'Aldrig');
			await page.getByRole('heading', { name: 'Stämmer det här?' }).waitFor();
			expect(await page.getByText('2–3 gånger i veckan').isVisible()).toBe(true);
		});

		it('says what is missing at the top and at the question, and leads there', async () => {
			await page.goto(`${await makeLink(baseUrl, 'alla-fragetyper')}/questions?page=tal`);
			await page.getByRole('button', { name: 'Nästa' }).click();
			const summary = page.getByRole('alert');
			await summary.waitFor();
			expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
			expect(await page.title()).toMatch(/^Fel: /);
			await summary.getByRole('link', { name: 'Skriv antalet timmar.' }).click();
			const box = page.getByRole('textbox', { name: 'Hur många timmar' });
			expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
			expect(await box.getAttribute('aria-invalid')).toBe('true');

			await box.fill('tre');
			await page.getByRole('button', { name: 'Nästa' }).click();
			await page.getByText('Skriv svaret med siffror').first().waitFor();
			expect(await box.inputValue()).toBe('tre');
			await box.fill('2,5');
			await page.getByRole('button', { name: 'Nästa' }).click();
			await page.getByText('Vilken dag').first().waitFor();
		});

		it('shows a question that an answer opens on the same page', async () => {
			await page.goto(`${await makeLink(baseUrl, 'alla-fragetyper')}/questions?page=tillsammans`);
			await page.getByRole('radio', { name: 'Med någon annan' }).check();
			if (!javaScriptEnabled) await page.getByRole('button', { name: 'Nästa' }).click();
			await page.getByRole('textbox', { name: 'Hur många bor ni?' }).fill('3');
			expect(await page.getByRole('radio', { name: 'Med någon annan' }).isChecked()).toBe(true);
		});

		it('keeps "none" and the rest apart', async () => {
			await page.goto(`${await makeLink(baseUrl, 'alla-fragetyper')}/questions?page=flera`);
			await page.getByRole('checkbox', { name: 'En vän' }).check();
			await page.getByRole('checkbox', { name: 'Ingen', exact: true }).check();
			if (javaScriptEnabled) {
				expect(await page.getByRole('checkbox', { name: 'En vän' }).isChecked()).toBe(false);
			} else {
				await page.getByRole('button', { name: 'Nästa' }).click();
				await page.getByText('Du har valt saker som inte går ihop').first().waitFor();
				expect(await page.getByRole('checkbox', { name: 'En vän' }).isChecked()).toBe(true);
			}
		});

		it('answers a survey without a trace in the browser', async () => {
			const link = await findSurveyLink(baseUrl);
			await page.goto(link);
			const words = (await page.getByRole('main').textContent()) ?? '';
			expect(words).toContain('Svaren är anonyma');
			await page.getByRole('link', { name: 'Börja' }).click();
			for (let number = 1; number <= 5; number += 1) {
				await page.getByText(`Fråga ${number} av 5`).first().waitFor();
				expect(page.url()).toBe(`${link}/questions`);
				await answer(page, number === 2 ? 'stämmer aldrig' : 'stämmer oftast');
			}
			await page.getByRole('heading', { name: 'Stämmer det här?' }).waitFor();
			expect(await page.getByText('stämmer oftast').count()).toBe(4);
			await page.getByRole('button', { name: /^Ändra .*god kvalitet/ }).click();
			expect(await page.getByRole('radio', { name: 'stämmer aldrig' }).isChecked()).toBe(true);
			await page.getByRole('button', { name: 'Spara ändringen' }).click();
			await page.getByRole('heading', { name: 'Stämmer det här?' }).waitFor();
			if (javaScriptEnabled) {
				const stored = await page.evaluate(() => [
					localStorage.length,
					sessionStorage.length,
					JSON.stringify(history.state)
				]);
				expect(stored).toEqual([0, 0, '{"step":7}']);
			}
			expect(await context.cookies()).toEqual([]);
			await page.getByRole('button', { name: 'Skicka svaren' }).click();
			await page.getByRole('heading', { name: 'Tack, svaren är skickade' }).waitFor();
		});

		it('meets a link that nobody made with kind words', async () => {
			for (const token of ['a'.repeat(26), 'halv-lank']) {
				const response = await page.goto(`${baseUrl}/s/demo/${token}`);
				expect(response?.status()).toBe(404);
				expect(await heading(page).textContent()).toBe('Vi hittar inte länken');
				expect(await page.getByText('be den som gav dig länken om en ny').isVisible()).toBe(true);
			}
		});
	});
}
