/** The second step: every code once, and no way round it. */
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { renewInvitation } from '#lib/access/server/commands/renew-invitation.ts';
import { resetSignIn } from '#lib/access/server/commands/reset-sign-in.ts';
import { staffSessions, totpSecrets } from '#lib/access/server/auth-tables.ts';
import { acceptInvitation } from '#lib/access/server/sign-in/accept-invitation.ts';
import { enrolTotp, pendingTotp } from '#lib/access/server/sign-in/enrol-totp.ts';
import { makeNewBackupCodes } from '#lib/access/server/sign-in/own-account.ts';
import { claimStep } from '#lib/access/server/sign-in/totp-secret.ts';
import { signInWithBackupCode, signInWithCode } from '#lib/access/server/sign-in/with-code.ts';
import { codeAt, toStep } from '#lib/access/server/totp.ts';
import { nextStep, toActor, type StaffSession } from '#lib/access/staff-session.ts';
import { run } from '#lib/shared/server/command.ts';
import {
	addPerson,
	codeNow,
	findSession,
	givePassword,
	halfSessions,
	minute,
	openDoor,
	second,
	sessionOf,
	signIn,
	type Door,
	type Person
} from '#tests/build/staff-account.ts';
import { describeOnEachDatabase } from '../databases.ts';

/** What the app shows for the secret that the page offers. */
function pendingCode(door: Door, session: StaffSession): string {
	const secret = new URL(pendingTotp(door.signIn, session).uri).searchParams.get('secret') ?? '';
	const bits = [...secret].map((letter) =>
		'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')
	);
	const bytes = bits.join('').match(/.{8}/g) ?? [];
	return codeAt(Buffer.from(bytes.map((byte) => parseInt(byte, 2))), toStep(door.clock.now()));
}

