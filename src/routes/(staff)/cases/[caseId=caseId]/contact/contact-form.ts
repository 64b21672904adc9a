import * as v from 'valibot';
import { parseEmail, parsePhone } from '#lib/invitations/contact.ts';
import { m } from '#lib/paraglide/messages.js';
import { choice } from '#lib/shared/server/form-fields.ts';

/** Where a client can be reached: an address, a number, both or none, and the language to write in. */
export function contactFormSchema(languages: readonly string[]) {
	const orNull = v.transform((text: string) => (text === '' ? null : text));
	return v.object({
		email: v.pipe(
			v.optional(v.string(), ''),
			v.check((text) => text === '' || parseEmail(text).ok, m.invitations_contact_email_wrong),
			orNull
		),
		phone: v.pipe(
			v.optional(v.string(), ''),
			v.check((text) => text === '' || parsePhone(text).ok, m.invitations_contact_phone_wrong),
			orNull
		),
		language: choice(languages, m.invitations_contact_language_wrong)
	});
}
