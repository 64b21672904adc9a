/** An interview as staff lead it: by keyboard alone, by touch, without JavaScript, without a network, and by two at once. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { enterAs, newNumber, openCase, type StaffDoor } from './staff-door.ts';

let browser: Browser;
let door: StaffDoor;
let page: Page;
let caseAddress: string;
beforeAll(async () => {
	browser = await openBrowser();
	door = await enterAs(browser, 'handlaggare');
	page = door.page;
	caseAddress = await openCase(page, { caseNumber: newNumber('INT') });
});
afterAll(() => browser.close());

const question = (of: Page, number: number) =>
	of
		.getByText(new RegExp(`^Fråga ${number} av`))
		.first()
		.waitFor();
const saved = (of: Page) => of.getByText('Sparat', { exact: true }).waitFor();

/** Begins an AUDIT and gives the interview's address. */
async function begin(of: Page, instrument = 'audit'): Promise<string> {
	await of.goto(`${caseAddress}/interviews/new?instrument=${instrument}`);
	// Where only clients are asked there is nothing to choose.
	const client = of.getByLabel('Klienten', { exact: true });
	if ((await client.count()) > 0) await client.check();
	await of.getByRole('button', { name: 'Börja intervjun' }).click();
	await question(of, 1);
	return of.url();
}

