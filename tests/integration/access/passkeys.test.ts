/** Passkeys: both factors in one when they have checked the person, and worth nothing otherwise. */
import { beforeEach, describe, expect, it } from 'vitest';
import { closeAccount } from '#lib/access/server/commands/close-account.ts';
import { passkeys } from '#lib/access/server/auth-tables.ts';
import { beginPasskeyEnrolment, enrolPasskey } from '#lib/access/server/sign-in/enrol-passkey.ts';
import { describeAccount, removePasskey } from '#lib/access/server/sign-in/own-account.ts';
import { toRelyingParty } from '#lib/access/server/sign-in/relying-party.ts';
import { beginPasskeySignIn, signInWithPasskey } from '#lib/access/server/sign-in/with-passkey.ts';
import { nextStep, type StaffSession } from '#lib/access/staff-session.ts';
import { run } from '#lib/shared/server/command.ts';
import { Authenticator, type Behaviour } from '#tests/build/authenticator.ts';
import {
	addPerson,
	findSession,
	givePassword,
	minute,
	openDoor,
	sessionOf,
	signIn,
	visitor,
	type Door,
	type Person
} from '#tests/build/staff-account.ts';
import { describeOnEachDatabase } from '../databases.ts';

const here: Behaviour = { origin: 'https://genklang.exempelby.example' };

