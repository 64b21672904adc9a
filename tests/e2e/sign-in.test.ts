/** Signing in as staff do it: with and without JavaScript, by keyboard, by passkey, and as an attacker would try. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { codeAt, toStep } from '#lib/access/server/totp.ts';
import { demoAccounts, demoPassword } from '#lib/demo/demo-accounts.ts';
import { CookieJar } from '#tests/build/cookie-jar.ts';
import { desktop, expectAccessible, expectNoSidewaysScroll, openBrowser, phone } from './browser.ts';
import { startInstallation, type Installation } from './installation.ts';

const base = inject('baseUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());
const opened: BrowserContext[] = [];
afterEach(async () => {
	for (const context of opened.splice(0)) await context.close();
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({ viewport: desktop, ...options });
	opened.push(context);
	return context.newPage();
}

/** A step that no earlier sign-in of the test run has used; the demo takes the one before and the one after too. */
const usedSteps = new Map<string, number>();
async function nextCode(email: string): Promise<string> {
	const account = demoAccounts.find((candidate) => candidate.email === email);
	const earliest = (usedSteps.get(email) ?? 0) + 1;
	while (toStep(new Date()) + 1 < earliest) await new Promise((resolve) => setTimeout(resolve, 500));
	const step = Math.max(earliest, toStep(new Date()));
	usedSteps.set(email, step);
	return codeAt(Buffer.from(account?.totpSecret ?? ''), step);
}

