/** Whatever is written in a text field is shown as text in every staff view: nothing runs and nothing is fetched. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { base, enterAs, type StaffRole } from './staff-door.ts';

/** Each tries another way out of text, attribute, script and style; all call the same canary. */
const polyglots = [
	'"><img src=x onerror=alert(7)>',
	'</title><svg/onload=alert(7)>',
	`'-alert(7)-'{{7*7}}`,
	'</script><script>alert(7)</script>'
];

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

it.each(polyglots)('runs nowhere: %s', async (polyglot) => {
	const ran: string[] = [];
	const seen: string[] = [];
	const open = async (role: StaffRole) => {
		const { page, context } = await enterAs(browser, role);
		page.on('dialog', (dialog) => {
			ran.push(dialog.message());
			void dialog.dismiss();
		});
		page.on('request', (request) => {
			if (new URL(request.url()).origin !== new URL(base).origin) ran.push(request.url());
		});
		const visit = async (path: string): Promise<void> => {
			await page.goto(path.startsWith('http') ? path : `${base}${path}`, { waitUntil: 'networkidle' });
			if ((await page.locator('body').innerText()).includes(polyglot)) seen.push(path.replace(base, ''));
		};
		return { page, context, visit };
	};
	const number = `${Date.now()}`.slice(-7);

	const admin = await open('administrator');
	await admin.page.goto(`${base}/providers`);
	await admin.page.getByRole('textbox').first().fill(`${polyglot} ${number}`);
	await admin.page.locator('main form button').first().click();
	await admin.page.waitForLoadState('networkidle');
	for (const path of ['/providers', '/surveys', '/surveys/new', '/targets/decide', '/instruments']) {
		await admin.visit(path);
	}
	await admin.context.close();

	const worker = await open('handlaggare');
	await worker.page.goto(`${base}/cases/new`);
	await worker.page.locator('[name=caseNumber]').fill(`${number}${polyglot}`.slice(0, 40));
	await worker.page.locator('[name=concern]').fill(polyglot);
	await worker.page.locator('[name=clientNumber]').fill(`K${number}${polyglot}`.slice(0, 40));
	await worker.page.locator('[name=sex][value=unknown]').check({ force: true });
	await worker.page.locator('main form button').first().click();
	await worker.page.waitForURL(/\/interventions\/new/);
	const caseAddress = /^.*\/cases\/[0-9a-f-]{36}/.exec(worker.page.url())?.[0] ?? '';
	for (const path of [
		'/cases',
		`/cases?q=${encodeURIComponent(number)}`,
		`/cases?q=${encodeURIComponent(polyglot)}`
	]) {
		await worker.visit(path);
	}
	for (const page of ['', '/send', '/paper', '/interventions/new'])
		await worker.visit(`${caseAddress}${page}`);
	await worker.context.close();

	expect(ran).toEqual([]);
	// It was there to be run: in the list of cases, on the case, and in the search.
	expect(seen.length).toBeGreaterThan(3);
});
