import * as v from 'valibot';
import { occasions } from '#lib/cases/case.ts';
import type { Instrument, Respondent } from '#lib/instruments/instrument.ts';
import type { InvitationWay } from '#lib/invitations/channel.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { choice, requiredDate } from '#lib/shared/server/form-fields.ts';
import { isExpiryAllowed, linkExpiry } from '../link-expiry.ts';

/** What is chosen when a link is made for the instrument on the given day. */
export function sendFormSchema(
	{
		respondents,
		ways
	}: Pick<Instrument, 'respondents'> & { readonly ways: readonly ('show' | InvitationWay)[] },
	today: LocalDate
) {
	const wrongDay = () => m.staff_send_expires_wrong({ last: linkExpiry(today).last });
	return v.object({
		how: v.pipe(v.optional(v.string(), 'show'), v.picklist(ways, m.invitations_send_how_wrong)),
		occasion: choice(occasions, m.staff_send_occasion_missing),
		respondent: chosenRespondent(respondents),
		expiresOn: v.pipe(
			requiredDate(wrongDay),
			v.check((day) => isExpiryAllowed(day, today), wrongDay)
		)
	});
}

/** One of those the instrument is for; with only one there is nothing to choose. */
export function chosenRespondent(respondents: readonly Respondent[]) {
	const only = respondents.length === 1 ? respondents[0] : undefined;
	return v.pipe(
		v.optional(v.string(), only ?? ''),
		v.check((text) => respondents.some((respondent) => respondent === text), m.staff_send_respondent_missing),
		v.transform((text) => text as Respondent)
	);
}
