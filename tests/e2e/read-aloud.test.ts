/**
 * Questions read aloud by a voice of the device. Chromium here has no voice of its own: the tests give it some, one that is the
 * device's and one that would send the text away, and look at what each is asked to say.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from './browser.ts';
import { findSurveyLink } from './respondent-links.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

interface Voice {
	readonly name: string;
	readonly lang: string;
	readonly localService: boolean;
	readonly default: boolean;
}
const own: Voice = { name: 'Egen', lang: 'sv-SE', localService: true, default: false };
const away: Voice = { name: 'Moln', lang: 'sv-SE', localService: false, default: true };

declare global {
	interface Window {
		readonly spoken: { readonly text: string; readonly voice: string | undefined }[];
		readonly cancelled: number[];
	}
}

/** A browser with these voices, that writes down what they are given and is done when it is told to. */
async function openWith(voices: readonly Voice[]): Promise<{ context: BrowserContext; page: Page }> {
	const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
	await context.addInitScript((offered) => {
		const spoken: object[] = [];
		const cancelled: number[] = [];
		const speech = Object.assign(new EventTarget(), {
			getVoices: () => offered,
			speak: (said: { text: string; voice?: { name: string }; onstart?: () => void }) => {
				spoken.push({ text: said.text, voice: said.voice?.name });
				if (spoken.length === 1) said.onstart?.();
			},
			cancel: () => cancelled.push(spoken.length)
		});
		Object.defineProperty(window, 'speechSynthesis', { value: speech });
		Object.assign(window, {
			spoken,
			cancelled,
			SpeechSynthesisUtterance: class {
				readonly text: string;
				constructor(text: string) {
					this.text = text;
				}
			}
		});
	}, voices);
	const page = await context.newPage();
	return { context, page };
}

const toFirstQuestion = async (page: Page, query = ''): Promise<void> => {
	await page.goto(`${await findSurveyLink(baseUrl)}/questions${query}`, { waitUntil: 'load' });
};
const start = (page: Page) => page.getByRole('button', { name: 'Läs upp' });
const stop = (page: Page) => page.getByRole('button', { name: 'Sluta läsa' });

describe('a question, where the device has a voice for it', () => {
	it('is read with its answers by that voice, and nobody is asked for anything', async () => {
		const { context, page } = await openWith([away, own]);
		await toFirstQuestion(page, '?lang=sv-simple');
		await page.getByText('Det är din egen telefon eller dator som läser upp').waitFor();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await start(page).focus();
		await page.keyboard.press('Enter');
		await stop(page).waitFor();
		const spoken = await page.evaluate(() => window.spoken);
		expect(new Set(spoken.map(({ voice }) => voice))).toEqual(new Set(['Egen']));
		expect(spoken.map(({ text }) => text)).toEqual([
			'Behandlar personalen dig bra?',
			expect.stringMatching(/^Det kan vara att personalen lyssnar på dig\. /),
			'Ja, alltid',
			'Ja, ofta',
			'Ja, ibland',
			'Nej, aldrig'
		]);
		expect(await page.locator('[data-being-read]').innerText()).toBe('Behandlar personalen dig bra?');
		await expectAccessible(page);
		expect(asked).toEqual([]);
		await context.close();
	});

	it('is silent again at the same button, at Escape and on the next page', async () => {
		const { context, page } = await openWith([own]);
		await toFirstQuestion(page);
		const cancelled = () => page.evaluate(() => window.cancelled.length);
		await start(page).click();
		await stop(page).click();
		await start(page).waitFor();
		expect(await cancelled()).toBe(1);
		await start(page).click();
		await page.keyboard.press('Escape');
		await start(page).waitFor();
		expect(await cancelled()).toBe(2);
		expect(await page.locator('[data-being-read]').count()).toBe(0);
		await start(page).click();
		await page.getByRole('button', { name: 'Hoppa över' }).click();
		await page.getByText('Fråga 2 av 5').first().waitFor();
		await start(page).waitFor();
		expect(await cancelled()).toBe(3);
		await context.close();
	});
});

describe('a question, where the device has no voice for it', () => {
	it.each([
		['only voices that send the text away', [away], ''],
		['a voice for another language', [own], '?lang=sv'],
		['no voice at all', [], '']
	] as const)('is offered by no button: %s', async (what, voices, query) => {
		const { context, page } = await openWith(
			what === 'a voice for another language' ? voices.map((voice) => ({ ...voice, lang: 'en-US' })) : voices
		);
		await toFirstQuestion(page, query);
		await page.getByRole('button', { name: 'Nästa' }).waitFor();
		expect(await start(page).count()).toBe(0);
		expect(await page.getByText('Det är din egen telefon').isVisible()).toBe(false);
		expect(await page.evaluate(() => window.spoken)).toEqual([]);
		await context.close();
	});

	it('is offered by no button without JavaScript', async () => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await toFirstQuestion(page);
		await page.getByRole('button', { name: 'Nästa' }).waitFor();
		expect(await start(page).count()).toBe(0);
		await context.close();
	});
});
