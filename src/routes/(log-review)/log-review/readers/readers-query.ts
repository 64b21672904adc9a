/** What is asked for in the address: which case, why and for whom. */
import * as v from 'valibot';
import {
	tellingGrounds,
	tellingRecipients,
	type TellingGround,
	type TellingRecipient
} from '#lib/audit/readers.ts';
import { m } from '#lib/paraglide/messages.js';
import { refuseField, type RefusedForm } from '#lib/shared/refused-form.ts';
import type { Result } from '#lib/shared/result.ts';
import { choice, requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';

const maxLength = 100;

export interface ReadersQuery {
	readonly caseNumber: string;
	readonly ground: TellingGround;
	readonly recipient: TellingRecipient;
}

/** The question, null when nothing has been asked yet, or what is wrong with it. */
export function parseReadersQuery(query: URLSearchParams): Result<ReadersQuery, RefusedForm> | null {
	if (!query.has('case')) return null;
	const data = new FormData();
	for (const [name, value] of query) data.set(name, value);
	const schema = v.pipe(
		v.object({
			case: requiredText(m.audit_readers_case_missing, maxLength, m.audit_readers_case_unknown),
			ground: choice(tellingGrounds, m.audit_readers_ground_missing),
			recipient: choice(tellingRecipients, m.audit_readers_recipient_missing)
		}),
		v.transform(({ case: caseNumber, ...rest }) => ({ caseNumber, ...rest }))
	);
	return parseForm(schema, data);
}

export const unknownCase = (values: Readonly<Record<string, string>>): RefusedForm =>
	refuseField(values, 'case', m.audit_readers_case_unknown());

const groundWords: Record<TellingGround, () => string> = {
	'own-request': m.audit_readers_ground_own_request,
	investigation: m.audit_readers_ground_investigation,
	supervision: m.audit_readers_ground_supervision
};
const recipientWords: Record<TellingRecipient, () => string> = {
	'the-person': m.audit_readers_recipient_the_person,
	'legal-representative': m.audit_readers_recipient_legal_representative,
	internal: m.audit_readers_recipient_internal,
	authority: m.audit_readers_recipient_authority
};

export const groundChoices = () => tellingGrounds.map((value) => ({ value, label: groundWords[value]() }));
export const recipientChoices = () =>
	tellingRecipients.map((value) => ({ value, label: recipientWords[value]() }));
