import { fail } from '@sveltejs/kit';
import { addKiosk } from '#lib/kiosk/server/commands/add-kiosk.ts';
import { listKiosks } from '#lib/kiosk/server/reads/list-kiosks.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { missingSurveys, newKioskSchema, readLinkIds } from './kiosk-form.ts';
import { describeKiosk, toSurveyChoice } from './kiosk-views.ts';
import { toShownCode } from './shown-code.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { kiosks, surveys } = await fetch(locals.context, listKiosks, {});
	return {
		kiosks: kiosks.map((kiosk) => ({
			id: kiosk.id,
			name: kiosk.name,
			state: describeKiosk(kiosk),
			surveys: kiosk.surveys.map((survey) => toSurveyChoice(survey).label)
		})),
		surveys: surveys.map(toSurveyChoice)
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const data = await request.formData();
		const linkIds = readLinkIds(data);
		const form = parseForm(newKioskSchema, data);
		if (!form.ok || linkIds.length === 0) {
			const errors = { ...(form.ok ? {} : form.problem.errors), ...missingSurveys(linkIds) };
			const { pin: _pin, ...values } = readFields(data);
			return fail(422, { refused: { values, errors }, linkIds });
		}
		const { code } = await run(locals.context, addKiosk, { ...form.value, linkIds });
		return { shown: await toShownCode(locals, url.origin, { name: form.value.name, code }) };
	}
};
