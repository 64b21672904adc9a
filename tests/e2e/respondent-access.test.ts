/** Every page and every kind of question, as people with different needs meet them. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { visitAll } from './every-place.ts';
import { makeLink } from './respondent-links.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;

/** Text spacing that readers may set themselves (WCAG 1.4.12). */
const textSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

describe('every page of a link', () => {
	for (const [name, viewport] of Object.entries({ phone, desktop })) {
		it(`has nothing for axe to find on a ${name}, target-size included`, async () => {
			const context = await browser.newContext({ viewport });
			const page = await context.newPage();
			await visitAll(page, baseUrl, () => expectAccessible(page));
			await context.close();
		});
	}

	it('fits a window of 320 px, also with wide text spacing', async () => {
		const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true });
		const page = await context.newPage();
		await visitAll(page, baseUrl, async () => {
			await expectNoSidewaysScroll(page);
			await page.addStyleTag({ content: textSpacing });
			await expectNoSidewaysScroll(page);
			expect(await listCutOff(page)).toEqual([]);
		});
		await context.close();
	});

	it('has one heading of the first level and a title of its own', async () => {
		const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
		const page = await context.newPage();
		const titles = new Set<string>();
		let places = 0;
		await visitAll(page, baseUrl, async () => {
			places += 1;
			titles.add(await page.title());
			expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
		});
		// The review has the same title whether or not it was refused.
		expect(titles.size).toBeGreaterThanOrEqual(places - 1);
		await context.close();
	});
});

/** Elements whose text does not fit in them. */
function listCutOff(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('main button, main a, main label, main p, main dd, main h1, main h2')]
			.filter((element) => getComputedStyle(element).overflow !== 'visible' || element.clientHeight === 0)
			.filter((element) => element.checkVisibility() && element.scrollHeight > element.clientHeight + 2)
			.map((element) => element.outerHTML.slice(0, 120))
	);
}

describe('with the keyboard alone', () => {
	let context: BrowserContext;
	let page: Page;

	beforeAll(async () => {
		context = await browser.newContext({ viewport: desktop });
		page = await context.newPage();
	});
	afterAll(() => context.close());

	/** Presses Tab until something with the name has focus. */
	async function tabTo(name: RegExp): Promise<void> {
		for (let presses = 0; presses < 40; presses += 1) {
			await page.keyboard.press('Tab');
			const focused = await page.evaluate(() => {
				const element = document.activeElement;
				const label = element instanceof HTMLInputElement ? element.labels?.[0] : null;
				return (label ?? element)?.textContent?.trim() ?? '';
			});
			if (name.test(focused)) return;
		}
		throw new Error(`The Tab key never comes to ${name}.`);
	}

	/** Whether what has focus can be seen, and shows that it has it (WCAG 2.4.7, 2.4.11). */
	async function expectVisibleFocus(): Promise<void> {
		const seen = await page.evaluate(() => {
			const element = document.activeElement;
			if (!element) return 'nothing has focus';
			const marked = element.closest('label') ?? element;
			const { left, top, width, height } = marked.getBoundingClientRect();
			const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
			if (!onTop || !(marked.contains(onTop) || onTop.contains(marked))) return 'covered';
			return getComputedStyle(marked).outlineStyle === 'none' ? 'no ring' : 'visible';
		});
		expect(seen).toBe('visible');
	}

	it('a client comes from start to thanks', async () => {
		await page.goto(await makeLink(baseUrl, 'tre-sprak'), { waitUntil: 'load' });
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hoppa till innehållet');
		await page.keyboard.press('Enter');
		await tabTo(/^Börja$/);
		await expectVisibleFocus();
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'Hur mår du?' }).waitFor();

		await tabTo(/^Bra$/);
		await expectVisibleFocus();
		await page.keyboard.press('ArrowDown');
		expect(await page.getByRole('radio', { name: 'Dåligt' }).isChecked()).toBe(true);
		await page.keyboard.press('ArrowUp');
		await tabTo(/^Nästa$/);
		await expectVisibleFocus();
		await page.keyboard.press('Enter');

		await page.getByRole('heading', { name: 'Hur sover du?' }).waitFor();
		await tabTo(/^1/);
		await expectVisibleFocus();
		await page.keyboard.press('ArrowRight');
		// The Enter key in a question goes on, and does not press the first button on the page.
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'Stämmer det här?' }).waitFor();
		await tabTo(/^Skicka svaren$/);
		await expectVisibleFocus();
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'Tack, svaren är skickade' }).waitFor();
	});
});

describe('targets', () => {
	it('are at least 44 px high for everything that is pressed', async () => {
		const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
		const page = await context.newPage();
		await visitAll(page, baseUrl, async (place) => {
			const small = await page.evaluate(() =>
				[
					...document.querySelectorAll(
						'main button, main label:has(input), main select, header a, header button'
					)
				]
					.filter((element) => element.checkVisibility() && element.getAttribute('aria-hidden') !== 'true')
					.filter((element) => element.getBoundingClientRect().height < 43.5)
					.map((element) => element.textContent?.trim())
			);
			expect([place, small]).toEqual([place, []]);
		});
		await context.close();
	});
});
