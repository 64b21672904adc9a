import { redirect } from '@sveltejs/kit';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { hideQuestions } from '#lib/instruments/server/hidden/hide-questions.ts';
import { listHidden } from '#lib/instruments/server/hidden/list-hidden.ts';
import { mayHideQuestions } from '#lib/instruments/may-hide-questions.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type UnitId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const instrument = findInstrument(context.catalogue, params.id);
	if (!instrument) throw new Problem('not-found');
	const { hidden, units } = await fetch(context, listHidden, { instrumentId: params.id });
	const unitId = parseId<UnitId>(url.searchParams.get('unit') ?? '') ?? null;
	if (unitId !== null && !units.some(({ id }) => id === unitId)) throw new Problem('not-found');
	const own = hidden.find((one) => one.unitId === unitId);
	const chosen = own ?? hidden.find((one) => one.unitId === null);
	const here = `/instruments/${params.id}/hidden`;
	return {
		way: [
			{ href: '/instruments', label: m.staff_instruments_title() },
			{ href: `/instruments/${params.id}`, label: textIn(instrument.shortTitle, locale) ?? instrument.id }
		],
		mayHide: mayHideQuestions(instrument),
		places: [{ id: '', name: m.hidden_whole_board() }, ...units].map(({ id, name }) => ({
			href: id === '' ? here : `${here}?unit=${id}`,
			name,
			isCurrent: id === (unitId ?? '')
		})),
		isInherited: own === undefined && unitId !== null,
		questions: listQuestions(instrument.questionnaire).map((question, index) => ({
			name: question.name,
			label: textIn(question.title, locale) ?? m.staff_paper_field_label({ number: String(index + 1) }),
			isHidden: chosen?.questions.includes(question.name) ?? false
		})),
		saved: url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { context } = locals;
		const instrument = findInstrument(context.catalogue, params.id);
		if (!instrument) throw new Problem('not-found');
		const data = await request.formData();
		// What is asked is ticked: without a tick a question is hidden.
		const shown = new Set(data.getAll('shown').map(String));
		const names = listQuestions(instrument.questionnaire).map(({ name }) => name);
		const unit = url.searchParams.get('unit') ?? '';
		const unitId = parseId<UnitId>(unit) ?? null;
		if (unit !== '' && unitId === null) throw new Problem('not-found');
		const questions = names.filter((name) => !shown.has(name));
		await run(context, hideQuestions, { instrumentId: params.id, unitId, questions });
		redirect(303, `/instruments/${params.id}/hidden?saved=1${unitId === null ? '' : `&unit=${unitId}`}`);
	}
};
