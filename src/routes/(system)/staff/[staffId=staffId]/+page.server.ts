import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isInForce } from '#lib/access/assignment.ts';
import { isFresh } from '#lib/access/session-limits.ts';
import { closeAccount, reopenAccount } from '#lib/access/server/commands/close-account.ts';
import { endAssignment } from '#lib/access/server/commands/end-assignment.ts';
import { giveAssignment } from '#lib/access/server/commands/give-assignment.ts';
import { renewInvitation } from '#lib/access/server/commands/renew-invitation.ts';
import { resetSignIn } from '#lib/access/server/commands/reset-sign-in.ts';
import { listStaff } from '#lib/access/server/reads/list-staff.ts';
import type { AssignmentRow, StaffMember } from '#lib/access/staff-member.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type AssignmentId } from '#lib/shared/ids.ts';
import { addDays, toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run, type Command } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { roleWord } from '../../../role-words.ts';
import { invitationAddress, listRoleChoices, wayToStaff } from '../choices.server.ts';
import { roleFields, toAssignment } from '../role-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireFresh(locals, url);
	const person = await findMember(locals, params.staffId);
	const choices = await listRoleChoices(locals);
	return {
		...choices,
		way: wayToStaff(),
		person: {
			name: person.name,
			email: person.email,
			state: person.state,
			isSelf: locals.actor.kind === 'staff' && locals.actor.staffId === person.id,
			roles: person.assignments.map((assignment) => ({
				id: assignment.id,
				name: [roleWord(assignment.role), assignment.unitName, assignment.providerName]
					.filter(Boolean)
					.join(' · '),
				period: sayPeriod(assignment),
				hasEnded: assignment.validTo !== null && assignment.validTo <= choices.today,
				isInForce: isInForce(assignment, choices.today)
			}))
		},
		isDone: url.searchParams.has('done')
	};
};

export const actions: Actions = {
	give: async (event) => {
		const { locals, params, request } = event;
		const data = await request.formData();
		const form = parseForm(v.object(roleFields(toLocalDate(locals.context.now()))), data);
		if (!form.ok) return fail(422, { ...form.problem, address: null });
		const assignment = toAssignment(form.value, readFields(data));
		if (!assignment.ok) return fail(422, { ...assignment.problem, address: null });
		await runFresh(event, giveAssignment, { staffId: params.staffId, assignment: assignment.value });
		redirect(303, `/staff/${params.staffId}?done`);
	},
	end: async (event) => {
		const { locals, params, request } = event;
		const id = String((await request.formData()).get('assignment') ?? '');
		const assignmentId = parseId<AssignmentId>(id);
		const { assignments } = await findMember(locals, params.staffId);
		if (!assignmentId || !assignments.some((role) => role.id === assignmentId))
			throw new Problem('not-found');
		await runFresh(event, endAssignment, { assignmentId, endsOn: toLocalDate(locals.context.now()) });
		redirect(303, `/staff/${params.staffId}?done`);
	},
	renew: async (event) =>
		showLink(event, await runFresh(event, renewInvitation, { staffId: event.params.staffId })),
	reset: async (event) =>
		showLink(event, await runFresh(event, resetSignIn, { staffId: event.params.staffId })),
	close: async (event) => {
		await runFresh(event, closeAccount, { staffId: event.params.staffId });
		redirect(303, `/staff/${event.params.staffId}?done`);
	},
	reopen: async (event) => {
		await runFresh(event, reopenAccount, { staffId: event.params.staffId });
		redirect(303, `/staff/${event.params.staffId}?done`);
	}
};

const again = (url: URL): string => `/sign-in?again=1&next=${encodeURIComponent(url.pathname)}`;

function requireFresh({ actor, signIn }: App.Locals, url: URL): void {
	const signedInAt = actor.kind === 'staff' ? actor.signedInAt : undefined;
	if (!isFresh(signedInAt, signIn.now())) redirect(303, again(url));
}

/** Carries the command out; whoever has not just signed in does so first. */
async function runFresh<Input, Output>(
	{ locals, url }: RequestEvent,
	command: Command<Input, Output>,
	input: Input
): Promise<Output> {
	try {
		return await run(locals.context, command, input);
	} catch (error) {
		if (error instanceof Problem && error.code === 'fresh-sign-in-required') redirect(303, again(url));
		throw error;
	}
}

function showLink({ locals }: RequestEvent, { token }: { readonly token: string }) {
	const nothing: Record<string, string> = {};
	return { values: nothing, errors: nothing, address: invitationAddress(locals, token) };
}

async function findMember({ context }: App.Locals, staffId: string): Promise<StaffMember> {
	const people = await fetch(context, listStaff, {});
	const person = people.find(({ id }) => id === staffId);
	if (!person) throw new Problem('not-found');
	return person;
}

function sayPeriod({ validFrom, validTo }: AssignmentRow): string {
	if (validTo === null) return m.access_member_role_since({ from: validFrom });
	if (validTo <= validFrom) return m.access_member_role_never();
	return m.access_member_role_between({ from: validFrom, lastDay: addDays(validTo, -1) });
}
