import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { addUnit } from '#lib/access/server/commands/add-unit.ts';
import { listStaff } from '#lib/access/server/reads/list-staff.ts';
import { listUnits } from '#lib/access/server/reads/list-units.ts';
import { isInForce } from '#lib/access/assignment.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { roleWord } from '../../role-words.ts';
import type { Actions, PageServerLoad } from './$types';

const unitForm = v.object({ name: requiredText(m.access_unit_missing, 80, m.access_unit_missing) });

export const load: PageServerLoad = async ({ locals }) => {
	const today = toLocalDate(locals.context.now());
	const [people, units] = await Promise.all([
		fetch(locals.context, listStaff, {}),
		fetch(locals.context, listUnits, {})
	]);
	return {
		people: people.map(({ id, name, email, state, hasSecondFactor, assignments }) => ({
			id,
			name,
			email,
			state,
			hasSecondFactor,
			roles: assignments
				.filter((assignment) => isInForce(assignment, today))
				.map(({ role, unitName, providerName }) =>
					[roleWord(role), unitName, providerName].filter(Boolean).join(' · ')
				)
		})),
		units: units.map(({ id, name }) => ({ id, name }))
	};
};

export const actions: Actions = {
	unit: async ({ locals, request }) => {
		const form = parseForm(unitForm, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		try {
			await run(locals.context, addUnit, form.value);
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'already-exists') throw error;
			return fail(409, refuseField(form.value, 'name', m.access_unit_taken()));
		}
		redirect(303, '/staff');
	}
};
