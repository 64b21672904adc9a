/** The first step of signing in: what it gives, and what it does not give away. */
import { beforeEach, describe, expect, it } from 'vitest';
import { passwordCost } from '#lib/access/server/password-hash.ts';
import { toActor } from '#lib/access/staff-session.ts';
import { inviteStaff } from '#lib/access/server/commands/invite-staff.ts';
import { closeAccount } from '#lib/access/server/commands/close-account.ts';
import { changePassword } from '#lib/access/server/sign-in/change-password.ts';
import { signInWithPassword } from '#lib/access/server/sign-in/with-password.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import {
	addPerson,
	findSession,
	givePassword,
	openDoor,
	password,
	sessionOf,
	signIn,
	visitor,
	type Door,
	type Person
} from '#tests/build/staff-account.ts';
import { describeOnEachDatabase } from '../databases.ts';

describeOnEachDatabase('the password', (open) => {
	let door: Door;
	let karin: Person;
	beforeEach(async () => {
		door = openDoor(await open());
		karin = await addPerson(door, 'Karin');
	});
	const attempt = (email: string, given: string) =>
		signInWithPassword(door.signIn, { email, password: given, visitor: visitor() });

	it('gives a half session, which makes nobody of anybody', async () => {
		const session = await sessionOf(door, await attempt(karin.email, password));
		expect(session).toMatchObject({ staffId: karin.id, secondFactor: null, signedInAt: null });
		expect(toActor(session)).toEqual({ kind: 'anonymous' });
	});

	it('takes the address in any case and with spaces around it', async () => {
		const outcome = await attempt(`  ${karin.email.toUpperCase()} `, password);
		expect(outcome.ok).toBe(true);
	});

	it('takes the password exactly as it was chosen', async () => {
		for (const other of [password.toUpperCase(), ` ${password}`, `${password} `, password.slice(0, -1)]) {
			expect(await attempt(karin.email, other)).toEqual({ ok: false, problem: { kind: 'refused' } });
		}
	});

	describe('refuses in the same words', () => {
		const refused = { ok: false, problem: { kind: 'refused' } };

		it('a wrong password', async () => {
			expect(await attempt(karin.email, 'fyra röda bilar i sol')).toEqual(refused);
		});

		it('an account that does not exist', async () => {
			expect(await attempt('ingen@exempelby.example', password)).toEqual(refused);
			expect(await attempt('inte en adress', password)).toEqual(refused);
		});

		it('somebody who has been invited and has no password yet', async () => {
			const email = `ny.${karin.email}`;
			await run(door.system, inviteStaff, {
				email,
				name: 'Ny (påhittad)',
				assignment: {
					role: 'caseworker',
					unitId: null,
					providerId: null,
					validFrom: '2026-01-01' as LocalDate,
					validTo: null
				}
			});
			expect(await attempt(email, password)).toEqual(refused);
		});

		it('the right password of a closed account', async () => {
			await run(door.system, closeAccount, { staffId: karin.id });
			expect(await attempt(karin.email, password)).toEqual(refused);
		});
	});

	it('takes about as long for an account that does not exist', async () => {
		door = openDoor(door.board, { passwordCost });
		karin = await addPerson(door, 'Karin');
		// The processor's time, not the clock's: what else the machine does is no part of it.
		const time = async (email: string): Promise<number> => {
			const start = process.cpuUsage();
			await attempt(email, 'fyra röda bilar i sol');
			const { user, system } = process.cpuUsage(start);
			return user + system;
		};
		await time(karin.email);
		const known: number[] = [];
		const unknown: number[] = [];
		for (let round = 0; round < 4; round += 1) {
			known.push(await time(karin.email));
			unknown.push(await time(`ingen${round}@exempelby.example`));
			door.clock.pass(600_000);
		}
		const fastest = (times: number[]): number => Math.min(...times);
		expect(fastest(unknown) / fastest(known)).toBeGreaterThan(0.6);
		expect(fastest(unknown) / fastest(known)).toBeLessThan(1.67);
	});

	it('replaces the session the browser had', async () => {
		const before = await signIn(door, karin);
		await givePassword(door, karin, visitor({ currentToken: before }));
		expect(await findSession(door, before)).toBeNull();
	});

	describe('changing it', () => {
		const next = 'fyra röda bilar i sol';

		it('ends every session but a new one for whoever changed it, which is no fresher than before', async () => {
			const elsewhere = await signIn(door, karin);
			const here = await signIn(door, karin);
			const session = await findSession(door, here);
			const changed = await changePassword(door.signIn, session!, {
				current: password,
				next,
				userAgent: null
			});
			expect(changed.ok).toBe(true);
			expect(await findSession(door, elsewhere)).toBeNull();
			expect(await findSession(door, here)).toBeNull();
			const now = changed.ok ? await findSession(door, changed.value.token) : null;
			expect(now).toMatchObject({ secondFactor: 'totp', signedInAt: session!.signedInAt });
			expect((await attempt(karin.email, password)).ok).toBe(false);
			expect((await attempt(karin.email, next)).ok).toBe(true);
		});

		it('refuses a wrong old one, a weak new one, the same again, and somebody half signed in', async () => {
			const session = (await findSession(door, await signIn(door, karin)))!;
			const change = (current: string, wanted: string, of = session) =>
				changePassword(door.signIn, of, { current, next: wanted, userAgent: null });
			expect(await change('fel', next)).toMatchObject({ problem: { field: 'current', problem: 'wrong' } });
			expect(await change(password, 'kort')).toMatchObject({
				problem: { field: 'next', problem: 'too-short' }
			});
			expect(await change(password, password)).toMatchObject({ problem: { field: 'next', problem: 'same' } });
			const half = await givePassword(door, karin);
			expect(await change(password, next, half)).toMatchObject({ problem: { field: 'current' } });
			expect((await attempt(karin.email, password)).ok).toBe(true);
		});

		it('lets nobody guess the old one without end', async () => {
			const session = (await findSession(door, await signIn(door, karin)))!;
			const outcomes = [];
			for (let guess = 0; guess < 10; guess += 1) {
				const changed = await changePassword(door.signIn, session, {
					current: `fel ${guess}`,
					next,
					userAgent: null
				});
				outcomes.push(changed.ok ? 'changed' : changed.problem.problem);
			}
			expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(5);
			expect(outcomes.at(-1)).toEqual({ waitSeconds: 5 });
		});
	});
});
