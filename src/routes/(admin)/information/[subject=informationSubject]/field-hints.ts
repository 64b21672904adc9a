/** What belongs in each field, for whoever writes it. */
import { m } from '#lib/paraglide/messages.js';
import { informationFields, type InformationField } from '#lib/surveys/information.ts';

const hints: Record<InformationField, () => string> = {
	controller: m.information_hint_controller,
	purpose: m.information_hint_purpose,
	voluntary: m.information_hint_voluntary,
	recipients: m.information_hint_recipients,
	retention: m.information_hint_retention,
	legalGround: m.information_hint_legal_ground,
	rights: m.information_hint_rights,
	dataProtectionOfficer: m.information_hint_officer,
	complaint: m.information_hint_complaint
};

/** With the article that asks for it. */
export function hintOf(field: InformationField): string {
	return m.information_hint({ hint: hints[field](), article: informationFields[field] });
}
