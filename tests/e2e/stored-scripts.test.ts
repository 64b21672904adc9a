/**
 * Whatever is written in a text field is shown as text: nothing runs and nothing is fetched. The fields are found in the
 * pages themselves: every form that staff of any role can come to is filled in with scripts and sent, and a client answers
 * with them. Then everybody looks at everything. A new field is tried without being named here.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launching, openBrowser } from './browser.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';
import { signInEverybody, type Visitor } from './demo-visitors.ts';
import { makeLink } from './respondent-links.ts';
import { routeOf } from './route-of.ts';
import { findStaffViews, kindOf, type StaffView } from './staff-views.ts';

/** Each tries another way out of text, attribute, script and style. `@` is replaced by the number of the field. */
const long = `"><img src=x onerror=alert(@)></title></textarea><svg/onload=alert(@)>'-alert(@)-'{{7*7}}</script><script>alert(@)</script>`;
const short = '"><svg/onload=alert(@)>';

/** Some of what is stored and shown again; the walk finds the rest by itself. */
const surelyShown = [
	'/(respondent) text',
	'/(respondent) langtext',
	'/(staff)/cases/new caseNumber',
	'/(staff)/cases/new clientNumber',
	'/(staff)/cases/new concern',
	'/(admin)/providers name'
];

/** A form is the same wherever it stands, and what has been made is looked at whole. */
const few = { perKind: 1, perRoute: 2, isPagesOnly: true };

let demo: DemoProcess;
let browser: Browser;
let visitors: readonly Visitor[];
const ran: string[] = [];
/** Where the server gave up on what it was sent or asked for. */
const broken: string[] = [];

beforeAll(async () => {
	demo = await startDemo(inject('demoData'));
	// The links of the client are made through the demo's door, which is somebody of its own.
	const door = { role: 'caseworker', cookie: 'genklang_demo_role=handlaggare' } as const;
	visitors = [...(await signInEverybody(demo.url)), door];
	browser = await openBrowser();
});
afterAll(async () => {
	await browser.close();
	await demo.stop();
});