describe('by keyboard alone', () => {
	beforeEach(async () => {
		await begin(page);
		await saved(page);
	});

	it('asks AUDIT in eleven keys, from the first question to the response', async () => {
		const keys = ['2', '1', '3', '1', '0', '1', '2', '0', '2', '4', 'Enter'];
		expect(keys.length).toBeLessThanOrEqual(12);
		for (const key of keys) await page.keyboard.press(key);
		await page.waitForURL(/\/responses\/.+\/result/);
		await page.getByRole('heading', { name: 'AUDIT: resultat' }).waitFor();
		expect(await page.locator('main').innerText()).toMatch(/16/);
		await page.getByRole('link', { name: 'Läs svaren' }).click();
		await page.getByText('Intervju', { exact: true }).first().waitFor();
	});

	it('says why there is no answer, notes, goes back, jumps, and leaves the form’s own zeros to it', async () => {
		await page.keyboard.press('v');
		await question(page, 2);
		await page.keyboard.press('b');
		await page.getByText('Utan svar: Vet ej').waitFor();
		await page.keyboard.press('a');
		await page.keyboard.type('funderade v och s (påhittat)');
		await page.keyboard.press('Escape');
		// The arrows choose and never move on.
		await page.keyboard.press('Enter');
		await question(page, 2);
		await page.keyboard.press('ArrowDown');
		await page.waitForTimeout(100);
		await question(page, 2);
		expect(await page.locator('form#step input:checked').count()).toBe(1);
		await page.keyboard.press('g');
		await page.keyboard.type('1');
		await page.keyboard.press('Enter');
		await question(page, 1);
		expect(await page.getByLabel('Anteckning till frågan').inputValue()).toContain('funderade v och s');
		// AUDIT 1 = 0: the form skips 2–8 by itself.
		await page.keyboard.press('0');
		await page.getByRole('heading', { name: /skadad/ }).waitFor();
		await page.keyboard.press('0');
		await page.keyboard.press('s');
		await page.getByText('Alla frågor har ett svar eller en orsak.').waitFor();
		await saved(page);
		expect(await page.locator('main').innerText()).toContain('Vill ej svara');
		await expectAccessible(page);
	});

	it('is read in the easy-to-read track and back at any question, by key or button, and each answer says in which', async () => {
		await begin(page, 'simrishamn-sol');
		await page.getByRole('heading', { name: 'Jag upplever ett gott bemötande' }).waitFor();
		await page.keyboard.press('3');
		await question(page, 2);
		await page.keyboard.press('l');
		await page.getByRole('heading', { name: 'Är du nöjd med hjälpen som du får?' }).waitFor();
		expect(await page.getByRole('button', { name: 'Lättläst svenska' }).getAttribute('aria-pressed')).toBe(
			'true'
		);
		await expectAccessible(page);
		await page.keyboard.press('2');
		await question(page, 3);
		await page.getByRole('heading', { name: 'Är det samma personer som hjälper dig?' }).waitFor();
		await page.getByRole('button', { name: 'Svenska', exact: true }).click();
		await page.getByRole('heading', { name: /god kontinuitet/ }).waitFor();
		await saved(page);
		await page.reload();
		await page.getByRole('heading', { name: /god kontinuitet/ }).waitFor();
		// Before the script has come nobody hears the keys.
		await saved(page);
		for (const key of ['3', '3', '3', 'Enter']) await page.keyboard.press(key);
		await page.waitForURL(/\/responses\/.+\/result/);
		await page.getByRole('link', { name: 'Läs svaren' }).click();
		await page
			.getByText(/Svenska · .*lättläst/i)
			.first()
			.waitFor();
	});

	it('goes on by Enter from an answer that the arrows have chosen, where the languages have buttons too', async () => {
		await begin(page, 'simrishamn-sol');
		await saved(page);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await question(page, 2);
		expect(
			await page.getByRole('button', { name: 'Svenska', exact: true }).getAttribute('aria-pressed')
		).toBe('true');
		await page.keyboard.press('b');
		await question(page, 1);
		expect(await page.locator('form#step input:checked').count()).toBe(1);
	});

	describe('before the browser has drawn the review', () => {
		/** Presses the keys before the page's script hears of any frame, or loses its patience; then it hears of all of them. */
		async function pressBeforeFrames(answer: string, next: string): Promise<void> {
			await page.evaluate(() => {
				const { requestAnimationFrame, setTimeout } = window;
				const held: (() => void)[] = [];
				window.requestAnimationFrame = (work) => held.push(() => work(performance.now()));
				window.setTimeout = ((work: () => void, ms = 0) =>
					ms === 250 ? held.push(work) : setTimeout(work, ms)) as typeof window.setTimeout;
				Object.assign(window, {
					letGo() {
						Object.assign(window, { requestAnimationFrame, setTimeout });
						for (const work of held) work();
					}
				});
			});
			await page.keyboard.press(answer);
			// Otherwise this is about something else.
			const held = await page.evaluate(() => document.activeElement?.tagName);
			expect(['INPUT', 'BODY'], 'the focus must not have come').toContain(held);
			await page.keyboard.press(next);
			await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
		}

		it('takes Enter for the button that is on its way to the focus', async () => {
			for (const key of ['2', '1', '3', '1', '0', '1', '2', '0', '2']) await page.keyboard.press(key);
			await question(page, 10);
			await pressBeforeFrames('4', 'Enter');
			await page.waitForURL(/\/responses\/.+\/result/);
		});

		it('sends nothing by Enter where something has no answer: the focus is on its way to the heading', async () => {
			await page.keyboard.press('g');
			await page.keyboard.type('10');
			await page.keyboard.press('Enter');
			await question(page, 10);
			await pressBeforeFrames('4', 'Enter');
			await page.getByText('frågor saknar svar och orsak').waitFor();
			expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
			await page.waitForTimeout(500);
			expect(new URL(page.url()).pathname).toContain('/interviews/');
		});
	});

	it('leaves the note open under whoever writes it when an answer is saved meanwhile', async () => {
		let arrive = (): void => {};
		const onItsWay = new Promise<void>((resolve) => (arrive = resolve));
		await page.route(/\?\/save$/, async (route) => {
			await onItsWay;
			await route.continue();
		});
		await page.keyboard.press('v');
		await question(page, 2);
		await page.keyboard.press('a');
		await page.keyboard.type('före, ');
		await page.getByText('Sparar …', { exact: true }).waitFor();
		expect(await page.getByText('Sparat', { exact: true }).isVisible()).toBe(false);
		arrive();
		await saved(page);
		expect(await page.getByText('Sparar …', { exact: true }).count()).toBe(0);
		await page.keyboard.type('sedan p, s och v');
		expect(await page.getByLabel('Anteckning till frågan').inputValue()).toBe('före, sedan p, s och v');
		await page.unroute(/\?\/save$/);
	});

	it('lists the key for the language only where there is another', async () => {
		const listed = () => page.locator('section[aria-labelledby=keys] > ul > li').allInnerTexts();
		expect((await listed()).join()).toContain('Vet ej');
		expect((await listed()).join()).not.toContain('Språk');
		await begin(page, 'simrishamn-sol');
		expect((await listed()).join()).toContain('Språk eller lättläst');
	});

	it('has one question to reach, whatever is made ready beside it', async () => {
		await page.keyboard.press('2');
		await question(page, 2);
		await page.locator('form#step .coming').waitFor({ state: 'attached' });
		expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
		const first = await page.locator('form#step .asked input').first().getAttribute('name');
		expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe(first);
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.closest('.left, .coming') !== null)).toBe(false);
		await expectAccessible(page);
	});

	it('sends at once what has not been sent when the page is left', async () => {
		const arrived = page.waitForResponse(/\?\/save$/);
		const sent = await page.evaluate(() => {
			const counts: number[] = [];
			let calls = 0;
			const { fetch } = window;
			window.fetch = (...given) => {
				calls += 1;
				return fetch(...given);
			};
			document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '2', bubbles: true }));
			counts.push(calls);
			dispatchEvent(new Event('pagehide'));
			counts.push(calls);
			return counts;
		});
		expect(sent).toEqual([0, 1]);
		await arrived;
		await page.reload({ waitUntil: 'load' });
		await question(page, 2);
	});

	it('does nothing by single keys when they are switched off, and other keys when they are changed', async () => {
		const address = page.url();
		await page.getByText('Ändra tangenter').click();
		await page.getByLabel('Använd tangenter').uncheck();
		await page.getByRole('button', { name: 'Spara tangenterna' }).click();
		await page.getByText('Tangenterna är sparade på den här datorn.').waitFor();
		await page.goto(address, { waitUntil: 'load' });
		await saved(page);
		for (const key of ['2', 'v', 'b']) await page.keyboard.press(key);
		await page.waitForTimeout(700);
		await question(page, 1);
		expect(await page.locator('form#step input:checked').count()).toBe(0);

		await page.getByText('Ändra tangenter').click();
		await page.getByLabel('Använd tangenter').check();
		await page.locator('#key-dont-know').fill('j');
		await page.getByRole('button', { name: 'Spara tangenterna' }).click();
		await page.getByText('Tecknet används redan. Välj ett annat.').waitFor();
		await page.locator('#key-dont-know').fill('x');
		await page.getByLabel('Använd tangenter').check();
		await page.getByRole('button', { name: 'Spara tangenterna' }).click();
		await page.getByText('Tangenterna är sparade på den här datorn.').waitFor();
		await saved(page);
		await page.keyboard.press('x');
		await question(page, 2);
		await page.getByText('Ändra tangenter').click();
		await page.getByRole('button', { name: 'Återställ' }).click();
		await page.getByText('Tangenterna är sparade på den här datorn.').waitFor();
	});
});

