import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { restrictionGrounds } from '#lib/collection/restriction.ts';
import { liftRestriction } from '#lib/collection/server/commands/lift-restriction.ts';
import { restrictResponse } from '#lib/collection/server/commands/restrict-response.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { responseHistory } from '#lib/collection/server/reads/response-history.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { choice } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { momentLabel } from '../../../../../../labels.ts';
import { wayToCase } from '../../../way-to-case.ts';
import { groundHint, groundLabel } from '../history-view.ts';
import { findAnsweredInstrument } from '../worded-instrument.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { context, locale } = locals;
	const { responseId } = params;
	const overview = await fetch(context, caseOverview, { caseId: params.caseId });
	const response = await fetch(context, caseResponse, { responseId });
	if (response.caseId !== params.caseId) throw new Problem('not-found');
	const { restrictions, may } = await fetch(context, responseHistory, { responseId });
	if (!may.restrict) throw new Problem('not-permitted');
	const instrument = await findAnsweredInstrument(locals, response);
	const about = m.staff_response_title({
		instrument: textIn(instrument?.shortTitle ?? null, locale) ?? response.instrumentId,
		occasion: momentLabel(response).toLocaleLowerCase('sv')
	});
	const here = placeOf(params);
	return {
		way: [...wayToCase(overview.case), { href: here, label: about }],
		over: `${about} ${response.answeredOn}`,
		here,
		isRestricted: restrictions.some(({ lifted }) => lifted === null),
		grounds: restrictionGrounds.map((value) => ({
			value,
			label: groundLabel(value),
			hint: groundHint(value)
		}))
	};
};

export const actions: Actions = {
	restrict: async (event) => {
		const schema = v.object({ ground: choice(restrictionGrounds, m.rights_restrict_ground_missing) });
		const form = parseForm(schema, await event.request.formData());
		if (!form.ok) return fail(422, form.problem);
		const responseId = await findOwn(event);
		return finish(
			event,
			run(event.locals.context, restrictResponse, { responseId, ...form.value }),
			'restriction'
		);
	},
	lift: async (event) => {
		const schema = v.object({ isPersonTold: choice(['yes'], m.rights_lift_told_missing) });
		const form = parseForm(schema, await event.request.formData());
		if (!form.ok) return fail(422, form.problem);
		const responseId = await findOwn(event);
		return finish(
			event,
			run(event.locals.context, liftRestriction, { responseId, isPersonTold: true }),
			'lift'
		);
	}
};

/** The response, which must be one of the case in the address. */
async function findOwn({ locals, params: { caseId, responseId } }: RequestEvent): Promise<ResponseId> {
	const history = await fetch(locals.context, responseHistory, { responseId });
	if (history.caseId !== caseId) throw new Problem('not-found');
	return responseId;
}

const placeOf = ({ caseId, responseId }: RequestEvent['params']): string =>
	`/cases/${caseId}/responses/${responseId}`;

/** Back to the response, which says what was done, or that somebody else was quicker. */
async function finish({ params }: RequestEvent, work: Promise<void>, saved: string): Promise<never> {
	const outcome = await work.then(
		() => saved,
		(error: unknown) => {
			if (error instanceof Problem && error.code === 'changed-meanwhile') return 'meanwhile';
			throw error;
		}
	);
	redirect(303, `${placeOf(params)}?saved=${outcome}`);
}
