import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { longestRoutine, setRiskRoutine } from '#lib/collection/server/commands/set-risk-routine.ts';
import { riskRoutines } from '#lib/collection/server/reads/risk-routines.ts';
import { listInstruments } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type UnitId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { chosenId, requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { context, locale } = locals;
	const units = await fetch(context, riskRoutines, {});
	const asked = url.searchParams.get('unit');
	const chosen = units.find(({ unitId, mayWrite }) => mayWrite && unitId === asked);
	return {
		saved: url.searchParams.has('saved') ? m.routines_saved() : null,
		units: units.map(({ unitId, unitName, routine, changedOn, mayWrite }) => ({
			unitId,
			unitName,
			routine,
			changed: changedOn && m.routines_changed({ day: changedOn }),
			href: mayWrite ? `/routines?unit=${unitId}#write` : null
		})),
		chosen: chosen ? { unitId: chosen.unitId, unitName: chosen.unitName, routine: chosen.routine } : null,
		/** Which questions the routine is for. */
		risks: listInstruments(context.catalogue).flatMap(({ shortTitle, id, risks }) =>
			risks.map((risk) => `${textIn(shortTitle, locale) ?? id}: ${textIn(risk.text, locale) ?? ''}`)
		)
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const schema = v.object({
			unitId: chosenId(parseId<UnitId>, m.staff_error_form),
			routine: requiredText(m.routines_missing, longestRoutine, () =>
				m.routines_too_long({ max: longestRoutine })
			)
		});
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(422, form.problem);
		const units = await fetch(locals.context, riskRoutines, {});
		if (!units.some(({ unitId }) => unitId === form.value.unitId)) throw new Problem('not-found');
		await run(locals.context, setRiskRoutine, form.value);
		redirect(303, '/routines?saved');
	}
};