describeOnEachDatabase('a passkey', (open) => {
	let door: Door;
	let karin: Person;
	let key: Authenticator;
	beforeEach(async () => {
		door = openDoor(await open());
		karin = await addPerson(door, 'Karin', { secondFactor: 'none' });
		key = new Authenticator();
	});
	async function enrol(session: StaffSession, authenticator = key, behaviour = here) {
		const { options, challengeId } = await beginPasskeyEnrolment(door.signIn, session);
		const response = authenticator.make(options, behaviour);
		return enrolPasskey(door.signIn, session, { response, challengeId, name: 'Jobbdatorn', userAgent: null });
	}
	async function use(
		behaviour: Partial<Behaviour> = {},
		half: StaffSession | null = null,
		authenticator = key
	) {
		const { options, challengeId } = await beginPasskeySignIn(door.signIn, half, visitor().address);
		const response = authenticator.use(options, { ...here, ...behaviour });
		return signInWithPasskey(door.signIn, { response, challengeId, half, visitor: visitor() });
	}
	const refused = { ok: false, problem: { kind: 'refused' } };

	it('is enough as the first second factor, with backup codes', async () => {
		const enrolled = await enrol(await givePassword(door, karin));
		if (!enrolled.ok) throw new Error(enrolled.problem);
		expect(enrolled.value.codes).toHaveLength(10);
		expect(await findSession(door, enrolled.value.token)).toMatchObject({
			secondFactor: 'passkey',
			passkeyCount: 1
		});
	});

	it('asks for a key that can be found without a name, behind a check of the person, for our host only', async () => {
		const { options } = await beginPasskeyEnrolment(door.signIn, await givePassword(door, karin));
		expect(options).toMatchObject({
			rp: { id: 'genklang.exempelby.example', name: 'Genklang' },
			authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
			attestation: 'none'
		});
		const asked = await beginPasskeySignIn(door.signIn, null, visitor().address);
		expect(asked.options).toMatchObject({ rpId: 'genklang.exempelby.example', userVerification: 'required' });
		expect(asked.options.allowCredentials ?? []).toEqual([]);
	});

	describe('that has been enrolled', () => {
		beforeEach(async () => {
			await enrol(await givePassword(door, karin));
		});

		it('signs in alone, wholly', async () => {
			const session = await sessionOf(door, await use());
			expect(session).toMatchObject({
				staffId: karin.id,
				secondFactor: 'passkey',
				signedInAt: door.clock.now()
			});
		});

		it('is asked for after the password, and completes the half session', async () => {
			const half = await givePassword(door, karin);
			expect(nextStep(half)).toBe('second-factor');
			const whole = await sessionOf(door, await use({}, half));
			expect(whole.id).not.toBe(half.id);
			expect(await use({}, half)).toMatchObject({ problem: { kind: 'ended' } });
		});

		it('ends the session the browser had', async () => {
			const before = await sessionToken(use());
			const { options, challengeId } = await beginPasskeySignIn(door.signIn, null, visitor().address);
			const from = visitor({ currentToken: before });
			await signInWithPasskey(door.signIn, {
				response: key.use(options, here),
				challengeId,
				half: null,
				visitor: from
			});
			expect(await findSession(door, before)).toBeNull();
		});

		it.each([
			['has not checked the person', { isUserVerified: false }],
			['is used on another site', { origin: 'https://genklang.evil.example' }],
			['signs for another site', { relyingParty: 'evil.example' }]
		])('is refused when it %s', async (_what, behaviour) => {
			expect(await use(behaviour)).toEqual(refused);
		});

		it('is refused when its counter goes backwards, as that of a copy would', async () => {
			expect((await use({ counter: 10 })).ok).toBe(true);
			expect(await use({ counter: 9 })).toEqual(refused);
		});

		it('is refused for somebody else’s half session', async () => {
			const other = await addPerson(door, 'Annan');
			expect(await use({}, await givePassword(door, other))).toEqual(refused);
		});

		it('is refused when the account is closed', async () => {
			await run(door.system, closeAccount, { staffId: karin.id });
			expect(await use()).toEqual(refused);
		});

		it('is refused when it is not known, or the answer is nonsense', async () => {
			expect(await use({}, null, new Authenticator())).toEqual(refused);
			for (const response of [
				{},
				{ id: null },
				{ id: key.id },
				{ id: key.id, rawId: key.id, response: {} }
			]) {
				const { challengeId } = await beginPasskeySignIn(door.signIn, null, visitor().address);
				const answer = { response: response as never, challengeId, half: null, visitor: visitor() };
				expect(await signInWithPasskey(door.signIn, answer)).toEqual(refused);
			}
		});

		it('answers one challenge, once, from the browser that asked, within five minutes', async () => {
			const { options, challengeId } = await beginPasskeySignIn(door.signIn, null, visitor().address);
			const response = key.use(options, here);
			const answer = (id: string | undefined) =>
				signInWithPasskey(door.signIn, { response, challengeId: id, half: null, visitor: visitor() });
			expect(await answer(undefined)).toEqual(refused);
			expect(await answer('x'.repeat(43))).toEqual(refused);
			expect((await answer(challengeId)).ok).toBe(true);
			expect(await answer(challengeId)).toEqual(refused);
			const late = await beginPasskeySignIn(door.signIn, null, visitor().address);
			door.clock.pass(5 * minute);
			const lateAnswer = { response: key.use(late.options, here), challengeId: late.challengeId };
			expect(await signInWithPasskey(door.signIn, { ...lateAnswer, half: null, visitor: visitor() })).toEqual(
				refused
			);
		});

		it('lets one of twenty of the same answer at once through', async () => {
			const { options, challengeId } = await beginPasskeySignIn(door.signIn, null, visitor().address);
			const response = key.use(options, here);
			const outcomes = await Promise.all(
				Array.from({ length: 20 }, () =>
					signInWithPasskey(door.signIn, { response, challengeId, half: null, visitor: visitor() })
				)
			);
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		});
	});

	describe('cannot be added', () => {
		it('with the password only, to an account that has a second factor', async () => {
			const other = await addPerson(door, 'Annan');
			expect(await enrol(await givePassword(door, other))).toEqual({ ok: false, problem: 'not-allowed' });
		});

		it('from a session that somebody left open', async () => {
			const other = await addPerson(door, 'Annan');
			const token = await signIn(door, other);
			door.clock.pass(5 * minute);
			expect(await enrol((await findSession(door, token))!)).toEqual({ ok: false, problem: 'not-allowed' });
		});

		it('without a check of the person, for another site, or with somebody else’s challenge', async () => {
			const half = await givePassword(door, karin);
			expect(await enrol(half, key, { ...here, isUserVerified: false })).toMatchObject({
				problem: 'refused'
			});
			expect(await enrol(half, key, { origin: 'https://evil.example' })).toMatchObject({
				problem: 'refused'
			});
			const other = await givePassword(door, await addPerson(door, 'Annan', { secondFactor: 'none' }));
			const { options, challengeId } = await beginPasskeyEnrolment(door.signIn, other);
			const response = key.make(options, here);
			expect(
				await enrolPasskey(door.signIn, half, { response, challengeId, name: '', userAgent: null })
			).toMatchObject({ problem: 'refused' });
			expect(await door.signIn.database.orm.select().from(passkeys)).not.toContainEqual(
				expect.objectContaining({ userId: karin.id })
			);
		});

		it('when it belongs to somebody already', async () => {
			await enrol(await givePassword(door, karin));
			const other = await givePassword(door, await addPerson(door, 'Annan', { secondFactor: 'none' }));
			await expect(enrol(other)).rejects.toMatchObject({ code: 'already-exists' });
		});
	});

	it('is taken away by its owner, but never the last way in', async () => {
		const first = await enrol(await givePassword(door, karin));
		let session = (await findSession(door, first.ok ? first.value.token : ''))!;
		const [own] = (await describeAccount(door.signIn, session)).passkeys;
		expect(await removePasskey(door.signIn, session, own!.id, null)).toBeNull();
		const second = await enrol(session, new Authenticator());
		session = (await findSession(door, second.ok ? second.value.token : ''))!;
		const token = await removePasskey(door.signIn, session, own!.id, null);
		expect((await findSession(door, token!))?.passkeyCount).toBe(1);
		expect(await findSession(door, second.ok ? second.value.token : '')).toBeNull();
		expect(await use()).toEqual(refused);
	});

	it('is offered where the address is a name, and nowhere else', () => {
		expect(toRelyingParty('https://genklang.kommun.se')).toEqual({
			id: 'genklang.kommun.se',
			origin: 'https://genklang.kommun.se'
		});
		expect(toRelyingParty('http://localhost:3000')?.id).toBe('localhost');
		for (const address of ['http://127.0.0.1:3000', 'http://[::1]:3000', 'https://10.0.0.5']) {
			expect(toRelyingParty(address)).toBeNull();
		}
	});
});

async function sessionToken(outcome: ReturnType<typeof signInWithPasskey>): Promise<string> {
	const ended = await outcome;
	if (!ended.ok) throw new Error(ended.problem.kind);
	return ended.value.token;
}
