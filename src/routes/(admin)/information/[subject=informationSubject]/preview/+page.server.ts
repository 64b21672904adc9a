import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { information_client_more } from '#lib/shared/client-words.ts';
import { run } from '#lib/shared/server/command.ts';
import { splitSubject, type InformationSubject } from '#lib/surveys/information-subject.ts';
import { listFaults, type InformationFault } from '#lib/surveys/information.ts';
import { publishInformation } from '#lib/surveys/server/commands/publish-information.ts';
import { headingLanguageOf, headingOf, toSections } from '#lib/surveys/ui/view-information.ts';
import { languageName } from '../../../../language-name.ts';
import { findBoardOf } from '../../../../visitor.server.ts';
import { subjectNamer, wayToSubject } from '../../subject-names.server.ts';
import { sortLanguages } from '../../words.ts';
import { findWorkingText, type WorkingText } from '../working-text.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locale } = event.locals;
	const { subject } = event.params;
	const { content, published, origin } = await findText(event);
	const named = (await subjectNamer(event.locals.context))(subject);
	const here = `/information/${subject}`;
	return {
		way: [...wayToSubject(named), { href: here, label: named.kind ? m.information_title() : named.title }],
		subject: named.title,
		/** Only what somebody has written can be published, never the program's own suggestion as it stands. */
		isWritten: origin === 'draft',
		nextVersion: (published[0]?.version ?? 0) + 1,
		isFixedFrom: fixedFrom(subject),
		writeHref: here,
		faults: listFaults(content).map((fault) => ({
			href: `${here}?language=${fault.language}#${fault.field}`,
			text: describeFault(fault, locale)
		})),
		texts: sortLanguages(Object.keys(content), locale).map((tag) => ({
			language: tag,
			headingLanguage: headingLanguageOf(tag),
			name: languageName(tag, locale),
			more: information_client_more({}, { locale: headingLanguageOf(tag) }),
			sections: toSections(content[tag] ?? {}, tag)
		}))
	};
};

function fixedFrom(subject: InformationSubject): string {
	const { general, planId, surveyId } = splitSubject(subject);
	if (planId) return m.information_publish_plan();
	if (surveyId) return m.information_publish_survey();
	return general === 'cases' ? m.information_publish_cases() : m.information_publish_surveys();
}

export const actions: Actions = {
	default: async (event) => {
		const { subject } = event.params;
		const { content, origin } = await findText(event);
		if (origin !== 'draft' || listFaults(content).length > 0) return fail(422, { isRefused: true });
		await run(event.locals.context, publishInformation, { subject, content });
		redirect(303, `/information?published=${subject}`);
	}
};

async function findText({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>): Promise<WorkingText> {
	const board = await findBoardOf(locals);
	return findWorkingText(locals.context, params.subject, board?.name ?? '');
}

const faultWords: Record<InformationFault['kind'], (inputs: { field: string; language: string }) => string> =
	{
		missing: m.information_fault_missing,
		'too-long': m.information_fault_too_long,
		'left-to-fill-in': m.information_fault_left,
		consent: m.information_fault_consent
	};

function describeFault({ field, language, kind }: InformationFault, locale: string): string {
	return faultWords[kind]({ field: headingOf(field), language: languageName(language, locale) });
}
