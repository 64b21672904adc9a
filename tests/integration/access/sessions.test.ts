/** How long a session lives, and everything that ends it at once. */
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeAccount, reopenAccount } from '#lib/access/server/commands/close-account.ts';
import { endAssignment } from '#lib/access/server/commands/end-assignment.ts';
import { giveAssignment } from '#lib/access/server/commands/give-assignment.ts';
import { resetSignIn } from '#lib/access/server/commands/reset-sign-in.ts';
import { listStaff } from '#lib/access/server/reads/list-staff.ts';
import { staffSessions, staffUsers } from '#lib/access/server/auth-tables.ts';
import { findStaffActor } from '#lib/access/server/queries.ts';
import { readVisit } from '#lib/access/server/read-visit.ts';
import { readSessionCookie, signInCookies, writeSessionCookie } from '#lib/access/server/session-cookie.ts';
import { makeNewBackupCodes } from '#lib/access/server/sign-in/own-account.ts';
import { endOtherSessions, signOut } from '#lib/access/server/sign-in/sign-out.ts';
import { deriveSecrets } from '#lib/access/server/secrets.ts';
import type { NewAssignment } from '#lib/access/assignment.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import {
	addPerson,
	findSession,
	givePassword,
	hour,
	minute,
	openDoor,
	second,
	signIn,
	type Door,
	type Person
} from '#tests/build/staff-account.ts';
import { describeOnEachDatabase } from '../databases.ts';

const today = '2026-03-02' as LocalDate;
const reviewer: NewAssignment = {
	role: 'log-reviewer',
	unitId: null,
	providerId: null,
	validFrom: today,
	validTo: null
};