async function givePassword(page: Page, email: string, password = demoPassword): Promise<void> {
	await page.getByLabel('E-postadress').fill(email);
	await page.getByLabel('Lösenord', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Logga in', exact: true }).click();
}

async function giveCode(page: Page, code: string): Promise<void> {
	await page.getByLabel('Kod', { exact: true }).fill(code);
	await page.getByRole('button', { name: 'Fortsätt' }).click();
}

async function signIn(page: Page, email: string, from = '/sign-in'): Promise<void> {
	await page.goto(`${base}${from}`);
	await givePassword(page, email);
	await page.getByRole('heading', { name: 'Ange koden från appen' }).waitFor();
	await giveCode(page, await nextCode(email));
	await page.getByRole('button', { name: 'Logga ut' }).first().waitFor();
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;

describe('signing in', () => {
	it('leads from a closed page over both factors and back to it, and out again', async () => {
		const page = await open();
		await page.goto(`${base}/cases/new`);
		expect(page.url()).toBe(`${base}/sign-in?next=%2Fcases%2Fnew`);
		await givePassword(page, 'handlaggare@exempelby.example');
		await page.getByRole('heading', { name: 'Ange koden från appen' }).waitFor();
		// Between the factors nothing is open yet.
		const half = await page.context().request.get(`${base}/cases`, { maxRedirects: 0 });
		expect([half.status(), half.headers()['location']]).toEqual([303, '/sign-in?next=%2Fcases']);
		await giveCode(page, await nextCode('handlaggare@exempelby.example'));
		await page.waitForURL(`${base}/cases/new`);
		await page.getByRole('link', { name: 'Hanna Handläggare (påhittad)' }).waitFor();

		const copied = await page.context().cookies();
		await page.getByRole('button', { name: 'Logga ut' }).click();
		await page.getByRole('heading', { name: 'Du är utloggad' }).waitFor();
		const thief = await open();
		await thief.context().addCookies(copied);
		await thief.goto(`${base}/cases`);
		expect(pathOf(thief)).toBe('/sign-in');
	});

	it('works without JavaScript, mistakes included', async () => {
		const page = await open({ javaScriptEnabled: false });
		await page.goto(`${base}/sign-in`);
		await givePassword(page, 'logg@exempelby.example', 'fel lösenord här');
		expect(await page.getByRole('alert').innerText()).toContain('hör inte ihop');
		expect(await page.getByLabel('E-postadress').inputValue()).toBe('logg@exempelby.example');
		expect(await page.getByLabel('Lösenord', { exact: true }).inputValue()).toBe('');
		await givePassword(page, 'logg@exempelby.example');
		await giveCode(page, '000000');
		expect(await page.getByRole('alert').innerText()).toContain('Koden stämmer inte');
		const code = await nextCode('logg@exempelby.example');
		await giveCode(page, code);
		await page.goto(`${base}/account`);
		await page.getByRole('heading', { name: 'Linnea Loggkontrollant (påhittad)' }).waitFor();

		const second = await open({ javaScriptEnabled: false });
		await second.goto(`${base}/sign-in`);
		await givePassword(second, 'logg@exempelby.example');
		await giveCode(second, code);
		expect(await second.getByRole('alert').innerText()).toContain('har redan använts');
	});

	it('works with the keyboard alone', async () => {
		const page = await open();
		await page.goto(`${base}/sign-in`);
		await page.getByLabel('E-postadress').focus();
		await page.keyboard.type('namnd@exempelby.example');
		await page.keyboard.press('Tab');
		await page.keyboard.type(demoPassword);
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'Ange koden från appen' }).waitFor();
		await page.getByLabel('Kod', { exact: true }).focus();
		await page.keyboard.type(await nextCode('namnd@exempelby.example'));
		await page.keyboard.press('Enter');
		await page.waitForURL(`${base}/targets`);
	});

	it('is made for password managers, and for pasting', async () => {
		const page = await open();
		const tokens = (): Promise<(string | null)[]> =>
			page
				.locator('main input:not([type="hidden"])')
				.evaluateAll((inputs) => inputs.map((input) => input.getAttribute('autocomplete')));
		await page.goto(`${base}/sign-in`);
		expect(await tokens()).toEqual(['username', 'current-password']);
		for (const label of ['E-postadress', 'Lösenord']) await expectPasteWorks(page, label);
		await page.getByRole('button', { name: 'Visa' }).click();
		expect(await page.getByLabel('Lösenord', { exact: true }).getAttribute('type')).toBe('text');
		await givePassword(page, 'utforare@exempelby.example');
		await page.getByRole('heading', { name: 'Ange koden från appen' }).waitFor();
		expect(await tokens()).toEqual(['one-time-code']);
		await expectPasteWorks(page, 'Kod');
		await page.goto(`${base}/sign-in/backup-code`);
		expect(await tokens()).toEqual(['off']);
		await expectPasteWorks(page, 'Reservkod');
	});

	it('says the same whether the account exists or not, and how long to wait', async () => {
		const said = async (email: string): Promise<string[]> => {
			const pages = await guessAtOnce(email, 8);
			return pages.map(({ status, html }) => {
				const sentence =
					/(?:För många försök|E-postadressen och lösenordet)[^<]*/.exec(html)?.[0] ?? 'nothing';
				return `${status} ${sentence.replace(/\d+/g, 'n')}`;
			});
		};
		const known = await said('enhetschef@exempelby.example');
		expect([...new Set(known)].sort()).toEqual([
			'401 E-postadressen och lösenordet hör inte ihop. Kontrollera båda och försök igen.',
			'429 För många försök. Vänta n sekunder och försök sedan igen.'
		]);
		expect((await said(`ingen-${Date.now()}@exempelby.example`)).sort()).toEqual(known.sort());
	});

	it('leads nowhere but to our own pages', async () => {
		const page = await open();
		await signIn(page, 'su@exempelby.example', '/sign-in?next=https://evil.example/');
		expect(new URL(page.url()).origin).toBe(base);
	});

	it('is accessible from a phone to a desktop', async () => {
		const page = await open({ viewport: { ...phone, width: 320 } });
		for (const path of ['/sign-in', '/sign-out', '/invitation/0123456789abcdefghjkmnpqrs']) {
			await page.goto(`${base}${path}`);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		}
		await page.goto(`${base}/sign-in`);
		await givePassword(page, 'utforare@exempelby.example', 'fel lösenord här');
		await page.getByRole('alert').waitFor();
		await expectAccessible(page);
		await givePassword(page, 'utforare@exempelby.example');
		await page.getByRole('heading', { name: 'Ange koden från appen' }).waitFor();
		for (const path of ['/sign-in/code', '/sign-in/backup-code']) {
			await page.goto(`${base}${path}`);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		}
	});
});

