/**
 * What a reader of the screen says, place by place, from the first heading to the last: kept in `spoken/`, so that a change in
 * what is heard is seen by whoever makes it. The reader is a simulated one that follows the standards' own rules (ARIA, accname);
 * real ones differ, and are tried by hand.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, phone } from './browser.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';
import { visitAll } from './every-place.ts';
import { makeLink } from './respondent-links.ts';

const reader = readFileSync(
	createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'),
	'utf8'
);
/** More than any page has. */
const mostPhrases = 600;

/** A demo of its own: what others do in the shared one, such as writing another information text, is heard too. */
let demo: DemoProcess;
let browser: Browser;
beforeAll(async () => {
	demo = await startDemo(inject('demoData'));
	browser = await openBrowser();
});
afterAll(async () => {
	await browser.close();
	await demo.stop();
});

/** The page's phrases from beginning to end, one on each line. */
async function listen(page: Page): Promise<string> {
	const phrases = await page.evaluate(
		async ({ source, most }) => {
			interface Reader {
				start(options: { container: Element }): Promise<void>;
				next(): Promise<void>;
				stop(): Promise<void>;
				lastSpokenPhrase(): Promise<string>;
				spokenPhraseLog(): Promise<string[]>;
			}
			const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
			// What translates the tests would turn an `import` of theirs into one of its own.
			const load = new Function('address', 'return import(address)') as (
				address: string
			) => Promise<{ virtual: Reader }>;
			const { virtual } = await load(address);
			await virtual.start({ container: document.body });
			for (let step = 0; step < most; step += 1) {
				await virtual.next();
				if ((await virtual.lastSpokenPhrase()) === 'end of document') break;
			}
			const log = await virtual.spokenPhraseLog();
			await virtual.stop();
			return log;
		},
		{ source: reader, most: mostPhrases }
	);
	expect(phrases.at(-1)).toBe('end of document');
	// Days pass between one run and the next.
	const withoutDays = phrases
		.join('\n')
		.replaceAll(/\d{4}-\d{2}-\d{2}/g, 'ÅÅÅÅ-MM-DD')
		.replaceAll(/\d{1,2} \p{L}+ \d{4}/gu, 'DAG MÅNAD ÅR');
	return `${withoutDays}\n`;
}

const kept = (name: string): string =>
	join(import.meta.dirname, 'spoken', `${name.replaceAll(' ', '-')}.txt`);

describe('what is heard', () => {
	it('is the same as before at every place of a link and at every kind of question', async () => {
		// The page's own policy lets no other script in.
		const context = await browser.newContext({ viewport: phone, bypassCSP: true });
		const page = await context.newPage();
		await visitAll(page, demo.url, async (place) => {
			await expect.soft(await listen(page), place).toMatchFileSnapshot(kept(place));
		});
		await context.close();
	});

	it('is the same as before in Arabic', async () => {
		const context = await browser.newContext({ viewport: phone, bypassCSP: true });
		const page = await context.newPage();
		const link = await makeLink(demo.url, 'tre-sprak');
		await page.goto(`${link}?lang=ar`, { waitUntil: 'load' });
		await expect(await listen(page)).toMatchFileSnapshot(kept('arabic start'));
		await page.goto(`${link}/questions?lang=ar`, { waitUntil: 'load' });
		await expect(await listen(page)).toMatchFileSnapshot(kept('arabic question'));
		await context.close();
	});
});
