import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { inviteStaff } from '#lib/access/server/commands/invite-staff.ts';
import { isFresh } from '#lib/access/session-limits.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { invitationAddress, listRoleChoices, wayToStaff } from '../choices.server.ts';
import { roleFields, toAssignment } from '../role-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { actor, signIn } = locals;
	const signedInAt = actor.kind === 'staff' ? actor.signedInAt : undefined;
	if (!isFresh(signedInAt, signIn.now())) redirect(303, '/sign-in?again=1&next=/staff/invite');
	return { ...(await listRoleChoices(locals)), way: wayToStaff() };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const values = readFields(data);
		const today = toLocalDate(locals.context.now());
		const form = parseForm(inviteForm(today), data);
		if (!form.ok) return fail(422, { ...form.problem, invited: null });
		const assignment = toAssignment(form.value, values);
		if (!assignment.ok) return fail(422, { ...assignment.problem, invited: null });
		const { email, name } = form.value;
		try {
			const { token } = await run(locals.context, inviteStaff, { email, name, assignment: assignment.value });
			const address = token ? invitationAddress(locals, token) : null;
			return {
				values: {} as Record<string, string>,
				errors: {} as Record<string, string>,
				invited: { name, address }
			};
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			if (error.code === 'fresh-sign-in-required') redirect(303, '/sign-in?again=1&next=/staff/invite');
			if (error.code !== 'already-exists') throw error;
			return fail(409, { ...refuseField(values, 'email', m.access_invite_closed()), invited: null });
		}
	}
};

function inviteForm(today: Parameters<typeof roleFields>[0]) {
	return v.object({
		name: requiredText(m.access_invite_name_missing, 120, m.access_invite_name_missing),
		email: v.pipe(
			v.optional(v.string(), ''),
			v.maxLength(254, m.access_invite_email_wrong),
			v.email(m.access_invite_email_wrong)
		),
		...roleFields(today)
	});
}