describe('an attacker', () => {
	it('is not helped by a new X-Forwarded-For each time', async () => {
		const from = Date.now();
		const pages = await guessAtOnce(`offer-${from}@exempelby.example`, 12);
		const compared = pages.filter(({ status }) => status === 401).length;
		// Five are free, and a sixth once the first second of them is forgotten; after the wait of five seconds one more.
		expect(compared).toBeGreaterThanOrEqual(5);
		expect(compared).toBeLessThanOrEqual(6 + Math.floor((Date.now() - from) / 5000));
		expect(pages.filter(({ status }) => status === 429)).toHaveLength(12 - compared);
	});

	it('finds none of Better Auth’s own addresses', async () => {
		for (const path of [
			'/api/auth/sign-in/email',
			'/sign-in/oidc/sign-in/email',
			'/sign-in/oidc/sign-up/email',
			'/sign-in/oidc/get-session',
			'/sign-in/oidc/callback/other'
		]) {
			for (const method of ['GET', 'POST']) {
				const response = await fetch(`${base}${path}`, {
					method,
					headers: { origin: base, 'content-type': 'application/json' },
					...(method === 'POST' ? { body: '{"email":"a@b.se","password":"x","name":"x"}' } : {})
				});
				expect([404, 405], `${method} ${path}`).toContain(response.status);
			}
		}
	});

	it('is led to sign-in by a form that was sent without a session, and nothing is done', async () => {
		const response = await fetch(`${base}/cases/new`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: base, 'content-type': 'application/x-www-form-urlencoded' },
			body: 'caseNumber=X'
		});
		expect([response.status, response.headers.get('location')]).toEqual([
			303,
			'/sign-in?next=%2Fcases%2Fnew'
		]);
	});

	it('gets a cookie with every protection this address allows', async () => {
		const response = await fetch(`${base}/sign-in`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: base, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams({ email: 'system@exempelby.example', password: demoPassword })
		});
		const jar = new CookieJar();
		jar.take(response.headers.getSetCookie());
		expect(response.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]+/, '=…'))).toEqual([
			'genklang-session=…; Path=/; HttpOnly; SameSite=Lax'
		]);
		expect(response.headers.get('location')).toBe('/sign-in/code');
		expect(jar.get('genklang-session')).toMatch(/^[\w-]{43}\.[\w-]{43}$/);
	});
});

