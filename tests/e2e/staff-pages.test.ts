/** Every working page: axe, 320 px, one h1, a title, and a way through with the keyboard alone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { base, enterAs, type StaffDoor, type StaffRole } from './staff-door.ts';

let browser: Browser;
let caseAddress: string;
let responseAddress: string;
let planAddress: string;

beforeAll(async () => {
	browser = await openBrowser();
	const { page, context } = await enterAs(browser, 'handlaggare');
	await page.goto(`${base}/cases?q=2026-0103`);
	await page.getByRole('rowheader').getByRole('link').click();
	await page.getByRole('heading', { level: 1, name: 'Ärende 2026-0103' }).waitFor();
	caseAddress = page.url();
	await page.getByRole('link', { name: 'Läs svaret' }).first().click();
	await page.getByRole('heading', { name: 'Frågor och svar' }).waitFor();
	responseAddress = page.url().replace(/#.*/, '');
	await context.close();
	const administrator = await enterAs(browser, 'administrator');
	await administrator.page.goto(`${base}/plans`);
	await administrator.page.getByRole('link', { name: /^AUDIT före/ }).click();
	await administrator.page.getByRole('heading', { name: 'Så ser planen ut' }).waitFor();
	planAddress = administrator.page.url();
	await administrator.context.close();
});
afterAll(() => browser.close());

const pages: readonly [name: string, role: StaffRole, address: () => string][] = [
	['today', 'handlaggare', () => `${base}/today`],
	['starting a plan', 'handlaggare', () => `${caseAddress}/follow`],
	['the plans', 'administrator', () => `${base}/plans`],
	['a plan', 'administrator', () => planAddress],
	['what a plan is about', 'administrator', () => `${planAddress}/about`],
	['an occasion of a plan', 'administrator', () => `${planAddress}/occasion?key=start`],
	['a daily occasion of a plan', 'administrator', () => `${planAddress}/occasion?kind=daily`],
	['choosing how an occasion comes back', 'administrator', () => `${planAddress}/occasion`],
	['a line of a plan', 'administrator', () => `${planAddress}/line`],
	['the list of cases', 'handlaggare', () => `${base}/cases`],
	['a search without hits', 'handlaggare', () => `${base}/cases?q=finns-inte`],
	['a new case', 'handlaggare', () => `${base}/cases/new`],
	['a case', 'handlaggare', () => caseAddress],
	['a new intervention', 'handlaggare', () => `${caseAddress}/interventions/new`],
	['choosing an instrument', 'handlaggare', () => `${caseAddress}/send`],
	['sending a link', 'handlaggare', () => `${caseAddress}/send?instrument=audit`],
	['paper entry', 'handlaggare', () => `${caseAddress}/paper?instrument=audit`],
	['paper entry of a staff form', 'handlaggare', () => `${caseAddress}/paper?instrument=generella-variabler`],
	['a response', 'handlaggare', () => responseAddress],
	['handing answers to the provider', 'handlaggare', () => `${responseAddress}/provider`],
	['beginning an interview', 'handlaggare', () => `${caseAddress}/interviews/new?instrument=simrishamn-sol`],
	['an anonymous follow-up', 'handlaggare', () => `${caseAddress}/anonymous?instrument=simrishamn-sol`],
	['where the client is reached', 'handlaggare', () => `${caseAddress}/contact`],
	['taking cases out', 'handlaggare', () => `${base}/cases/export`],
	['bortfall', 'administrator', () => `${base}/non-response`],
	['routines', 'administrator', () => `${base}/routines`],
	['messages', 'administrator', () => `${base}/messages`],
	['the instruments', 'administrator', () => `${base}/instruments`],
	['an instrument', 'administrator', () => `${base}/instruments/audit`],
	['an instrument with a permit', 'administrator', () => `${base}/instruments/kasam-13`],
	['the surveys', 'administrator', () => `${base}/surveys`],
	['a new survey', 'administrator', () => `${base}/surveys/new`],
	['the providers', 'administrator', () => `${base}/providers`],
	['deciding a target', 'administrator', () => `${base}/targets/decide?year=2013`]
];

describe('every working page', () => {
	/** One window for each role: nothing is left behind by looking. */
	const doors = new Map<StaffRole, Promise<StaffDoor>>();
	const takePage = async (role: StaffRole): Promise<Page> => {
		const door = doors.get(role) ?? enterAs(browser, role);
		doors.set(role, door);
		return (await door).page;
	};

	it.each(pages)('%s is accessible and fits from 320 px to a desktop', async (_name, role, address) => {
		const page = await takePage(role);
		await page.setViewportSize({ ...phone, width: 320 });
		await page.goto(address());
		await page.locator('details').evaluateAll((all) => {
			for (const details of all) details.removeAttribute('name');
			for (const details of all) (details as HTMLDetailsElement).open = true;
		});
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await page.setViewportSize(desktop);
		await expectNoSidewaysScroll(page);
		expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
		expect(await page.title()).toMatch(/.+ – Genklang$/);
	});
});

it('a form that is refused after another was saved is refused on the page: it and the server are of the same version', async () => {
	const { page, context } = await enterAs(browser, 'administrator');
	await page.goto(`${base}/retention/settings`, { waitUntil: 'load' });
	await page.evaluate(() => Object.assign(window, { isSame: true }));
	await page.getByRole('button', { name: 'Spara' }).click();
	await page.getByText('Sparat. Förslaget är genomgånget på nytt.').waitFor();
	await page.getByLabel('Kommunkod').fill('Simrishamn');
	await page.getByRole('button', { name: 'Spara' }).click();
	await page.getByRole('alert').getByText('Skriv kommunkoden med fyra siffror').waitFor({ timeout: 20_000 });
	// A browser that takes itself for older than the server loads the page anew, and what was refused is gone.
	expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
	await context.close();
});

it('a link is made with the keyboard alone, from the list of cases', async () => {
	const { page, context } = await enterAs(browser, 'handlaggare');
	await page.goto(`${base}/cases`);
	await tabTo('link', '2026-0188');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Ärende 2026-0188' }).waitFor();
	await tabTo('link', 'Skicka länk');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Skicka länk' }).waitFor();
	await tabTo('link', 'AUDIT');
	await page.keyboard.press('Enter');
	await page.getByRole('group', { name: 'När är det?' }).waitFor();
	await tabTo('radio', 'Före När insatsen börjar, eller strax innan.');
	await page.keyboard.press('ArrowDown');
	await tabTo('button', 'Skapa länken');
	await page.keyboard.press('Enter');
	await page.getByLabel('Länk till AUDIT').waitFor();
	await context.close();

	/** Presses Tab until the wanted thing has focus; gives up after a page's worth. */
	async function tabTo(role: 'link' | 'button' | 'radio', name: string): Promise<void> {
		const wanted = page.getByRole(role, { name, exact: true }).first();
		await wanted.waitFor();
		for (let pressed = 0; pressed < 60; pressed += 1) {
			if (await wanted.evaluate((element) => element === document.activeElement)) return;
			await page.keyboard.press('Tab');
		}
		throw new Error(`Tab never reached ${role} ${name}`);
	}
});
