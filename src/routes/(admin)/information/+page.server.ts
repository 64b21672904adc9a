import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { generalSubjects, parseInformationSubject } from '#lib/surveys/information-subject.ts';
import { registerAssessment } from '#lib/surveys/server/commands/register-assessment.ts';
import { boardAssessment } from '#lib/surveys/server/reads/board-assessment.ts';
import { informationTexts } from '#lib/surveys/server/reads/information-texts.ts';
import { ownInformation } from '#lib/surveys/server/reads/own-information.ts';
import { subjectNamer } from './subject-names.server.ts';
import { listLanguageNames, subjectLead, subjectTitle } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

const maxLength = 120;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { context, locale } = locals;
	const texts = [];
	for (const subject of generalSubjects) {
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
		own: await listOwnTexts(context, locale),
		assessment: await fetch(context, boardAssessment, {}),
		today: toLocalDate(context.now()),
		justPublished: parseInformationSubject(published ?? '') ?? null,
		isRegistered: url.searchParams.has('registered')
	};
};

/** The plans and surveys with words of their own, by name. */
async function listOwnTexts(context: Context, locale: string) {
	const nameOf = await subjectNamer(context);
	const own = await fetch(context, ownInformation, {});
	return own
		.map(({ subject, version, publishedOn, hasDraft }) => ({
			...nameOf(subject),
			href: `/information/${subject}`,
			isPublished: version !== null,
			edition:
				version !== null && publishedOn !== null
					? m.information_edition({ version, date: publishedOn })
					: m.information_own_general(),
			hasDraft
		}))
		.sort((one, other) => one.title.localeCompare(other.title, locale));
}

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
