/** Guessing is slow from everywhere and by every way in, and nobody can shut anybody else out. */
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeKnownBrowser } from '#lib/access/server/known-browser.ts';
import { signInEvents, signInThrottles } from '#lib/access/server/auth-tables.ts';
import { clientAddress, parseProxies } from '#lib/access/server/client-address.ts';
import { signInWithBackupCode, signInWithCode } from '#lib/access/server/sign-in/with-code.ts';
import { beginPasskeySignIn } from '#lib/access/server/sign-in/with-passkey.ts';
import { signInWithPassword } from '#lib/access/server/sign-in/with-password.ts';
import { makeSignInContext } from '#lib/access/server/sign-in-context.ts';
import { countAttempt } from '#lib/access/server/throttle.ts';
import {
	addPerson,
	codeNow,
	givePassword,
	halfSessions,
	hour,
	minute,
	openDoor,
	second,
	visitor,
	type Door,
	type Person
} from '#tests/build/staff-account.ts';
import { describeOnEachDatabase } from '../databases.ts';

type Outcome = { readonly ok: boolean; readonly problem?: { readonly kind: string } };
const kindOf = (outcome: Outcome): string => (outcome.ok ? 'let in' : (outcome.problem?.kind ?? '?'));

describeOnEachDatabase('the throttle', (open) => {
	let door: Door;
	let karin: Person;
	beforeEach(async () => {
		door = openDoor(await open());
		karin = await addPerson(door, 'Karin');
	});
	const guess = (number: number, from = visitor(), email = karin.email) =>
		signInWithPassword(door.signIn, { email, password: `gissning nummer ${number}`, visitor: from });

	/** Thirty wrong answers in a row; gives how many of them were compared at all. */
	async function thirtyTimes(attempt: (number: number) => Promise<Outcome>): Promise<number> {
		const kinds: string[] = [];
		for (let number = 1; number <= 30; number += 1) kinds.push(kindOf(await attempt(number)));
		expect(kinds).not.toContain('let in');
		return kinds.filter((kind) => kind === 'refused').length;
	}

	describe('stops thirty guesses at one account within ten', () => {
		it('by password, from a new address each time', async () => {
			expect(await thirtyTimes((number) => guess(number))).toBeLessThanOrEqual(10);
		});

		it('by password, for an account that does not exist: the same answers', async () => {
			const compared = await thirtyTimes((number) => guess(number, visitor(), 'ingen@exempelby.example'));
			expect(compared).toBe(5);
		});

		it('by code', async () => {
			const halves = await halfSessions(door, karin, 30);
			const compared = await thirtyTimes((number) =>
				signInWithCode(door.signIn, halves[number - 1]!, String(number).padStart(6, '0'), null)
			);
			expect(compared).toBeLessThanOrEqual(10);
		});

		it('by backup code, counted together with the codes', async () => {
			const halves = await halfSessions(door, karin, 35);
			for (const half of halves.slice(30, 33)) await signInWithCode(door.signIn, half, '000000', null);
			const compared = await thirtyTimes((number) =>
				signInWithBackupCode(
					door.signIn,
					halves[number - 1]!,
					`aaaaa-${String(number).padStart(5, '0')}`,
					null
				)
			);
			expect(compared).toBe(2);
		});

		it('all at once', async () => {
			const outcomes = await Promise.all(Array.from({ length: 30 }, (_, number) => guess(number)));
			expect(outcomes.filter((outcome) => kindOf(outcome) === 'refused')).toHaveLength(5);
		});

		it('also after a restart: the count is in the database', async () => {
			for (let number = 1; number <= 5; number += 1) await guess(number);
			const { signIn, clock } = door;
			const restarted = {
				...makeSignInContext(signIn.database, { ...signIn, secret: '' }, clock.now),
				secrets: signIn.secrets
			};
			const outcome = await signInWithPassword(restarted, {
				email: karin.email,
				password: 'en gissning till',
				visitor: visitor()
			});
			expect(kindOf(outcome)).toBe('throttled');
		});
	});

	it('says how long to wait, and does not make the wait longer for whoever asks again', async () => {
		for (let number = 1; number <= 5; number += 1) await guess(number);
		const waits = [];
		for (let number = 6; number <= 8; number += 1) {
			waits.push(await guess(number));
			door.clock.pass(second);
		}
		expect(waits).toEqual(
			[5, 4, 3].map((waitSeconds) => ({ ok: false, problem: { kind: 'throttled', waitSeconds } }))
		);
	});

	it('lets the right password in within fifteen minutes, whatever strangers have done for a day', async () => {
		for (let number = 1; number <= 24 * 12; number += 1) {
			await guess(number);
			door.clock.pass(5 * minute);
		}
		await guess(1);
		door.clock.pass(15 * minute);
		expect((await givePassword(door, karin)).staffId).toBe(karin.id);
	});

	it('starts over after the right password', async () => {
		for (let round = 0; round < 3; round += 1) {
			for (let number = 1; number <= 4; number += 1) await guess(number);
			await givePassword(door, karin);
		}
		expect(kindOf(await guess(1))).toBe('refused');
	});

	it('leaves other accounts alone', async () => {
		const other = await addPerson(door, 'Annan');
		for (let number = 1; number <= 30; number += 1) await guess(number);
		expect((await givePassword(door, other)).staffId).toBe(other.id);
	});

	it('does not slow a browser that has signed in before, and slows its own guesses', async () => {
		for (let number = 1; number <= 30; number += 1) await guess(number);
		const knownBrowser = writeKnownBrowser(door.signIn.secrets, karin.email, door.signIn.newToken());
		const known = visitor({ knownBrowser });
		expect((await givePassword(door, karin, known)).staffId).toBe(karin.id);
		expect(await thirtyTimes((number) => guess(number, known))).toBe(5);
	});

	it('does not take the mark of a browser that is known for another account, or has been changed', async () => {
		const nonce = door.signIn.newToken();
		const mark = writeKnownBrowser(door.signIn.secrets, 'annan@exempelby.example', nonce);
		const changed = writeKnownBrowser(door.signIn.secrets, karin.email, nonce).replace(
			nonce,
			door.signIn.newToken()
		);
		for (let number = 1; number <= 5; number += 1) await guess(number);
		for (const knownBrowser of [mark, changed, 'junk']) {
			expect(kindOf(await guess(6, visitor({ knownBrowser })))).toBe('throttled');
		}
	});

	it('stops one password against many accounts from one place', async () => {
		const from = visitor();
		const kinds: string[] = [];
		for (let number = 1; number <= 80; number += 1) {
			kinds.push(kindOf(await guess(1, from, `person${number}@exempelby.example`)));
		}
		expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(60);
	});

	it('counts a whole IPv6 subscriber as one place', async () => {
		const kinds: string[] = [];
		for (let number = 1; number <= 80; number += 1) {
			const from = visitor({ address: `2001:db8:1:2:${number.toString(16)}::1` });
			kinds.push(kindOf(await guess(1, from, `person${number}@exempelby.example`)));
		}
		expect(kinds).toContain('throttled');
	});

	it('stops many accounts from many places together', async () => {
		const everyone = [{ kind: 'everyone', id: '' }] as const;
		const allowed: boolean[] = [];
		for (let number = 1; number <= 220; number += 1)
			allowed.push((await countAttempt(door.signIn, everyone)).ok);
		expect(allowed.filter(Boolean)).toHaveLength(200);
		expect(kindOf(await guess(1, visitor(), 'ny@exempelby.example'))).toBe('throttled');
		const knownBrowser = writeKnownBrowser(door.signIn.secrets, karin.email, door.signIn.newToken());
		expect((await givePassword(door, karin, visitor({ knownBrowser }))).staffId).toBe(karin.id);
		door.clock.pass(5 * second);
		expect((await givePassword(door, karin)).staffId).toBe(karin.id);
	});

	it('does not believe what a visitor says about where they come from', async () => {
		const none = parseProxies('')!;
		const addresses = new Set<string>();
		const kinds: string[] = [];
		for (let number = 1; number <= 80; number += 1) {
			const address = clientAddress('203.0.113.7', `198.51.100.${number}`, none);
			addresses.add(address);
			kinds.push(kindOf(await guess(1, visitor({ address }), `person${number}@exempelby.example`)));
		}
		expect([...addresses]).toEqual(['203.0.113.7']);
		expect(kinds).toContain('throttled');
	});

	it('stores nothing about attempts that it refuses, so that they fill no table', async () => {
		const everyone = [{ kind: 'everyone', id: '' }] as const;
		for (let number = 1; number <= 200; number += 1) await countAttempt(door.signIn, everyone);
		const { orm } = door.signIn.database;
		const count = async (): Promise<number[]> => [
			(await orm.select().from(signInThrottles)).length,
			(await orm.select().from(signInEvents)).length
		];
		const before = await count();
		for (let number = 1; number <= 20; number += 1) {
			expect(kindOf(await guess(1, visitor(), `pahitt${number}@exempelby.example`))).toBe('throttled');
		}
		expect(await count()).toEqual(before);
	});

	it('does not shut the way in by passkey because strangers guess passwords', async () => {
		const everyone = [{ kind: 'everyone', id: '' }] as const;
		for (let number = 1; number <= 220; number += 1) await countAttempt(door.signIn, everyone);
		expect((await beginPasskeySignIn(door.signIn, null, visitor().address)).challengeId).toBeTruthy();
	});

	it('writes down whose account was guessed at, and when it began to be slowed down', async () => {
		for (let number = 1; number <= 8; number += 1) await guess(number);
		const lines = await door.signIn.database.orm
			.select()
			.from(signInEvents)
			.where(eq(signInEvents.userId, karin.id));
		const kinds = lines.map(({ kind }) => kind);
		expect(kinds.filter((kind) => kind === 'password-refused')).toHaveLength(5);
		expect(kinds.filter((kind) => kind === 'throttled')).toHaveLength(1);
	});

	it('limits how many passkey challenges one place can ask for', async () => {
		const { address } = visitor();
		const asked = await Promise.allSettled(
			Array.from({ length: 80 }, () => beginPasskeySignIn(door.signIn, null, address))
		);
		expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(60);
	});

	it('slows codes down without shutting out whoever has the right one', async () => {
		const halves = await halfSessions(door, karin, 30);
		for (const half of halves) await signInWithCode(door.signIn, half, '000000', null);
		door.clock.pass(5 * second);
		const half = await givePassword(door, karin);
		expect((await signInWithCode(door.signIn, half, codeNow(door, karin), null)).ok).toBe(true);
	});

	it('keeps no address of anybody, and forgets after a day', async () => {
		const from = visitor();
		await guess(1, from);
		const { orm } = door.signIn.database;
		const rows = JSON.stringify(await orm.select().from(signInThrottles));
		expect(rows).not.toContain(karin.email);
		expect(rows).not.toContain(from.address);
		door.clock.pass(25 * hour);
		await guess(1, visitor(), 'annan@exempelby.example');
		const left = await orm.select().from(signInThrottles);
		expect(
			left.filter(({ updatedAt }) => updatedAt < new Date(door.clock.now().getTime() - 24 * hour))
		).toEqual([]);
	});
});
