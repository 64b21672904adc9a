import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { addUnit } from '#lib/access/server/commands/add-unit.ts';
import { listStaff } from '#lib/access/server/reads/list-staff.ts';
import { listUnits } from '#lib/access/server/reads/list-units.ts';
import { parseMonth } from '#lib/audit/review-month.ts';
import { assignReview } from '#lib/audit/server/commands/assign-review.ts';
import { reviewDuties } from '#lib/audit/server/reads/review-duties.ts';
import { isInForce } from '#lib/access/assignment.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { roleWord } from '../../role-words.ts';
import { toDutyViews } from './review-duties-view.ts';
import type { Actions, PageServerLoad } from './$types';

const unitForm = v.object({ name: requiredText(m.access_unit_missing, 80, m.access_unit_missing) });

export const load: PageServerLoad = async ({ locals }) => {
	const today = toLocalDate(locals.context.now());
	const [people, units, duties] = await Promise.all([
		fetch(locals.context, listStaff, {}),
		fetch(locals.context, listUnits, {}),
		fetch(locals.context, reviewDuties, {})
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
		duties: toDutyViews(duties),
		reviewers: duties.reviewers.map(({ staffId, name }) => ({ value: staffId, label: name })),
		units: units.map(({ id, name }) => ({ id, name }))
	};
};

export const actions: Actions = {
	assign: async ({ locals, request }) => {
		const fields = readFields(await request.formData());
		const month = parseMonth(fields['month'] ?? '');
		if (!month) throw new Problem('invalid-input', { field: 'month' });
		await run(locals.context, assignReview, { month, staffId: fields['staffId'] || null });
		redirect(303, '/staff#reviews');
	},
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