describe('an installation of one’s own', () => {
	let place: Installation;
	beforeAll(async () => {
		place = await startInstallation();
	});
	afterAll(() => place.stop());

	it('goes from the command line over invitation, second factor and backup codes to inviting a colleague', async () => {
		const page = await open({ viewport: phone });
		await page.goto(place.invitations.anna);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		expect(await page.getByLabel('E-postadress').inputValue()).toBe('anna@exempelby.example');
		expect(await page.getByLabel('Lösenord', { exact: true }).getAttribute('autocomplete')).toBe(
			'new-password'
		);
		await page.getByLabel('Lösenord', { exact: true }).fill('kort');
		await page.getByRole('button', { name: 'Spara och fortsätt' }).click();
		await page.getByRole('alert').getByText('minst 12 tecken').waitFor();
		await page.getByLabel('Lösenord', { exact: true }).fill('tre gula cyklar i regn');
		await page.getByRole('button', { name: 'Spara och fortsätt' }).click();

		await page.getByRole('heading', { name: 'Välj ditt andra steg' }).waitFor();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		// Nothing else is open before the second factor.
		for (const path of [
			'/staff',
			'/account',
			'/sign-in/password',
			'/account/second-factor',
			'/sign-in/board'
		]) {
			await page.goto(`${place.origin}${path}`);
			expect(['/sign-in', '/sign-in/enrol'], path).toContain(pathOf(page));
		}
		await page.goto(`${place.origin}/sign-in/enrol`);
		const key = (await page.locator('main code').innerText()).replaceAll(' ', '');
		await page.getByLabel('Koden som appen visar').fill(codeAt(fromBase32(key), toStep(new Date())));
		await page.getByRole('button', { name: 'Använd appen' }).click();
		await page.getByRole('heading', { name: /Reservkoder för anna@/ }).waitFor();
		await expectAccessible(page);
		const codes = await page.locator('main code').allInnerTexts();
		expect(new Set(codes).size).toBe(10);
		await page.getByRole('link', { name: 'Jag har sparat koderna' }).click();

		await page.getByRole('heading', { name: 'Personal' }).waitFor();
		await expectAccessible(page);
		await page.getByRole('link', { name: 'Bjud in' }).click();
		await page.getByLabel('Namn').fill('Bo Berg (påhittad)');
		await page.getByLabel('E-postadress').fill('bo@exempelby.example');
		await page.getByLabel('Roll', { exact: true }).selectOption({ label: 'loggkontrollant' });
		await expectAccessible(page);
		await page.getByRole('button', { name: 'Bjud in' }).click();
		await page.getByRole('heading', { name: 'Länk till Bo Berg (påhittad)' }).waitFor();
		const link = await page.getByLabel('Länk').inputValue();
		expect(link).toMatch(new RegExp(`^${place.origin}/invitation/[0-9a-z]{26}$`));

		await page.goto(`${place.origin}/sign-out`);
		await page.getByRole('button', { name: 'Logga ut' }).click();
		await page.goto(`${place.origin}/sign-in`);
		await givePassword(page, 'anna@exempelby.example', 'tre gula cyklar i regn');
		await page.getByRole('link', { name: /Använd en reservkod/ }).click();
		await page.getByLabel('Reservkod').fill((codes[3] ?? '').toUpperCase());
		await page.getByRole('button', { name: 'Fortsätt' }).click();
		await page.getByRole('heading', { name: 'Personal' }).waitFor();
		await page.getByRole('link', { name: 'Bo Berg (påhittad)' }).click();
		await page.getByRole('heading', { name: 'Bo Berg (påhittad)' }).waitFor();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	});

	it('takes a passkey as the only thing needed to sign in', async () => {
		const page = await open();
		await addVirtualAuthenticator(page);
		await page.goto(place.invitations.cilla);
		await page.getByLabel('Lösenord', { exact: true }).fill('fyra röda bilar i sol');
		await page.getByRole('button', { name: 'Spara och fortsätt' }).click();
		await page.getByLabel('Vad ska den heta?').fill('Jobbdatorn');
		await expectAccessible(page);
		await page.getByRole('button', { name: 'Skapa passnyckel' }).click();
		await page.getByRole('heading', { name: /Reservkoder för cilla@/ }).waitFor();
		await page.getByRole('link', { name: 'Jag har sparat koderna' }).click();
		await page.getByRole('button', { name: 'Logga ut' }).click();
		await page.getByRole('heading', { name: 'Du är utloggad' }).waitFor();

		await page.goto(`${place.origin}/sign-in`);
		await page.getByRole('button', { name: 'Logga in med passnyckel' }).click();
		await page.getByRole('button', { name: 'Logga ut' }).waitFor();
		await page.goto(`${place.origin}/account`);
		await page.getByText('Passnyckel: Jobbdatorn').waitFor();
		await expectAccessible(page);

		// After the password it is asked for; the password alone opens nothing, enrolling another included.
		await page.goto(`${place.origin}/sign-out`);
		await page.getByRole('button', { name: 'Logga ut' }).click();
		await page.goto(`${place.origin}/sign-in`);
		await givePassword(page, 'cilla@exempelby.example', 'fyra röda bilar i sol');
		await page.getByRole('heading', { name: 'Använd din passnyckel' }).waitFor();
		await expectAccessible(page);
		await page.goto(`${place.origin}/sign-in/enrol`);
		expect(pathOf(page)).toBe('/sign-in/passkey');
		await page.getByRole('button', { name: 'Logga in med passnyckel' }).click();
		await page.getByRole('button', { name: 'Logga ut' }).waitFor();
	});

	it('changes the password and ends what is open elsewhere', async () => {
		const page = await open();
		await addVirtualAuthenticator(page);
		await page.goto(place.invitations.disa);
		await page.getByLabel('Lösenord', { exact: true }).fill('fyra röda bilar i sol');
		await page.getByRole('button', { name: 'Spara och fortsätt' }).click();
		await page.getByRole('button', { name: 'Skapa passnyckel' }).click();
		await page.getByRole('link', { name: 'Jag har sparat koderna' }).click();
		await page.getByRole('button', { name: 'Logga ut' }).waitFor();
		const elsewhere = await open();
		await elsewhere.context().addCookies(await page.context().cookies());
		await page.goto(`${place.origin}/sign-in/password`);
		await expectAccessible(page);
		await page.getByLabel('Nuvarande lösenord').fill('fyra röda bilar i sol');
		await page.getByLabel('Nytt lösenord').fill('fem blåa båtar på sjön');
		await page.getByRole('button', { name: 'Byt lösenord' }).click();
		await page.getByText('Lösenordet är bytt').waitFor();
		await elsewhere.goto(`${place.origin}/account`);
		expect(pathOf(elsewhere)).toBe('/sign-in');
	});

	it('makes links to its own address, whatever the request says about the host', async () => {
		for (const host of ['evil.example', 'localhost.evil.example']) {
			const response = await fetch(`${place.origin}/sign-in`, { headers: { 'x-forwarded-host': host } });
			expect(await response.text()).not.toContain(host);
		}
	});
});