describeOnEachDatabase('the second factor', (open) => {
	let door: Door;
	let karin: Person;
	beforeEach(async () => {
		door = openDoor(await open());
		karin = await addPerson(door, 'Karin');
	});
	const giveCode = (half: StaffSession, code: string) => signInWithCode(door.signIn, half, code, null);

	describe('by app', () => {
		it('makes the session whole, with a new token', async () => {
			const half = await givePassword(door, karin);
			const whole = await sessionOf(door, await giveCode(half, codeNow(door, karin)));
			expect(whole).toMatchObject({ secondFactor: 'totp', signedInAt: door.clock.now() });
			expect(whole.id).not.toBe(half.id);
			expect(toActor(whole)).toMatchObject({ kind: 'staff', roles: ['caseworker'] });
			const left = await door.signIn.database.orm
				.select()
				.from(staffSessions)
				.where(eq(staffSessions.id, half.id));
			expect(left).toEqual([]);
		});

		it('takes the code with the space that some apps show', async () => {
			const code = codeNow(door, karin);
			const outcome = await giveCode(await givePassword(door, karin), `${code.slice(0, 3)} ${code.slice(3)}`);
			expect(outcome.ok).toBe(true);
		});

		it('refuses a code that has been used, in another sign-in too', async () => {
			const code = codeNow(door, karin);
			expect((await giveCode(await givePassword(door, karin), code)).ok).toBe(true);
			expect(await giveCode(await givePassword(door, karin), code)).toMatchObject({
				problem: { kind: 'refused' }
			});
		});

		it('refuses an older code than the last one used', async () => {
			const older = codeNow(door, karin);
			door.clock.pass(30 * second);
			expect((await giveCode(await givePassword(door, karin), codeNow(door, karin))).ok).toBe(true);
			expect((await giveCode(await givePassword(door, karin), older)).ok).toBe(false);
		});

		it('lets one of twenty sign-ins at once through with the same code', async () => {
			const halves = await halfSessions(door, karin, 20);
			const code = codeNow(door, karin);
			const outcomes = await Promise.all(halves.map((half) => giveCode(half, code)));
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
			const whole = await door.signIn.database.orm
				.select()
				.from(staffSessions)
				.where(eq(staffSessions.userId, karin.id));
			expect(whole.filter(({ secondFactor }) => secondFactor !== null)).toHaveLength(1);
		});

		it('uses a time step up once, also where nothing slows the attempts down', async () => {
			const { orm } = door.signIn.database;
			const step = toStep(door.clock.now());
			const claims = await Promise.all(Array.from({ length: 20 }, () => claimStep(orm, karin.id, step)));
			expect(claims.filter(Boolean)).toHaveLength(1);
		});

		it('makes one whole session of a half one, however many answers come at once', async () => {
			const half = await givePassword(door, karin);
			const codes = [-1, 0, 1].map((offset) => codeAt(karin.secret, toStep(door.clock.now()) + offset));
			const outcomes = await Promise.all(codes.map((code) => giveCode(half, code)));
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		});

		it('does not use a code up when there is no half session left to complete', async () => {
			const half = await givePassword(door, karin);
			await door.signIn.database.orm.delete(staffSessions).where(eq(staffSessions.id, half.id));
			const code = codeNow(door, karin);
			expect(await giveCode(half, code)).toMatchObject({ problem: { kind: 'ended' } });
			expect((await giveCode(await givePassword(door, karin), code)).ok).toBe(true);
		});

		it('does not take a secret that has been moved from another account', async () => {
			const attacker = await addPerson(door, 'Anfallare');
			const { orm } = door.signIn.database;
			const [own] = await orm.select().from(totpSecrets).where(eq(totpSecrets.userId, attacker.id));
			await orm.update(totpSecrets).set({ secret: own!.secret }).where(eq(totpSecrets.userId, karin.id));
			const outcome = await giveCode(await givePassword(door, karin), codeNow(door, attacker));
			expect(outcome).toMatchObject({ problem: { kind: 'refused' } });
		});

		it('keeps the secret out of the database', async () => {
			const [row] = await door.signIn.database.orm
				.select()
				.from(totpSecrets)
				.where(eq(totpSecrets.userId, karin.id));
			for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const) {
				expect(row?.secret).not.toContain(karin.secret.toString(form));
			}
		});
	});

	describe('by backup code', () => {
		let codes: readonly string[];
		beforeEach(async () => {
			const session = await findSession(door, await signIn(door, karin));
			codes = (await makeNewBackupCodes(door.signIn, session!, null))!.codes;
		});
		const giveBackupCode = (half: StaffSession, code: string) =>
			signInWithBackupCode(door.signIn, half, code, null);

		it('has ten, all different, each good once', async () => {
			expect(new Set(codes).size).toBe(10);
			for (const code of codes.slice(0, 2)) {
				const whole = await sessionOf(door, await giveBackupCode(await givePassword(door, karin), code));
				expect(whole.secondFactor).toBe('backup-code');
				expect((await giveBackupCode(await givePassword(door, karin), code)).ok).toBe(false);
			}
		});

		it('reads them as people write them', async () => {
			const written = (codes[0] ?? '')
				.replace('-', ' ')
				.toUpperCase()
				.replaceAll('0', 'O')
				.replaceAll('1', 'l');
			expect((await giveBackupCode(await givePassword(door, karin), written)).ok).toBe(true);
		});

		it('lets one of twenty at once through', async () => {
			const halves = await halfSessions(door, karin, 20);
			const outcomes = await Promise.all(halves.map((half) => giveBackupCode(half, codes[0] ?? '')));
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		});

		it('refuses those of somebody else, and the old ones when there are new', async () => {
			const other = await addPerson(door, 'Annan');
			expect((await giveBackupCode(await givePassword(door, other), codes[0] ?? '')).ok).toBe(false);
			const session = await findSession(door, await signIn(door, karin));
			await makeNewBackupCodes(door.signIn, session!, null);
			expect((await giveBackupCode(await givePassword(door, karin), codes[0] ?? '')).ok).toBe(false);
		});
	});

	describe('when there is none yet', () => {
		let nils: Person;
		let half: StaffSession;
		beforeEach(async () => {
			nils = await addPerson(door, 'Nils', { secondFactor: 'none' });
			half = await givePassword(door, nils);
		});

		it('reaches nothing but enrolment', () => {
			expect(nextStep(half)).toBe('enrol');
			expect(toActor(half)).toEqual({ kind: 'anonymous' });
		});

		it('becomes whole by enrolling, with backup codes and every other session ended', async () => {
			const elsewhere = await givePassword(door, nils);
			const enrolled = await enrolTotp(door.signIn, half, pendingCode(door, half), null);
			if (!enrolled.ok) throw new Error(enrolled.problem);
			expect(enrolled.value.codes).toHaveLength(10);
			expect(await findSession(door, enrolled.value.token)).toMatchObject({
				secondFactor: 'totp',
				hasTotp: true
			});
			expect(await giveCode(elsewhere, pendingCode(door, half))).toMatchObject({ ok: false });
		});

		it('uses up the code it was enrolled with', async () => {
			const code = pendingCode(door, half);
			await enrolTotp(door.signIn, half, code, null);
			expect(await giveCode(await givePassword(door, nils), code)).toMatchObject({
				problem: { kind: 'refused' }
			});
		});

		it('refuses a wrong code, and the code of another session', async () => {
			expect(await enrolTotp(door.signIn, half, '000000', null)).toMatchObject({ problem: 'wrong-code' });
			const other = await givePassword(door, nils);
			expect(await enrolTotp(door.signIn, half, pendingCode(door, other), null)).toMatchObject({ ok: false });
		});

		it('lets the first of two enrolments stand: the second would be a way round it', async () => {
			const thief = await givePassword(door, nils);
			const outcomes = await Promise.all(
				[half, thief].map((session) => enrolTotp(door.signIn, session, pendingCode(door, session), null))
			);
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		});
	});

	describe('cannot be got round', () => {
		it('by enrolling a new one with the password only', async () => {
			const half = await givePassword(door, karin);
			expect(nextStep(half)).toBe('second-factor');
			expect(await enrolTotp(door.signIn, half, pendingCode(door, half), null)).toEqual({
				ok: false,
				problem: 'not-allowed'
			});
			expect((await giveCode(await givePassword(door, karin), codeNow(door, karin))).ok).toBe(true);
		});

		it('by a new password: the link leaves the second factor as it is', async () => {
			const { token } = await run(door.system, renewInvitation, { staffId: karin.id });
			const accepted = await acceptInvitation(door.signIn, token, 'fyra röda bilar i sol', null);
			const half = accepted.ok ? await findSession(door, accepted.value.token) : null;
			expect(nextStep(half!)).toBe('second-factor');
			expect(await enrolTotp(door.signIn, half!, pendingCode(door, half!), null)).toMatchObject({
				ok: false
			});
		});

		it('by the old password, when everything has been reset: only the link begins anew', async () => {
			const before = await givePassword(door, karin);
			const { token } = await run(door.system, resetSignIn, { staffId: karin.id });
			expect(await enrolTotp(door.signIn, before, pendingCode(door, before), null)).toMatchObject({
				ok: false
			});
			await expect(givePassword(door, karin)).rejects.toThrow('refused');
			const accepted = await acceptInvitation(door.signIn, token, 'fyra röda bilar i sol', null);
			const half = accepted.ok ? await findSession(door, accepted.value.token) : null;
			expect(nextStep(half!)).toBe('enrol');
		});

		it('by a session that somebody left open: changing it needs a fresh sign-in', async () => {
			const token = await signIn(door, karin);
			door.clock.pass(5 * minute);
			const session = (await findSession(door, token))!;
			expect(await enrolTotp(door.signIn, session, pendingCode(door, session), null)).toMatchObject({
				problem: 'not-allowed'
			});
			expect(await makeNewBackupCodes(door.signIn, session, null)).toBeNull();
		});
	});
});
