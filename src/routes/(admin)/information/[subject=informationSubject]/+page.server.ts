import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import {
	informationFieldNames,
	requiredLanguage,
	type InformationDraft,
	type InformationText
} from '#lib/surveys/information.ts';
import { saveInformationDraft } from '#lib/surveys/server/commands/save-information-draft.ts';
import { withdrawInformation } from '#lib/surveys/server/commands/withdraw-information.ts';
import { headingLanguageOf, headingOf, toSections } from '#lib/surveys/ui/view-information.ts';
import { languageName } from '../../../language-name.ts';
import { findBoardOf } from '../../../visitor.server.ts';
import { subjectNamer, wayToSubject } from '../subject-names.server.ts';
import { nameInText, sortLanguages } from '../words.ts';
import { hintOf } from './field-hints.ts';
import { offeredLanguages } from './offered-languages.ts';
import { findWorkingText } from './working-text.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const { subject } = params;
	const board = await findBoardOf(locals);
	const { published, content, origin, mayChange } = await findWorkingText(
		context,
		subject,
		board?.name ?? ''
	);
	const named = (await subjectNamer(context))(subject);
	const language = readLanguage(url);
	const text = content[language] ?? {};
	const written = Object.keys(content);
	const here = `/information/${subject}`;
	return {
		way: wayToSubject(named),
		title: named.title,
		kind: named.kind === null ? null : m.information_own_of({ kind: named.kind }),
		origin,
		mayChange,
		/** An own text that is told in place of the general one. */
		isOwnTold: named.kind !== null && published[0]?.withdrawnOn === null,
		isWithdrawn: url.searchParams.has('withdrawn'),
		hasGaps: Object.values(content).some((words) => Object.values(words).some((word) => /\[/u.test(word))),
		isSaved: url.searchParams.has('saved'),
		language: {
			tag: language,
			name: nameInText(language, locale),
			isRequired: language === requiredLanguage
		},
		languages: sortLanguages([...new Set([requiredLanguage, ...written, language])], locale).map((tag) => ({
			tag,
			href: `${here}?language=${tag}`,
			name: languageName(tag, locale),
			isCurrent: tag === language
		})),
		otherLanguages: offeredLanguages
			.filter((tag) => tag !== language && !written.includes(tag))
			.map((tag) => ({ value: tag, label: languageName(tag, locale) }))
			.sort((one, other) => one.label.localeCompare(other.label, locale)),
		fields: informationFieldNames.map((name) => ({
			name,
			label: headingOf(name),
			hint: hintOf(name),
			value: text[name] ?? ''
		})),
		versions: published.map(({ id, version, publishedOn, withdrawnOn, content: whole }, index) => ({
			id,
			title: m.information_edition({ version, date: publishedOn }),
			isInForce: index === 0 && withdrawnOn === null,
			withdrawn: withdrawnOn && m.information_withdrawn_on({ date: withdrawnOn }),
			texts: sortLanguages(Object.keys(whole), locale).map((tag) => ({
				language: tag,
				headingLanguage: headingLanguageOf(tag),
				name: languageName(tag, locale),
				sections: toSections(whole[tag] ?? {}, tag)
			}))
		}))
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { context } = locals;
		const { subject } = params;
		const board = await findBoardOf(locals);
		const { content } = await findWorkingText(context, subject, board?.name ?? '');
		const fields = readFields(await request.formData());
		if (fields['then'] === 'withdraw') {
			await run(context, withdrawInformation, { subject });
			redirect(303, `/information/${subject}?withdrawn`);
		}
		const language = readLanguage(url);
		const next = withLanguage(content, language, fields);
		await run(context, saveInformationDraft, { subject, content: next });
		redirect(
			303,
			fields['then'] === 'preview'
				? `/information/${subject}/preview`
				: `/information/${subject}?language=${language}&saved`
		);
	}
};

/** The language that is being written: Swedish when the address says nothing. Refuses what is no language tag. */
function readLanguage(url: URL): string {
	const language = url.searchParams.get('language') ?? requiredLanguage;
	if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$/u.test(language)) throw new Problem('invalid-input');
	return language;
}

/** The draft with one language as it was just written. A language left quite empty is taken out, but for Swedish. */
function withLanguage(
	content: InformationDraft,
	language: string,
	fields: Readonly<Record<string, string>>
): InformationDraft {
	const text: Partial<Record<keyof InformationText, string>> = {};
	for (const name of informationFieldNames) {
		const words = fields[name]?.replaceAll('\r\n', '\n') ?? '';
		if (words !== '') text[name] = words;
	}
	const { [language]: _before, ...others } = content;
	const isEmpty = Object.keys(text).length === 0 && language !== requiredLanguage;
	return isEmpty ? others : { ...others, [language]: text };
}
