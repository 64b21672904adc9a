/** Real Chromium for the tests: Debian's where it is installed, otherwise Playwright's own. */
import axe from 'axe-core';
import { existsSync } from 'node:fs';
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type LaunchOptions,
	type Page
} from 'playwright-core';
import { expect } from 'vitest';

const debian = {
	/** Without windows and menus: a new page takes a fifth of the work. */
	shell: '/usr/bin/chromium-headless-shell',
	whole: '/usr/bin/chromium'
};

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 900 };

/** The first of the programs that is here; otherwise Playwright chooses its own. */
function startWith(...programs: readonly string[]) {
	const executablePath =
		process.env['GENKLANG_TEST_BROWSER'] ?? programs.find((program) => existsSync(program));
	return {
		...(executablePath ? { executablePath } : {}),
		// Nobody looks at the pages: drawing them by a pretended graphics card took most of the time.
		args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
	};
}

/** The whole browser, as people have it: how it is started here. */
export const launching = startWith(debian.whole);

/** How long a test waits for something on a page, on a machine that is busy with others: what never comes is found all the same. */
const patienceMs = 120_000;

/**
 * A browser whose pages are waited for with patience; close it when the tests are done. Its reader has asked for less motion:
 * to fade from one page to the next took half of all the memory that the browser touched. `openProfile` is for those who have not.
 */
export async function openBrowser(
	options: LaunchOptions = startWith(debian.shell, debian.whole)
): Promise<Browser> {
	const browser = await chromium.launch(options);
	const newContext = browser.newContext.bind(browser);
	browser.newContext = async (given) => {
		const context = await newContext({ reducedMotion: 'reduce', ...given });
		context.setDefaultTimeout(patienceMs);
		return context;
	};
	return browser;
}

/**
 * A browser over a profile on disk, as people have one: with the cache that the way back shows pages from, which Playwright
 * otherwise switches off.
 */
export async function openProfile(
	folder: string,
	options: BrowserContextOptions,
	args: readonly string[] = []
): Promise<BrowserContext> {
	const context = await chromium.launchPersistentContext(folder, {
		...launching,
		args: [...launching.args, ...args],
		...options,
		ignoreDefaultArgs: ['--disable-back-forward-cache']
	});
	context.setDefaultTimeout(patienceMs);
	return context;
}

declare global {
	interface Window {
		readonly axe: typeof axe;
	}
}

/**
 * Fails when axe finds anything on the page; `target-size`, which axe leaves out by default, is switched on. `surely` is a rule
 * that must have had something to look at: behind an open dialog the page itself is not looked at. The page must have its scripts
 * on: axe waits for timers.
 */
export async function expectAccessible(page: Page, surely = 'document-title'): Promise<void> {
	// Given to the page as it is: there are no frames to look into, which Playwright's own way takes seconds to prepare for.
	await page.evaluate(axe.source);
	const { violations, ran } = await page.evaluate(async () => {
		const found = await window.axe.run({
			runOnly: {
				type: 'tag',
				values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
			},
			rules: { 'target-size': { enabled: true } },
			resultTypes: ['violations']
		});
		return {
			violations: found.violations.map(
				({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`
			),
			ran: [found.violations, found.passes, found.incomplete].flat().map(({ id }) => id)
		};
	});
	expect(ran, 'axe must have run its rules').toContain(surely);
	expect(violations).toEqual([]);
}

/** Fails when the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const { content, window } = await page.evaluate(() => ({
		content: document.documentElement.scrollWidth,
		window: document.documentElement.clientWidth
	}));
	expect(content).toBeLessThanOrEqual(window);
}