async function enter(
	{ cookie }: { readonly cookie: string },
	options: BrowserContextOptions = {}
): Promise<{ page: Page; context: BrowserContext }> {
	const context = await browser.newContext(options);
	const pairs = cookie.split('; ').filter((pair) => pair !== '');
	await context.addCookies(
		pairs.map((pair) => ({
			name: pair.slice(0, pair.indexOf('=')),
			value: pair.slice(pair.indexOf('=') + 1),
			url: demo.url
		}))
	);
	const page = await context.newPage();
	page.on('dialog', (dialog) => {
		ran.push(`${dialog.message()} on ${page.url()}`);
		void dialog.dismiss();
	});
	page.on('request', (request) => {
		const { origin, pathname, protocol } = new URL(request.url());
		if (protocol !== 'data:' && (origin !== demo.url || /\/x$/.test(pathname)))
			ran.push(`${request.url()} on ${page.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 500) broken.push(`${response.request().method()} ${response.url()}`);
	});
	return { page, context };
}

interface Field {
	readonly number: number;
	/** Which form it is in, and its name. */
	readonly where: string;
	readonly name: string;
}
const fields: Field[] = [];
/** What somebody has made, to be looked at with everything under it. */
const made = new Set<string>();

/**
 * Fills in what the form at the place has: scripts where there is room for text, the first choice elsewhere. All of it at
 * once in the page: asked field by field, the questions to the browser would take minutes.
 */
async function fillIn(page: Page, index: number, routeId: string, script: string): Promise<number> {
	const form = page.locator('main form').nth(index);
	const filled = await form.evaluate(fillForm, { script, first: 1_000 + fields.length });
	fields.push(...filled.map(({ number, name }) => ({ number, where: routeId, name })));
	return filled.length;
}

/** Runs in the page, and so holds everything it needs. */
function fillForm(
	form: Element,
	{ script, first }: { readonly script: string; readonly first: number }
): { number: number; name: string }[] {
	/** What has to be right for the rest to be stored; null where it may be anything. */
	const plainValueOf = (name: string, inputMode: string | null): string | null => {
		// The paper form of the tests' own instrument: codes, a day and an address beside the free text.
		if (/^item\./.test(name) && !/text$|-Comment$/.test(name)) {
			return name === 'item.dag' ? '2026-01-02' : name === 'item.post' ? 'bo@exempelby.example' : '1';
		}
		if (/birthYear/.test(name)) return '1984';
		if (/personalNumber/.test(name)) return '';
		if (/(?:closes|ends|expires|validTo|until)/i.test(name)) return '2027-06-01';
		if (/email/i.test(name)) return `bo-${first}@exempelby.example`;
		if (/(?:On|From|To|Date|Day)$/.test(name)) return '2026-01-02';
		return inputMode === 'numeric' || inputMode === 'decimal' ? '1' : null;
	};
	// What it lies folded in, and what is folded in it.
	for (let box = form.closest('details'); box; box = box.parentElement?.closest('details') ?? null)
		box.open = true;
	for (const details of form.querySelectorAll('details')) details.open = true;
	const chosen = new Set<string>();
	const filled: { number: number; name: string }[] = [];
	for (const control of form.querySelectorAll('input, textarea, select')) {
		const field = control as HTMLInputElement;
		const { name, type } = field;
		const isChoice = type === 'radio' || type === 'checkbox';
		const isSeen = field.getClientRects().length > 0 && getComputedStyle(field).visibility === 'visible';
		// Closed until something else is chosen.
		if (field.matches(':disabled') || (!isSeen && !isChoice)) continue;
		if (control instanceof HTMLSelectElement) {
			control.value = [...control.options].find(({ value }) => value !== '')?.value ?? '';
		} else if (isChoice) {
			if (!chosen.has(name)) field.click();
			chosen.add(name);
		} else if (type === 'date') {
			field.value = /(?:closes|ends|expires|validTo|until)/i.test(name) ? '2027-06-01' : '2026-01-02';
		} else if (type === 'number') {
			field.value = '1';
		} else if (type === 'email') {
			field.value = `bo-${first}@exempelby.example`;
		} else if (['text', 'search', 'textarea', 'tel'].includes(type)) {
			const plain = plainValueOf(name, field.getAttribute('inputmode'));
			const number = first + filled.length;
			const text = script.replaceAll('@', String(number));
			field.value = plain ?? (field.maxLength > 0 ? text.slice(0, field.maxLength) : text);
			if (plain === null) filled.push({ number, name });
		}
	}
	return filled;
}

/** Which forms have been taken with scripts in them, whoever sent them. */
const taken = new Set<string>();

/**
 * Sends every form with text in it that the visitor can come to and nobody has come through with, as it is without its script;
 * follows where they lead.
 */
async function sendForms(visitor: Visitor): Promise<void> {
	const { page, context } = await enter(visitor, { javaScriptEnabled: false });
	const waiting: { readonly path: string; readonly html: string | null }[] = (
		await findStaffViews(demo.url, [visitor], [], few)
	).filter(
		({ html }) => html !== null && /<form\b[^>]*method="post"/i.test(html.slice(html.indexOf('<main')))
	);
	const tried = new Set<string>();
	for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
		const { path, html } = at;
		const place = kindOf(path, demo.url);
		const nextOf = (forms: ReturnType<typeof listForms>) =>
			forms
				.map(({ names, ...form }, index) => ({ ...form, index, kind: `${place} ${index} ${names}` }))
				.find(({ kind, isWorthSending }) => isWorthSending && !tried.has(kind) && !taken.has(kind));
		// Read first: the page is opened only when there is something left to send.
		if (html !== null && !nextOf(await page.evaluate(listForms, html))) continue;
		/** The next form there that is worth sending. What is sent may take a form away: they are looked at anew. */
		const findNext = async () => {
			await page.goto(`${demo.url}${path}`, { waitUntil: 'load' });
			return nextOf(await page.evaluate(listForms, null));
		};
		for (let form = await findNext(); form; form = await findNext()) {
			const { index, kind } = form;
			tried.add(kind);
			// What is too long for a field is refused, and then tried shorter.
			for (const script of [long, short]) {
				const before = fields.length;
				await fillIn(page, index, routeOf(new URL(path, demo.url).pathname) ?? path, script);
				const isTaken = await send(page, index);
				if (isTaken) taken.add(kind);
				if (isTaken) break;
				if (script === long) fields.splice(before);
			}
			const { pathname, search } = new URL(page.url());
			if (pathname !== new URL(path, demo.url).pathname) {
				made.add(pathname);
				waiting.push({ path: pathname + search, html: null });
			}
		}
	}
	await context.close();
}

/** Runs in the page: the forms of it, or of another that is given as text, with their names and whether there is text to send in them. */
function listForms(html: string | null): { names: string; isWorthSending: boolean }[] {
	const asked = html === null ? document : new DOMParser().parseFromString(html, 'text/html');
	return [...asked.querySelectorAll<HTMLFormElement>('main form')].map((form) => ({
		names: [...new FormData(form).keys()].join(),
		isWorthSending:
			form.method === 'post' &&
			form.querySelector('input[type=password]') === null &&
			form.querySelector('input[type=text], input:not([type]), textarea') !== null
	}));
}

/** Presses the last button of the form that sends what is in it; whether it was taken. */
async function send(page: Page, index: number): Promise<boolean> {
	const button = page
		.locator('main form')
		.nth(index)
		.locator('button:enabled:not([type=button]):not([data-clear])')
		.last();
	// A form that only shows what it would ask has nothing to press.
	if ((await button.count()) === 0) return false;
	const isStopped = await button.evaluate((element) => {
		const { form, formNoValidate } = element as HTMLButtonElement;
		return form !== null && !form.noValidate && !formNoValidate && !form.checkValidity();
	});
	// The browser itself stops it: something is missing.
	if (isStopped) return false;
	const answered = page
		.waitForResponse((response) => response.request().method() === 'POST', { timeout: 10_000 })
		.catch(() => null);
	await button.click({ timeout: 10_000 }).catch((error: unknown) => {
		throw new Error(`Form ${String(index)} of ${page.url()} cannot be sent.`, { cause: error });
	});
	const response = await answered;
	await page.waitForLoadState('load');
	return response !== null && response.status() < 400;
}

/** A client who writes scripts wherever the questionnaire has room for words, and looks at them before sending. */
async function answerWithScripts(address: string): Promise<void> {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${address}/questions`);
	for (let step = 0; step < 60 && !page.url().includes('/review'); step += 1) {
		await fillIn(page, 0, '/(respondent)', short);
		await page
			.getByRole('button', { name: /Nästa|Fortsätt/ })
			.first()
			.click();
	}
	const looking = await enter({ cookie: '' });
	await looking.page.goto(page.url(), { waitUntil: 'networkidle' });
	expect(await looking.page.locator('body').innerText()).toContain('<svg/onload=alert(');
	await looking.context.close();
	const send = page.getByRole('button', { name: 'Skicka svaren' });
	if ((await send.count()) === 0) throw new Error(await page.locator('body').innerText());
	await send.click();
	expect(page.url()).toContain('/thanks');
	await context.close();
}

/** Pages that have been opened, by their route and where in them scripts lie. */
const looked = new Set<string>();

/** What stands before each script, without numbers and ids: where that is the same, the same lines have drawn it. */
function placesOf({ routeId, html }: StaffView): string {
	const befores = [...(html ?? '').matchAll(/(?=([^]{40})alert\(\d+)/g)].map(([, before = '']) =>
		before.replaceAll(/[0-9a-f]{6,}/g, '#').replaceAll(/\d+/g, '0')
	);
	return [routeId, ...new Set(befores.toSorted())].join('\n');
}

/**
 * Reads every page the visitor can come to, opens those that a script is in where none has been seen, and notes which of
 * the scripts can be read there.
 */
async function lookAtEverything(visitor: Visitor, seen: Set<number>): Promise<void> {
	const { page, context } = await enter(visitor);
	const views = await findStaffViews(demo.url, [visitor], [...made], few);
	for (const view of views.filter(({ html }) => html?.includes('alert('))) {
		const { path } = view;
		const places = placesOf(view);
		if (looked.has(places)) continue;
		looked.add(places);
		await page.goto(`${demo.url}${path}`, { waitUntil: 'load' });
		await page.locator('details').evaluateAll((all) => {
			for (const details of all) (details as HTMLDetailsElement).open = true;
		});
		const values = await page
			.locator('input, textarea')
			.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).join('\n'));
		const text = `${await page.locator('body').innerText()}\n${values}\n${await page.title()}`;
		for (const [, number] of text.matchAll(/alert\((\d+)/g)) seen.add(Number(number));
	}
	await context.close();
}

describe('what somebody has written', () => {
	it('is sent through every form with room for it', async () => {
		const link = await makeLink(demo.url, 'alla-fragetyper');
		await answerWithScripts(link);
		const cookie = visitors.at(-1)?.cookie ?? '';
		const listed = await (
			await fetch(`${demo.url}/cases?q=${encodeURIComponent('LÄNK')}`, { headers: { cookie } })
		).text();
		const [caseOfLink = ''] = /\/cases\/[0-9a-f]{8}-[0-9a-f-]{27}/.exec(listed) ?? [];
		made.add(caseOfLink);
		for (const visitor of visitors) await sendForms(visitor);
		expect(new Set(fields.map(({ where }) => where)).size).toBeGreaterThan(5);
	});

	it('runs nowhere, in any of staff’s pages', async () => {
		const seen = new Set<number>();
		await Promise.all(visitors.map((visitor) => lookAtEverything(visitor, seen)));
		expect(ran).toEqual([]);
		expect(broken).toEqual([]);
		// It was there to be run: the search is worth something.
		const shown = new Set(
			fields.filter(({ number }) => seen.has(number)).map(({ where, name }) => `${where} ${name}`)
		);
		for (const field of surelyShown) expect([...shown]).toContain(field);
	});
});

describe('a session that is over', () => {
	it('leaves nothing in the browser when somebody signs out', async () => {
		// Playwright turns the cache for going back off, and then there is nothing to test.
		const own = await openBrowser({
			...launching,
			ignoreDefaultArgs: ['--disable-back-forward-cache']
		});
		const page = await own.newPage();
		await page.goto(`${demo.url}/demo/enter/handlaggare`);
		await page.goto(`${demo.url}/cases`);
		await page.getByRole('rowheader').getByRole('link').first().click();
		await page.getByRole('heading', { level: 1, name: /^Ärende / }).waitFor();
		await page.context().clearCookies();
		await page.goto(`${demo.url}/sign-out`);
		for (let step = 0; step < 2; step += 1) {
			await page.evaluate(() => history.back());
			await page.waitForTimeout(500);
			await page.waitForLoadState('networkidle');
			expect(await page.locator('body').innerText()).not.toMatch(/Ärende \S*\d|Mina ärenden/);
		}
		const left = await page.evaluate(async () => ({
			local: localStorage.length,
			session: Object.keys(sessionStorage).filter((key) => !key.startsWith('sveltekit:')),
			caches: (await caches.keys()).length,
			databases: (await indexedDB.databases()).length
		}));
		expect(left).toEqual({ local: 0, session: [], caches: 0, databases: 0 });
		await own.close();
	});
});