describeOnEachDatabase('a session', (open) => {
	let door: Door;
	let karin: Person;
	let token: string;
	beforeEach(async () => {
		door = openDoor(await open());
		karin = await addPerson(door, 'Karin');
		token = await signIn(door, karin);
	});
	const isOver = async (): Promise<boolean> => (await findSession(door, token)) === null;

	describe('ends by the clock', () => {
		it('after thirty minutes without a request', async () => {
			door.clock.pass(29 * minute);
			expect(await isOver()).toBe(false);
			door.clock.pass(29 * minute);
			expect(await isOver()).toBe(false);
			door.clock.pass(30 * minute);
			expect(await isOver()).toBe(true);
		});

		it('after ten hours, however busy', async () => {
			for (let passed = 0; passed < 10 * hour - minute; passed += 20 * minute) {
				expect(await isOver()).toBe(false);
				door.clock.pass(20 * minute);
			}
			expect(await isOver()).toBe(true);
		});

		it('after twenty minutes when only the password has been given', async () => {
			const { orm } = door.signIn.database;
			const half = await givePassword(door, karin);
			const [row] = await orm.select().from(staffSessions).where(eq(staffSessions.id, half.id));
			door.clock.pass(20 * minute - second);
			expect(await findSession(door, row!.token)).not.toBeNull();
			door.clock.pass(second);
			expect(await findSession(door, row!.token)).toBeNull();
		});

		it('and is swept away when somebody else signs in', async () => {
			door.clock.pass(11 * hour);
			await signIn(door, await addPerson(door, 'Annan'));
			const rows = await door.signIn.database.orm
				.select()
				.from(staffSessions)
				.where(eq(staffSessions.token, token));
			expect(rows).toEqual([]);
		});
	});

	describe('ends at once, in every browser that has a copy of its cookie', () => {
		it('by signing out', async () => {
			await signOut(door.signIn, token);
			expect(await isOver()).toBe(true);
		});

		it('by closing the account, and does not come back when it is opened again', async () => {
			await run(door.system, closeAccount, { staffId: karin.id });
			expect(await isOver()).toBe(true);
			await run(door.system, reopenAccount, { staffId: karin.id });
			expect(await isOver()).toBe(true);
		});

		it('by deleting the person', async () => {
			await door.signIn.database.orm.delete(staffUsers).where(eq(staffUsers.id, karin.id));
			expect(await isOver()).toBe(true);
			const rows = await door.signIn.database.orm
				.select()
				.from(staffSessions)
				.where(eq(staffSessions.token, token));
			expect(rows).toEqual([]);
		});

		it('by a closed account even where the session itself was left', async () => {
			await door.signIn.database.orm
				.update(staffUsers)
				.set({ disabledAt: door.clock.now() })
				.where(eq(staffUsers.id, karin.id));
			expect(await isOver()).toBe(true);
		});

		it('by a new role', async () => {
			await run(door.system, giveAssignment, { staffId: karin.id, assignment: reviewer });
			expect(await isOver()).toBe(true);
		});

		it('by the end of a role', async () => {
			const people = await fetch(door.system, listStaff, {});
			const [assignment] = people.find(({ id }) => id === karin.id)!.assignments;
			await run(door.system, endAssignment, { assignmentId: assignment!.id, endsOn: today });
			expect(await isOver()).toBe(true);
		});

		it('by new backup codes, and by a reset of everything', async () => {
			const session = (await findSession(door, token))!;
			const made = await makeNewBackupCodes(door.signIn, session, null);
			expect(await isOver()).toBe(true);
			token = made!.token;
			expect(await isOver()).toBe(false);
			await run(door.system, resetSignIn, { staffId: karin.id });
			expect(await isOver()).toBe(true);
		});

		it('by ending it from another one', async () => {
			const other = await signIn(door, karin);
			await endOtherSessions(door.signIn, (await findSession(door, other))!);
			expect(await isOver()).toBe(true);
			expect(await findSession(door, other)).not.toBeNull();
		});
	});

	describe('makes the person what they are today', () => {
		it('with the roles that hold, and those only', async () => {
			await run(door.system, giveAssignment, {
				staffId: karin.id,
				assignment: { ...reviewer, validFrom: '2026-03-03' as LocalDate }
			});
			token = await signIn(door, karin);
			expect(await findStaffActor(door.signIn.database, token, door.clock.now())).toMatchObject({
				kind: 'staff',
				staffId: karin.id,
				boardId: door.board.board.id,
				roles: ['caseworker'],
				heldRoles: [{ role: 'caseworker', unitId: null, providerId: null }]
			});
			door.clock.pass(24 * hour);
			token = await signIn(door, karin);
			expect(await findStaffActor(door.signIn.database, token, door.clock.now())).toMatchObject({
				roles: ['caseworker', 'log-reviewer']
			});
		});

		it('and nobody when no role holds any longer', async () => {
			const temp = await addPerson(door, 'Vikarie', {
				held: {},
				roles: ['caseworker']
			});
			const people = await fetch(door.system, listStaff, {});
			const [assignment] = people.find(({ id }) => id === temp.id)!.assignments;
			await run(door.system, endAssignment, {
				assignmentId: assignment!.id,
				endsOn: '2026-03-03' as LocalDate
			});
			const theirs = await signIn(door, temp);
			expect((await findStaffActor(door.signIn.database, theirs, door.clock.now())).kind).toBe('staff');
			const tomorrow = new Date('2026-03-03T00:00:00+01:00');
			door.clock.pass(tomorrow.getTime() - door.clock.now().getTime() - 10 * minute);
			const late = await signIn(door, temp);
			expect((await findStaffActor(door.signIn.database, late, door.clock.now())).kind).toBe('staff');
			expect(await findStaffActor(door.signIn.database, late, tomorrow)).toEqual({ kind: 'anonymous' });
		});
	});

	describe('has a cookie', () => {
		const jar = (cookies: Record<string, string>) => ({
			get: (name: string) => cookies[name],
			set() {},
			delete() {}
		});
		const visitWith = (value: string) =>
			readVisit(door.signIn, jar({ [signInCookies(door.signIn.publicUrl).session.name]: value }));

		it('that opens it', async () => {
			const { session } = await visitWith(writeSessionCookie(door.signIn.secrets, token));
			expect(session?.staffId).toBe(karin.id);
		});

		it('that is worth nothing without the signature, with another, or with that of another token', async () => {
			const signature = writeSessionCookie(door.signIn.secrets, token).split('.')[1] ?? '';
			const foreign = writeSessionCookie(deriveSecrets('another secret altogether, also long'), token);
			const values = [
				token,
				`${token}.`,
				foreign,
				`${door.signIn.newToken()}.${signature}`,
				`${token}.${signature}x`
			];
			for (const value of [...values, '', '.', `${signature}.${token}`]) {
				expect(await visitWith(value)).toEqual({ session: null, sessionToken: null });
			}
		});

		it('with these names and attributes, over https and on this computer', () => {
			expect(signInCookies('https://genklang.kommun.se')).toMatchInlineSnapshot(`
				{
				  "challenge": {
				    "attributes": {
				      "httpOnly": true,
				      "maxAge": 300,
				      "path": "/",
				      "sameSite": "strict",
				      "secure": true,
				    },
				    "name": "__Host-genklang-challenge",
				  },
				  "knownBrowser": {
				    "attributes": {
				      "httpOnly": true,
				      "maxAge": 15552000,
				      "path": "/",
				      "sameSite": "strict",
				      "secure": true,
				    },
				    "name": "__Host-genklang-known-browser",
				  },
				  "session": {
				    "attributes": {
				      "httpOnly": true,
				      "path": "/",
				      "sameSite": "lax",
				      "secure": true,
				    },
				    "name": "__Host-genklang-session",
				  },
				}
			`);
			expect(signInCookies('http://127.0.0.1:3000').session).toEqual({
				name: 'genklang-session',
				attributes: { httpOnly: true, path: '/', sameSite: 'lax', secure: false }
			});
		});

		it('that is read as nothing when it is not of the right form', () => {
			for (const value of [undefined, '', 'x', `${'a'.repeat(43)}.${'b'.repeat(43)}`]) {
				expect(readSessionCookie(door.signIn.secrets, value)).toBeNull();
			}
		});
	});
});
