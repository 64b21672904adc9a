/** Signing in with the municipality's own account, against a real OpenID Connect provider on this computer. */
import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeAccount } from '#lib/access/server/commands/close-account.ts';
import { inviteStaff } from '#lib/access/server/commands/invite-staff.ts';
import { signInEvents, staffAccounts, staffSessions, staffUsers } from '#lib/access/server/auth-tables.ts';
import { acceptInvitation } from '#lib/access/server/sign-in/accept-invitation.ts';
import {
	beginMunicipalSignIn,
	endMunicipalSignIn,
	type MunicipalEnd
} from '#lib/access/server/sign-in/with-municipality.ts';
import { isFresh } from '#lib/access/session-limits.ts';
import { toActor } from '#lib/access/staff-session.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { CookieJar } from '#tests/build/cookie-jar.ts';
import {
	leaveUnsigned,
	readIdToken,
	signIdToken,
	signIdTokenWithSecret,
	type IdToken
} from '#tests/build/id-token.ts';
import {
	startIdentityProvider,
	twoFactorLevel,
	type IdentityProvider,
	type ProviderPerson
} from '#tests/build/identity-provider.ts';
import {
	addPerson,
	findSession,
	hour,
	openDoor,
	signIn,
	visitor,
	type Door,
	type TestClock
} from '#tests/build/staff-account.ts';
import { describeOnEachDatabase } from '../databases.ts';

const publicUrl = 'https://genklang.exempelby.example';
const callback = `${publicUrl}/sign-in/oidc/callback/municipality`;
let provider: IdentityProvider;
beforeAll(async () => {
	provider = await startIdentityProvider(callback);
});
afterAll(() => provider.close());

/** The provider has a clock of its own, so here the program's must be the same. */
const realClock = (): TestClock => {
	let moved = 0;
	return { now: () => new Date(Date.now() + moved), pass: (milliseconds) => (moved += milliseconds) };
};

