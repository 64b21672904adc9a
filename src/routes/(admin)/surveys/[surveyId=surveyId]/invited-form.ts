import { m } from '#lib/paraglide/messages.js';
import { parseId, type ProviderId } from '#lib/shared/ids.ts';
import type { RefusedForm } from '#lib/shared/refused-form.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';

const wholeNumber = /^\d{1,5}$/;

/** How many each provider asks, by fields named `invited-<provider>`; empty where it is not known. */
export function readInvited(
	data: FormData
): Result<readonly { providerId: ProviderId; invited: number | null }[], RefusedForm> {
	const values = readFields(data);
	const written = Object.entries(values).flatMap(([name, text]) => {
		const providerId = parseId<ProviderId>(name.replace(/^invited-/, ''));
		return providerId && name.startsWith('invited-') ? [{ name, providerId, text }] : [];
	});
	const wrong = written.filter(({ text }) => text !== '' && !wholeNumber.test(text));
	if (wrong.length > 0) {
		const errors = Object.fromEntries(wrong.map(({ name }) => [name, m.surveys_invited_wrong()]));
		return refuse({ values, errors });
	}
	return ok(
		written.map(({ providerId, text }) => ({ providerId, invited: text === '' ? null : Number(text) }))
	);
}
