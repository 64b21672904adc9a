/** Inviting staff, their roles, and how far one administrator reaches. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewAssignment } from '#lib/access/assignment.ts';
import { addUnit } from '#lib/access/server/commands/add-unit.ts';
import { closeAccount, reopenAccount } from '#lib/access/server/commands/close-account.ts';
import { endAssignment } from '#lib/access/server/commands/end-assignment.ts';
import { giveAssignment } from '#lib/access/server/commands/give-assignment.ts';
import { inviteStaff } from '#lib/access/server/commands/invite-staff.ts';
import { renewInvitation } from '#lib/access/server/commands/renew-invitation.ts';
import { resetSignIn } from '#lib/access/server/commands/reset-sign-in.ts';
import { listStaff } from '#lib/access/server/reads/list-staff.ts';
import { listUnits } from '#lib/access/server/reads/list-units.ts';
import { staffInvitations } from '#lib/access/server/auth-tables.ts';
import {
	acceptInvitation,
	acceptSignedIn,
	findInvitation
} from '#lib/access/server/sign-in/accept-invitation.ts';
import { chooseBoard } from '#lib/access/server/sign-in/choose-board.ts';
import { nextStep, toActor } from '#lib/access/staff-session.ts';
import type { AssignmentId, StaffId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import {
	addPerson,
	findSession,
	hour,
	openDoor,
	password,
	signIn,
	type Door,
	type Person
} from '#tests/build/staff-account.ts';
import { describeOnEachDatabase } from '../databases.ts';

const caseworker: NewAssignment = {
	role: 'caseworker',
	unitId: null,
	providerId: null,
	validFrom: '2026-01-01' as LocalDate,
	validTo: null
};

describeOnEachDatabase('invitations', (open) => {
	let door: Door;
	/** Siv administers the board, and has just signed in. */
	let siv: Context;
	beforeEach(async () => {
		door = openDoor(await open());
		siv = asAdministrator(door);
	});
	const newEmail = (): string => `ny.${randomUUID().slice(0, 8)}@exempelby.example`;
	const invite = (email: string, context = siv, assignment = caseworker) =>
		run(context, inviteStaff, { email, name: 'Ny (påhittad)', assignment });
	const accept = (token: string, chosen = password) => acceptInvitation(door.signIn, token, chosen, null);

	it('give a link that opens for a week, and the person a password', async () => {
		const email = newEmail();
		const { token } = await invite(email.toUpperCase());
		expect(await findInvitation(door.signIn, token!)).toMatchObject({ email, name: 'Ny (påhittad)' });
		const accepted = await accept(token!);
		const session = accepted.ok ? await findSession(door, accepted.value.token) : null;
		expect(session).toMatchObject({ email, secondFactor: null });
		expect(nextStep(session!)).toBe('enrol');
	});

	it('work once, also when two use them at the same time', async () => {
		const { token } = await invite(newEmail());
		const outcomes = await Promise.all([accept(token!), accept(token!, 'fyra röda bilar i sol')]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await accept(token!)).toEqual({ ok: false, problem: 'unknown' });
	});

	it('are too old after a week, and unknown when made up', async () => {
		const { token } = await invite(newEmail());
		expect(await accept('0123456789abcdefghjkmnpqrs')).toMatchObject({ problem: 'unknown' });
		door.clock.pass(7 * 24 * hour);
		expect(await accept(token!)).toMatchObject({ problem: 'unknown' });
	});

	it('are kept as hashes only', async () => {
		const { token } = await invite(newEmail());
		const rows = await door.signIn.database.orm.select().from(staffInvitations);
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	it('are still good after a weak password was refused', async () => {
		const { token } = await invite(newEmail());
		expect(await accept(token!, 'kort')).toMatchObject({ problem: 'too-short' });
		expect((await accept(token!)).ok).toBe(true);
	});

	it('are replaced by a new one', async () => {
		const { token, staffId } = await invite(newEmail());
		const renewed = await run(siv, renewInvitation, { staffId });
		expect(await accept(token!)).toMatchObject({ problem: 'unknown' });
		expect((await accept(renewed.token)).ok).toBe(true);
	});

	it('are gone when the account is closed', async () => {
		const { token, staffId } = await invite(newEmail());
		await run(siv, closeAccount, { staffId });
		await run(siv, reopenAccount, { staffId });
		expect(await accept(token!)).toMatchObject({ problem: 'unknown' });
	});

	it('never give a link to an account that somebody uses', async () => {
		const karin = await addPerson(door, 'Karin');
		const invited = await invite(karin.email, siv, { ...caseworker, role: 'log-reviewer' });
		expect(invited).toEqual({ staffId: karin.id, token: null });
	});

	it('are refused to a closed account', async () => {
		const karin = await addPerson(door, 'Karin');
		await run(siv, closeAccount, { staffId: karin.id });
		await expect(invite(karin.email)).rejects.toMatchObject({ code: 'already-exists' });
	});

	it.each([
		['unit-manager', 'invalid-input'],
		['provider-staff', 'invalid-input']
	] as const)('need what the role is about: %s', async (role, code) => {
		await expect(invite(newEmail(), siv, { ...caseworker, role })).rejects.toMatchObject({ code });
	});

	describe('are for system administrators who have just signed in', () => {
		it('and nobody else', async () => {
			const { karin, adnan, berit, rut, stranger, linkHolder } = door.board;
			for (const context of [karin, adnan, berit, rut, linkHolder]) {
				await expect(invite(newEmail(), context)).rejects.toMatchObject({ code: 'not-permitted' });
			}
			await expect(invite(newEmail(), stranger)).rejects.toMatchObject({ code: 'sign-in-required' });
		});

		it.each([
			['never', undefined],
			['six minutes ago', '2026-03-02T11:54:00+01:00'],
			['in the future', '2026-03-02T12:01:00+01:00']
		])('not for one who signed in %s', async (_when, at) => {
			const actor = siv.actor.kind === 'staff' ? { ...siv.actor } : siv.actor;
			const { signedInAt: _, ...rest } = actor as { signedInAt?: Date };
			const stale = {
				...siv,
				actor: { ...rest, ...(at ? { signedInAt: new Date(at) } : {}) } as Context['actor']
			};
			const karin = await addPerson(door, 'Karin');
			const refused = { code: 'fresh-sign-in-required' };
			await expect(invite(newEmail(), stale)).rejects.toMatchObject(refused);
			const staffId = karin.id;
			await expect(run(stale, giveAssignment, { staffId, assignment: caseworker })).rejects.toMatchObject(
				refused
			);
			for (const command of [renewInvitation, resetSignIn, closeAccount, reopenAccount]) {
				await expect(run(stale, command as typeof closeAccount, { staffId })).rejects.toMatchObject(refused);
			}
		});

		it('and never for their own account', async () => {
			const own = await addPerson(door, 'Själv', { roles: ['system-administrator'] });
			const self = asAdministrator(door, own.id);
			const refused = { code: 'own-account' };
			await expect(invite(own.email, self)).rejects.toMatchObject(refused);
			await expect(
				run(self, giveAssignment, { staffId: own.id, assignment: caseworker })
			).rejects.toMatchObject(refused);
			await expect(run(self, resetSignIn, { staffId: own.id })).rejects.toMatchObject(refused);
			const [assignment] = (await memberOf(door, own.id))!.assignments;
			await expect(
				run(self, endAssignment, { assignmentId: assignment!.id, endsOn: '2026-03-02' as LocalDate })
			).rejects.toMatchObject(refused);
		});
	});

	describe('in two boards', () => {
		let other: Door;
		let olle: Context;
		let karin: Person;
		/** What the other board's administrator got for inviting Karin, whom this board knows. */
		let asGuest: { readonly staffId: StaffId; readonly token: string | null };
		beforeEach(async () => {
			other = { ...openDoor(await open()), signIn: door.signIn };
			olle = asAdministrator(other);
			karin = await addPerson(door, 'Karin');
			asGuest = await run(olle, inviteStaff, { email: karin.email, name: 'K Ek', assignment: caseworker });
		});

		it('tell whoever invites the same of somebody known elsewhere as of somebody new', async () => {
			const email = newEmail();
			const fresh = await run(olle, inviteStaff, { email, name: 'K Ek', assignment: caseworker });
			expect(Object.keys(asGuest)).toEqual(Object.keys(fresh));
			expect(asGuest.token).toMatch(/^[0-9a-z]{26}$/);
			const seen = async (staffId: StaffId, address: string) => {
				const { id, email: written, assignments, ...rest } = (await memberOf(other, staffId))!;
				expect([id, written]).toEqual([staffId, address]);
				return { ...rest, roles: assignments.map(({ id: _, ...role }) => role) };
			};
			const ofGuest = await seen(asGuest.staffId, karin.email);
			expect(ofGuest).toEqual(await seen(fresh.staffId, email));
			expect(ofGuest).toMatchObject({ name: 'K Ek', state: 'invited', hasSecondFactor: false });
			const shown = async (token: string) => {
				const { name, email: written } = (await findInvitation(door.signIn, token))!;
				return { name, isTheirs: written === karin.email || written === email };
			};
			expect(await shown(asGuest.token!)).toEqual(await shown(fresh.token!));
			expect(await accept(asGuest.token!, 'kort')).toEqual(await accept(fresh.token!, 'kort'));
		});

		it('tell no more when the account is closed elsewhere, or made there and used by nobody yet', async () => {
			const closed = await addPerson(door, 'Stängd');
			await run(siv, closeAccount, { staffId: closed.id });
			const unused = newEmail();
			const first = await invite(unused);
			for (const email of [closed.email, unused]) {
				const { token, staffId } = await invite(email, olle);
				expect(await findInvitation(door.signIn, token!)).toMatchObject({ email });
				expect(await memberOf(other, staffId)).toMatchObject({ state: 'invited', name: 'Ny (påhittad)' });
				expect(await accept(token!)).toEqual({ ok: false, problem: 'not-accepted' });
			}
			expect((await accept(first.token!)).ok).toBe(true);
		});

		it('give no role and no session before the person has accepted with the account’s own password', async () => {
			const boardsOf = async () =>
				(await findSession(door, await signIn(door, karin)))!.boards.map(({ boardId }) => boardId);
			expect(await boardsOf()).toEqual([door.board.board.id]);
			expect(await accept(asGuest.token!, 'fyra röda bilar i sol')).toEqual({
				ok: false,
				problem: 'not-accepted'
			});
			expect(await boardsOf()).toEqual([door.board.board.id]);
			const accepted = await accept(asGuest.token!);
			expect(accepted.ok).toBe(true);
			const half = accepted.ok ? await findSession(door, accepted.value.token) : null;
			expect(half).toMatchObject({ email: karin.email, secondFactor: null });
			expect((await boardsOf()).sort()).toEqual([door.board.board.id, other.board.board.id].sort());
			expect(await accept(asGuest.token!)).toEqual({ ok: false, problem: 'unknown' });
			expect(await memberOf(other, karin.id)).toMatchObject({ name: 'K Ek', state: 'active' });
			expect(await memberOf(door, karin.id)).toMatchObject({ state: 'active' });
		});

		it('are accepted by somebody who is signed in, and by nobody else who is', async () => {
			const stranger = await addPerson(door, 'Frida');
			const theirs = (await findSession(door, await signIn(door, stranger)))!;
			expect(await acceptSignedIn(door.signIn, asGuest.token!, theirs)).toBe(false);
			const own = (await findSession(door, await signIn(door, karin)))!;
			expect(await acceptSignedIn(door.signIn, asGuest.token!, { ...own, secondFactor: null })).toBe(false);
			expect(await acceptSignedIn(door.signIn, asGuest.token!, own)).toBe(true);
		});

		it('let one person work in both, one at a time', async () => {
			await accept(asGuest.token!);
			const token = await signIn(door, karin);
			const session = (await findSession(door, token))!;
			expect(nextStep(session)).toBe('board');
			expect(toActor(session)).toEqual({ kind: 'anonymous' });
			expect(await chooseBoard(door.signIn, session, other.board.board.id)).toBe(other.board.board.id);
			expect(toActor((await findSession(door, token))!)).toMatchObject({ boardId: other.board.board.id });
			expect(await chooseBoard(door.signIn, session, randomUUID())).toBeNull();
		});

		it('let neither administrator get hold of what the person may in the other', async () => {
			await accept(asGuest.token!);
			const staffId = karin.id;
			// The guest's board: another link opens nothing, and what it resets is its own.
			const renewed = await run(olle, renewInvitation, { staffId });
			expect(await accept(renewed.token, 'fyra röda bilar i sol')).toMatchObject({ problem: 'not-accepted' });
			await run(olle, resetSignIn, { staffId });
			expect(await memberOf(other, staffId)).toMatchObject({ state: 'invited', hasSecondFactor: false });
			expect(await memberOf(door, staffId)).toMatchObject({ state: 'active', hasSecondFactor: true });
			await accept((await run(olle, renewInvitation, { staffId })).token);
			// The board that made the account: whoever takes it over with its link is a guest nowhere.
			const taken = await accept((await run(siv, resetSignIn, { staffId })).token, 'fyra röda bilar i sol');
			const session = taken.ok ? await findSession(door, taken.value.token) : null;
			expect(session?.boards.map(({ boardId }) => boardId)).toEqual([door.board.board.id]);
			expect(await memberOf(other, staffId)).toMatchObject({ state: 'invited' });
		});

		it('close each its own door', async () => {
			await accept(asGuest.token!);
			const staffId = karin.id;
			await run(olle, closeAccount, { staffId });
			expect(await memberOf(other, staffId)).toMatchObject({ state: 'closed' });
			expect(await memberOf(door, staffId)).toMatchObject({ state: 'active' });
			const session = (await findSession(door, await signIn(door, karin)))!;
			expect(session.boards.map(({ boardId }) => boardId)).toEqual([door.board.board.id]);
			await run(olle, reopenAccount, { staffId });
			expect(await memberOf(other, staffId)).toMatchObject({ state: 'active' });
			await run(siv, closeAccount, { staffId });
			expect(await memberOf(other, staffId)).toMatchObject({ state: 'active' });
		});

		it('let each see and change its own roles only', async () => {
			const here = (await memberOf(door, karin.id))!;
			const there = (await memberOf(other, karin.id))!;
			expect(here.assignments).toHaveLength(1);
			expect(there.assignments.map(({ id }) => id)).not.toContain(here.assignments[0]?.id);
			await expect(
				run(asAdministrator(other), endAssignment, {
					assignmentId: here.assignments[0]!.id,
					endsOn: '2026-03-02' as LocalDate
				})
			).rejects.toMatchObject({ code: 'not-found' });
		});

		it('know nothing of people, units or roles of the other', async () => {
			const stranger = await addPerson(door, 'Främling');
			const foreign = asAdministrator(other);
			expect(await memberOf(other, stranger.id)).toBeUndefined();
			for (const command of [renewInvitation, resetSignIn, closeAccount, reopenAccount]) {
				await expect(
					run(foreign, command as typeof closeAccount, { staffId: stranger.id })
				).rejects.toMatchObject({ code: 'not-found' });
			}
			await expect(
				run(foreign, giveAssignment, { staffId: stranger.id, assignment: caseworker })
			).rejects.toMatchObject({ code: 'not-found' });
			const unitId = await run(siv, addUnit, { name: 'Enhet (påhittad)' });
			expect(await fetch(foreign, listUnits, {})).toEqual([]);
			await expect(
				invite(newEmail(), foreign, { ...caseworker, role: 'unit-manager', unitId })
			).rejects.toMatchObject({ code: 'not-found' });
		});
	});

	describe('roles', () => {
		it('are ended at once, from a day to come, and not twice', async () => {
			const karin = await addPerson(door, 'Karin');
			const [assignment] = (await memberOf(door, karin.id))!.assignments;
			const end = (endsOn: string) =>
				run(siv, endAssignment, { assignmentId: assignment!.id, endsOn: endsOn as LocalDate });
			await expect(end('2026-03-01')).rejects.toMatchObject({ code: 'invalid-input' });
			await end('2026-04-01');
			await end('2026-03-02');
			expect((await memberOf(door, karin.id))!.assignments[0]).toMatchObject({ validTo: '2026-03-02' });
			await expect(end('2026-03-02')).rejects.toMatchObject({ code: 'changed-meanwhile' });
			await expect(
				run(siv, endAssignment, {
					assignmentId: randomUUID() as AssignmentId,
					endsOn: '2026-03-02' as LocalDate
				})
			).rejects.toMatchObject({ code: 'not-found' });
		});

		it('name their unit, and a unit has a name of its own', async () => {
			const unitId = await run(siv, addUnit, { name: 'Barn och unga (påhittad)' });
			await expect(run(siv, addUnit, { name: 'Barn och unga (påhittad)' })).rejects.toMatchObject({
				code: 'already-exists'
			});
			const { staffId } = await invite(newEmail(), siv, { ...caseworker, role: 'unit-manager', unitId });
			expect((await memberOf(door, staffId))!.assignments).toMatchObject([
				{ role: 'unit-manager', unitName: 'Barn och unga (påhittad)', providerName: null }
			]);
		});
	});
});

/** Somebody who administers the board's staff and has just signed in. */
function asAdministrator({ board, clock }: Door, staffId: string = randomUUID()): Context {
	return {
		...board.siv,
		now: () => clock.now(),
		actor: {
			kind: 'staff',
			boardId: board.board.id,
			staffId,
			name: 'Siv (påhittad)',
			roles: ['system-administrator'],
			signedInAt: clock.now()
		}
	};
}

async function memberOf({ system }: Door, staffId: StaffId) {
	const people = await fetch(system, listStaff, {});
	return people.find(({ id }) => id === staffId);
}
