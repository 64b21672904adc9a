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
import { acceptInvitation, findInvitation } from '#lib/access/server/sign-in/accept-invitation.ts';
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
		let karin: Person;
		beforeEach(async () => {
			other = { ...openDoor(await open()), signIn: door.signIn };
			karin = await addPerson(door, 'Karin');
			await run(other.system, inviteStaff, { email: karin.email, name: 'Karin', assignment: caseworker });
		});

		it('let one person work in both, one at a time', async () => {
			const token = await signIn(door, karin);
			const session = (await findSession(door, token))!;
			expect(nextStep(session)).toBe('board');
			expect(toActor(session)).toEqual({ kind: 'anonymous' });
			expect(await chooseBoard(door.signIn, session, other.board.board.id)).toBe(other.board.board.id);
			expect(toActor((await findSession(door, token))!)).toMatchObject({ boardId: other.board.board.id });
			expect(await chooseBoard(door.signIn, session, randomUUID())).toBeNull();
		});

		it('let neither administrator get hold of the account', async () => {
			const refused = { code: 'works-for-other-boards' };
			const staffId = karin.id;
			for (const administrator of [siv, asAdministrator(other)]) {
				await expect(run(administrator, renewInvitation, { staffId })).rejects.toMatchObject(refused);
				await expect(run(administrator, resetSignIn, { staffId })).rejects.toMatchObject(refused);
				await expect(run(administrator, closeAccount, { staffId })).rejects.toMatchObject(refused);
			}
		});

		it('give no link to an account that the other board has made and nobody uses yet', async () => {
			const email = newEmail();
			const first = await invite(email);
			const second = await invite(email, asAdministrator(other));
			expect(second).toEqual({ staffId: first.staffId, token: null });
			expect((await accept(first.token!)).ok).toBe(true);
		});

		it('let each see and change its own roles only', async () => {
			const here = (await memberOf(door, karin.id))!;
			const there = (await memberOf(other, karin.id))!;
			expect(here.assignments).toHaveLength(1);
			expect(here.worksElsewhere).toBe(true);
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