describeOnEachDatabase('the municipality’s sign-in', (open) => {
	let door: Door;
	let email: string;
	beforeEach(async () => {
		door = await openWith({ acr: [twoFactorLevel], amr: [] });
		email = `karin.${randomUUID().slice(0, 8)}@exempelby.example`;
	});
	const openWith = async (required: { acr: string[]; amr: string[] }): Promise<Door> => {
		const { issuer, clientId, clientSecret } = provider;
		const municipality = { issuer, clientId, clientSecret, name: 'Exempelby kommun', required };
		return openDoor(await open(), { publicUrl, municipality }, realClock());
	};
	const person = (changes: Partial<ProviderPerson> = {}): ProviderPerson => ({
		sub: randomUUID(),
		email,
		email_verified: true,
		name: 'Karin (påhittad)',
		acr: twoFactorLevel,
		...changes
	});
	const invite = (address = email) =>
		run(door.system, inviteStaff, {
			email: address,
			name: 'Karin (påhittad)',
			assignment: {
				role: 'caseworker',
				unitId: null,
				providerId: null,
				validFrom: '2026-01-01' as LocalDate,
				validTo: null
			}
		});

	/** The way through the browser: to the provider, whose person answers, and back. */
	async function goThrough(
		who: ProviderPerson | null,
		{ isAgain = false, next = '/cases', tamper = (answer: Answer) => answer } = {}
	): Promise<MunicipalEnd> {
		provider.person = who;
		const begun = await beginMunicipalSignIn(door.signIn, next, isAgain, visitor().address);
		if (!begun.ok) throw new Error(begun.problem.kind);
		const own = new CookieJar();
		own.take(begun.value.setCookies);
		const { query, cookie } = tamper({ query: await followProvider(begun.value.url), cookie: own.header() });
		return endMunicipalSignIn(door.signIn, query, cookie, visitor());
	}

	it('lets in somebody who is invited, wholly, and asks for no second factor of its own', async () => {
		await invite();
		const { token, location } = await goThrough(person());
		const session = (await findSession(door, token!))!;
		expect(session).toMatchObject({ email, secondFactor: 'municipality', hasPassword: false });
		expect(toActor(session)).toMatchObject({ kind: 'staff', roles: ['caseworker'] });
		expect(isFresh(session.signedInAt, door.clock.now())).toBe(true);
		expect(location).toBe('/cases');
	});

	it('asks for code, PKCE, nonce, state, the level, and when the person was last asked', async () => {
		await invite();
		await goThrough(person());
		const asked = Object.fromEntries(provider.lastRequest ?? []);
		expect(asked).toMatchObject({
			response_type: 'code',
			code_challenge_method: 'S256',
			scope: 'openid email profile',
			acr_values: twoFactorLevel,
			max_age: '36000',
			redirect_uri: callback
		});
		for (const name of ['state', 'nonce', 'code_challenge'])
			expect(asked[name]?.length).toBeGreaterThanOrEqual(32);
		expect(asked['prompt']).toBeUndefined();
		await goThrough(person(), { isAgain: true });
		expect(provider.lastRequest?.get('prompt')).toBe('login');
	});

	it('stores nothing of what the provider hands out', async () => {
		await invite();
		const who = person();
		await goThrough(who);
		const [account] = await door.signIn.database.orm
			.select()
			.from(staffAccounts)
			.where(eq(staffAccounts.accountId, who.sub));
		expect(account).toMatchObject({
			providerId: 'municipality',
			accessToken: null,
			refreshToken: null,
			idToken: null,
			scope: null,
			password: null
		});
	});

	it('knows the person again by the provider’s own id, also under another address', async () => {
		await invite();
		const who = person();
		const first = await goThrough(who);
		const again = await goThrough({ ...who, email: `ny.${email}`, email_verified: false });
		const sessions = [await findSession(door, first.token!), await findSession(door, again.token!)];
		expect(sessions[1]?.staffId).toBe(sessions[0]?.staffId);
	});

	it('uses up the invitation: its link gives nobody else a password', async () => {
		const { token } = await invite();
		await goThrough(person());
		expect(await acceptInvitation(door.signIn, token!, 'tre gula cyklar i regn', null)).toMatchObject({
			ok: false
		});
	});

	it('ends the session the browser had', async () => {
		const karin = await addPerson(door, 'Karin');
		email = karin.email;
		const before = await signIn(door, karin);
		provider.person = person();
		const begun = await beginMunicipalSignIn(door.signIn, '/', false, visitor().address);
		const own = new CookieJar();
		own.take(begun.ok ? begun.value.setCookies : []);
		const query = await followProvider(begun.ok ? begun.value.url : '');
		await endMunicipalSignIn(door.signIn, query, own.header(), visitor({ currentToken: before }));
		expect(await findSession(door, before)).toBeNull();
	});

	it('leads nowhere but to a path of our own afterwards', async () => {
		await invite();
		for (const next of ['https://evil.example', '//evil.example', '/sign-out']) {
			expect((await goThrough(person(), { next })).location).toBe('/');
		}
	});

	describe('refuses', () => {
		async function expectRefused(ended: MunicipalEnd): Promise<void> {
			expect(ended).toMatchObject({ token: null, location: '/sign-in?refused=municipality' });
			const { orm } = door.signIn.database;
			const sessions = await orm
				.select()
				.from(staffSessions)
				.innerJoin(staffUsers, eq(staffUsers.id, staffSessions.userId))
				.where(eq(staffUsers.email, email));
			expect(sessions).toEqual([]);
		}

		it('somebody who is not invited, and makes no account', async () => {
			await expectRefused(await goThrough(person()));
			const users = await door.signIn.database.orm
				.select()
				.from(staffUsers)
				.where(eq(staffUsers.email, email));
			expect(users).toEqual([]);
		});

		it('an address that the provider has not checked', async () => {
			await invite();
			await expectRefused(await goThrough(person({ email_verified: false })));
		});

		it('a level that is too low, or none', async () => {
			await invite();
			await expectRefused(await goThrough(person({ acr: 'password' })));
			const { acr: _, ...without } = person();
			await expectRefused(await goThrough(without));
		});

		it('methods that are not two factors, where methods are asked for', async () => {
			door = await openWith({ acr: [], amr: ['pwd', 'otp'] });
			await invite();
			await expectRefused(await goThrough(person({ amr: ['pwd'] })));
			expect((await goThrough(person({ amr: ['pwd', 'otp'] }))).token).not.toBeNull();
		});

		it('a closed account', async () => {
			const { staffId } = await invite();
			const who = person();
			const { token } = await goThrough(who);
			await run(door.system, closeAccount, { staffId });
			expect(await findSession(door, token!)).toBeNull();
			await expectRefused(await goThrough(who));
		});

		it('somebody who changed their mind at the provider', async () => {
			await invite();
			await expectRefused(await goThrough(null));
		});

		it.each([
			['without the cookie of the browser that began', (answer: Answer) => ({ ...answer, cookie: '' })],
			[
				'with another state',
				(answer: Answer) => ({ ...answer, query: change(answer.query, 'state', 'x'.repeat(32)) })
			],
			[
				'with another code',
				(answer: Answer) => ({ ...answer, query: change(answer.query, 'code', 'x'.repeat(43)) })
			],
			[
				'from another provider',
				(answer: Answer) => ({ ...answer, query: change(answer.query, 'iss', 'https://evil.example') })
			],
			['with nothing in it', (answer: Answer) => ({ ...answer, query: '' })]
		])('an answer %s', async (_what, tamper) => {
			await invite();
			await expectRefused(await goThrough(person(), { tamper }));
		});

		/** The way through, with another ID token than the provider's. */
		async function goThroughWith(forge: (token: IdToken) => string): Promise<MunicipalEnd> {
			provider.forge = (token) => forge(readIdToken(token));
			try {
				return await goThrough(person());
			} finally {
				provider.forge = null;
			}
		}
		const publicKey = (): string =>
			createPublicKey(provider.signingKey).export({ type: 'spki', format: 'pem' }).toString();
		const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

		it('nothing in an ID token that has only been signed anew', async () => {
			await invite();
			const { token } = await goThroughWith((given) => signIdToken(given, provider.signingKey));
			expect(token).not.toBeNull();
		});

		it.each<[string, (token: IdToken) => string]>([
			['signed with another key', (token) => signIdToken(token, stranger)],
			['that is not signed and says so (alg none)', leaveUnsigned],
			[
				'signed with the client’s secret (HS256)',
				(token) => signIdTokenWithSecret(token, provider.clientSecret)
			],
			['signed with the public key as a secret (HS256)', (token) => signIdTokenWithSecret(token, publicKey())]
		])('an ID token %s', async (_what, forge) => {
			await invite();
			await expectRefused(await goThroughWith(forge));
		});

		it.each<[string, Record<string, unknown>]>([
			['another issuer', { iss: 'https://evil.example' }],
			['another audience', { aud: 'another-program' }],
			['another nonce', { nonce: 'x'.repeat(32) }],
			['no nonce', { nonce: undefined }],
			['an end that has passed', { exp: 1_700_000_000 }]
		])('a rightly signed ID token with %s', async (_what, changed) => {
			await invite();
			const forge = ({ header, claims }: IdToken): string =>
				signIdToken({ header, claims: { ...claims, ...changed } }, provider.signingKey);
			await expectRefused(await goThroughWith(forge));
		});

		it('the same answer twice', async () => {
			await invite();
			let kept: Answer | undefined;
			await goThrough(person(), { tamper: (answer) => (kept = answer) });
			const again = await endMunicipalSignIn(door.signIn, kept!.query, kept!.cookie, visitor());
			expect(again.token).toBeNull();
		});

		it('and writes down that it did', async () => {
			await goThrough(person());
			const lines = await door.signIn.database.orm
				.select()
				.from(signInEvents)
				.where(and(eq(signInEvents.kind, 'municipality-refused')));
			expect(lines.length).toBeGreaterThan(0);
		});
	});

	it('says so when the provider cannot be reached', async () => {
		const municipality = {
			issuer: 'http://127.0.0.1:9',
			clientId: 'genklang',
			clientSecret: 'x',
			name: '',
			required: { acr: [twoFactorLevel], amr: [] }
		};
		const lost = openDoor(door.board, { publicUrl, municipality });
		expect(await beginMunicipalSignIn(lost.signIn, '/', false, visitor().address)).toMatchObject({
			ok: false
		});
	});

	it('ends like every other session', async () => {
		await invite();
		const { token } = await goThrough(person());
		door.clock.pass(hour);
		expect(await findSession(door, token!)).toBeNull();
	});
});

interface Answer {
	readonly query: string;
	readonly cookie: string;
}

const change = (query: string, name: string, value: string): string => {
	const params = new URLSearchParams(query);
	params.set(name, value);
	return `?${params}`;
};

/** Follows the provider's own redirects with its own cookies, until it sends the person back. */
async function followProvider(start: string): Promise<string> {
	const jar = new CookieJar();
	let url = start;
	for (let hop = 0; hop < 12; hop += 1) {
		const response = await fetch(url, { redirect: 'manual', headers: { cookie: jar.header() } });
		jar.take(response.headers.getSetCookie());
		const location = response.headers.get('location');
		if (!location) throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
		url = new URL(location, url).href;
		if (url.startsWith(callback)) return new URL(url).search;
	}
	throw new Error('the provider never sent the person back');
}