describe.each([
	['a telephone', phone],
	['a tablet', { width: 1024, height: 768 }]
])('by touch on %s', (_what, viewport) => {
	it('takes a touch on the answer as the answer, with room for the finger', async () => {
		const touch = await enterAs(browser, 'handlaggare', { viewport, hasTouch: true });
		const card = (text: string) => touch.page.locator('form#step label').filter({ hasText: text }).first();
		await begin(touch.page);
		await saved(touch.page);
		await expectNoSidewaysScroll(touch.page);
		await expectAccessible(touch.page);
		await card('Aldrig').tap();
		await touch.page.getByRole('heading', { name: /skadad/ }).waitFor();
		await card('Nej').tap();
		await touch.page.getByRole('button', { name: /^Vet ej/ }).tap();
		await touch.page.getByText('Alla frågor har ett svar eller en orsak.').waitFor();
		await touch.page.getByRole('button', { name: 'Skicka in' }).tap();
		await touch.page.waitForURL(/\/responses\//);
		await touch.context.close();
	});
});

describe('without JavaScript', () => {
	it('goes on by Enter in an answer, where the languages have buttons too', async () => {
		const plain = await enterAs(browser, 'handlaggare', { javaScriptEnabled: false });
		await begin(plain.page, 'simrishamn-sol');
		await plain.page.getByLabel('stämmer oftast').check();
		await plain.page.keyboard.press('Enter');
		await question(plain.page, 2);
		expect(
			await plain.page.getByRole('button', { name: 'Svenska', exact: true }).getAttribute('aria-pressed')
		).toBe('true');
		await plain.context.close();
	});

	it('changes text track by an ordinary button, and keeps what has been chosen', async () => {
		const plain = await enterAs(browser, 'handlaggare', { javaScriptEnabled: false });
		await begin(plain.page, 'simrishamn-sol');
		await plain.page.getByLabel('stämmer oftast').check();
		await plain.page.getByRole('button', { name: 'Lättläst svenska' }).click();
		await plain.page.getByRole('heading', { name: 'Behandlar personalen dig bra?' }).waitFor();
		expect(await plain.page.getByLabel('Ja, ofta').isChecked()).toBe(true);
		await plain.context.close();
	});

	it('is ordinary pages, from the start to the response', async () => {
		const options: BrowserContextOptions = { javaScriptEnabled: false };
		const plain = await enterAs(browser, 'handlaggare', options);
		const address = await begin(plain.page);
		const next = () => plain.page.locator('.go button').click();
		await plain.page.getByLabel('Aldrig').check();
		await plain.page.locator('details[data-note] summary').click();
		await plain.page.getByLabel('Anteckning till frågan').fill('påhittad');
		await next();
		await plain.page.getByRole('heading', { name: /skadad/ }).waitFor();
		expect(plain.page.url()).toBe(address);
		await next();
		await plain.page.getByRole('button', { name: /^Vill ej svara/ }).click();
		await plain.page.getByText('En fråga saknar svar och orsak.').waitFor();
		await plain.page.getByRole('link', { name: /Ändra/ }).nth(1).click();
		await plain.page.getByRole('radio', { name: 'Nej' }).check();
		await next();
		await plain.page.getByText('Alla frågor har ett svar eller en orsak.').waitFor();
		await plain.page.getByRole('button', { name: 'Skicka in' }).click();
		await plain.page.waitForURL(/\/responses\/.+\/result/);
		await plain.page.getByRole('link', { name: 'Läs svaren' }).click();
		await plain.page.getByText('påhittad', { exact: true }).waitFor();
		await plain.context.close();
	});
});

describe('when something comes between', () => {
	it('goes on without a network, says so, and saves when it is back; nothing lies in the browser', async () => {
		const address = await begin(page);
		await saved(page);
		await door.context.setOffline(true);
		for (const key of ['2', '1', '3']) await page.keyboard.press(key);
		await question(page, 4);
		await page.getByText('Ingen kontakt med servern').waitFor();
		const kept = await page.evaluate(async () => [
			Object.entries(localStorage).length,
			JSON.stringify(Object.entries(sessionStorage)).includes('audit'),
			(await indexedDB.databases()).length
		]);
		expect(kept).toEqual([0, false, 0]);
		await door.context.setOffline(false);
		await saved(page);

		// Another machine: the same question, with everything that was answered.
		const other = await enterAs(browser, 'handlaggare');
		await other.page.goto(address);
		await question(other.page, 4);
		await saved(other.page);
		await other.page.keyboard.press('b');
		await question(other.page, 3);
		expect(await other.page.locator('form#step input:checked').getAttribute('value')).toBe('3');

		// And the first one, who has not seen that, writes nothing over.
		await page.keyboard.press('4');
		await page.getByText('Intervjun har fortsatts någon annanstans').waitFor();
		await page.getByText('4. Dagligen eller nästan varje dag').waitFor();
		await page.getByRole('link', { name: 'Visa intervjun som den är nu' }).click();
		await question(page, 3);
		await saved(page);
		await other.context.close();
	});

	it('waits on Today for whoever paused it', async () => {
		const address = await begin(page);
		await saved(page);
		await page.keyboard.press('2');
		await page.keyboard.press('p');
		await page.getByText('Intervjun är pausad.', { exact: false }).waitFor();
		await page.goto(`${new URL(address).origin}/today`);
		await page.locator(`a[href="${new URL(address).pathname}"]`).click();
		await question(page, 2);
		await page.getByText('Avbryt intervjun').click();
		await page.getByRole('button', { name: 'Avbryt och ta bort svaren' }).click();
		await page.getByText('Intervjun är avbruten. Svaren är borttagna.').waitFor();
	});
});