/** Wrong passwords for one account, all at the same moment, each with an address of its own to show. */
function guessAtOnce(email: string, count: number): Promise<{ status: number; html: string }[]> {
	return Promise.all(
		Array.from({ length: count }, async (_, index) => {
			const response = await fetch(`${base}/sign-in`, {
				method: 'POST',
				headers: {
					origin: base,
					accept: 'text/html',
					'content-type': 'application/x-www-form-urlencoded',
					'x-forwarded-for': `198.51.100.${index + 1}`
				},
				body: new URLSearchParams({ email, password: `gissning nummer ${index}` })
			});
			return { status: response.status, html: await response.text() };
		})
	);
}

/** Paste lands in the field, as it would from a password manager. */
async function expectPasteWorks(page: Page, label: string): Promise<void> {
	const field = page.getByLabel(label, { exact: true });
	const isStopped = await field.evaluate((input) => {
		const event = new ClipboardEvent('paste', {
			cancelable: true,
			bubbles: true,
			clipboardData: new DataTransfer()
		});
		return !input.dispatchEvent(event);
	});
	expect(isStopped, label).toBe(false);
	await field.fill('');
	await field.focus();
	await page.keyboard.insertText('abc 123');
	expect(await field.inputValue()).toBe('abc 123');
	await field.fill('');
}

/** A passkey that says yes to everything, as Chromium's own tests have it. */
async function addVirtualAuthenticator(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('WebAuthn.enable');
	await session.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
}

/** RFC 4648 §6, without padding. */
function fromBase32(text: string): Buffer {
	const bits = [...text].map((letter) =>
		'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')
	);
	return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
