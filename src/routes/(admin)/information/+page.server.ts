import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { informationSubjects } from '#lib/surveys/information.ts';
import { registerAssessment } from '#lib/surveys/server/commands/register-assessment.ts';
import { boardAssessment } from '#lib/surveys/server/reads/board-assessment.ts';
import { informationTexts } from '#lib/surveys/server/reads/information-texts.ts';
import { listLanguageNames, subjectLead, subjectTitle } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

const maxLength = 120;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { context, locale } = locals;
	const texts = [];
	for (const subject of informationSubjects) {
		const { published, draft } = await fetch(context, informationTexts, { subject });
		const inForce = published[0];
		texts.push({
			subject,
			title: subjectTitle(subject),
			lead: subjectLead(subject),
			href: `/information/${subject}`,
			isPublished: inForce !== undefined,
			edition: inForce
				? m.information_edition({ version: inForce.version, date: inForce.publishedOn })
				: m.information_none(),
			languages: inForce ? listLanguageNames(Object.keys(inForce.content), locale) : null,
			hasDraft: draft !== null
		});
	}
	const published = url.searchParams.get('published');
	return {
		texts,
		assessment: await fetch(context, boardAssessment, {}),
		today: toLocalDate(context.now()),
		justPublished: informationSubjects.find((subject) => subject === published) ?? null,
		isRegistered: url.searchParams.has('registered')
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { context } = locals;
		const today = toLocalDate(context.now());
		const tooLong = () => m.staff_case_new_too_long({ max: maxLength });
		const schema = v.object({
			reference: requiredText(m.information_assessment_reference_missing, maxLength, tooLong),
			decidedOn: v.pipe(
				requiredDate(() => m.staff_case_new_date_wrong({ example: today })),
				v.check((day) => day <= today, m.staff_case_new_date_future)
			),
			owner: requiredText(m.information_assessment_owner_missing, maxLength, tooLong)
		});
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		await run(context, registerAssessment, form.value);
		redirect(303, '/information?registered#assessment');
	}
};
