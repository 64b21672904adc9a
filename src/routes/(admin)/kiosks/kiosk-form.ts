import * as v from 'valibot';
import { isPin } from '#lib/kiosk/kiosk.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type SurveyLinkId } from '#lib/shared/ids.ts';
import { requiredText } from '#lib/shared/server/form-fields.ts';

const maxNameLength = 80;

const name = requiredText(m.kiosk_name_problem, maxNameLength, () =>
	m.staff_case_new_too_long({ max: maxNameLength })
);

/** What is written when a tablet gets a place. The surveys come apart, since there may be several. */
export const newKioskSchema = v.object({
	name,
	pin: v.pipe(v.optional(v.string(), ''), v.check(isPin, m.kiosk_pin_problem))
});

/** The same when it is changed; no digits mean the ones there are. */
export const changedKioskSchema = v.object({
	name,
	pin: v.pipe(
		v.optional(v.string(), ''),
		v.check((text) => text === '' || isPin(text), m.kiosk_pin_problem),
		v.transform((text) => (text === '' ? null : text))
	)
});

/** The chosen surveys' links, each once. */
export function readLinkIds(data: FormData): SurveyLinkId[] {
	const chosen = data.getAll('linkIds').flatMap((text) => parseId<SurveyLinkId>(String(text)) ?? []);
	return [...new Set(chosen)];
}

/** What stands at the surveys when none is chosen. */
export function missingSurveys(linkIds: readonly SurveyLinkId[]): Record<string, string> {
	return linkIds.length === 0 ? { linkIds: m.kiosk_surveys_problem() } : {};
}
