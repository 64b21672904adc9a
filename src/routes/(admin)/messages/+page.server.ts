import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { invitationWays } from '#lib/invitations/channel.ts';
import {
	blanks,
	findOwnText,
	findTextFault,
	ownTextLanguages,
	type TextFault
} from '#lib/invitations/message-text.ts';
import { setMessageText, setReminderDays } from '#lib/invitations/server/commands/set-message-texts.ts';
import { messageSettings } from '#lib/invitations/server/reads/message-settings.ts';
import { m } from '#lib/paraglide/messages.js';
import { directionOf } from '#lib/shared/direction-of.ts';
import { isUnreviewed } from '#lib/shared/foreign-words.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { languageName } from '../../language-name.ts';
import { channelWords } from '../../(staff)/cases/[caseId=caseId]/contact/message-rows.ts';
import type { Actions, PageServerLoad } from './$types';

const kinds = ['invitation', 'reminder'] as const;
const kindWords = {
	invitation: m.invitations_kind_invitation,
	reminder: () => m.invitations_reminders_title()
};
const faultWords: Readonly<Record<TextFault, () => string>> = {
	'link-missing': m.invitations_text_fault_link_missing,
	'too-long': m.invitations_text_fault_too_long,
	empty: m.invitations_text_fault_empty,
	'subject-missing': m.invitations_text_fault_subject_missing
};

export const load: PageServerLoad = async ({ locals: { context, locale, channels: set }, url }) => {
	const { reminderDays, texts } = await fetch(context, messageSettings, {});
	const language = chosenLanguage(url);
	const shown = invitationWays.flatMap((channel) =>
		(channel === 'letter' ? (['invitation'] as const) : kinds).map((kind) => {
			const own = texts.find(
				(text) => text.channel === channel && text.kind === kind && text.language === language
			);
			const { subject, body } = own ?? findOwnText(channel, kind, language);
			return {
				id: `${channel}-${kind}-${language}`,
				title:
					channel === 'letter'
						? m.confidential_letter_name()
						: `${channelWords[channel]()}, ${kindWords[kind]().toLocaleLowerCase('sv')}`,
				isOwn: own !== undefined,
				hasSubject: channel !== 'sms',
				subject,
				body
			};
		})
	);
	return {
		texts: shown,
		language: {
			tag: language,
			name: languageName(language, locale),
			direction: directionOf(language),
			isUnreviewed: isUnreviewed(language)
		},
		languages: ownTextLanguages.map((tag) => ({
			tag,
			name: languageName(tag, locale),
			isCurrent: tag === language
		})),
		blanks: blanks.join(' '),
		reminderDays: reminderDays.join(' '),
		isAnySet: set.length > 0,
		isSaved: url.searchParams.has('saved')
	};
};

/** The language whose texts are shown: that of the address, otherwise Swedish. */
function chosenLanguage(url: URL): string {
	const wanted = url.searchParams.get('language');
	return ownTextLanguages.find((language) => language === wanted) ?? 'sv';
}

const daysSchema = v.object({
	days: v.pipe(
		v.optional(v.string(), ''),
		v.check((text) => /^(\d{1,2}([ ,]+\d{1,2})*)?$/.test(text), m.invitations_reminders_days_wrong),
		v.transform((text) =>
			text
				.split(/[ ,]+/)
				.filter((word) => word !== '')
				.map(Number)
		)
	)
});

export const actions: Actions = {
	reminders: async ({ locals, request, url }) => {
		const data = await request.formData();
		const form = parseForm(daysSchema, data);
		if (!form.ok) return fail(422, { ...form.problem, which: null });
		try {
			await run(locals.context, setReminderDays, form.value);
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error;
			const refused = refuseField(readFields(data), 'days', m.invitations_reminders_days_wrong());
			return fail(422, { ...refused, which: null });
		}
		redirect(303, `/messages?saved&language=${chosenLanguage(url)}`);
	},
	text: async ({ locals, request }) => {
		const fields = readFields(await request.formData());
		const which = fields['which'] ?? '';
		const [channelWord, kindWord, language = ''] = which.split('-');
		const channel = invitationWays.find((one) => one === channelWord);
		const kind = kinds.find((one) => one === kindWord);
		if (!channel || !kind || !ownTextLanguages.includes(language)) throw new Problem('not-found');
		const text = { subject: fields['subject'] ?? '', body: fields['body'] ?? '' };
		const fault = findTextFault(channel, text);
		if (fault) {
			const name = fault === 'subject-missing' ? 'subject' : 'body';
			const errors = { [`${name}-${which}`]: faultWords[fault]() };
			return fail(422, { values: fields, errors, which });
		}
		await run(locals.context, setMessageText, { channel, kind, language, ...text });
		redirect(303, `/messages?saved&language=${language}`);
	}
};
