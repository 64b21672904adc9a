import { m } from '#lib/paraglide/messages.js';
import { parseId, type ProviderId } from '#lib/shared/ids.ts';
import type { RefusedForm } from '#lib/shared/refused-form.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { checkLimit } from '#lib/surveys/link-limit.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';

const wholeNumber = /^\d{1,6}$/;

/** How many each provider asks, by fields named `invited-<provider>`; empty where it is not known. */
export function readInvited(
	data: FormData
): Result<readonly { providerId: ProviderId; invited: number | null }[], RefusedForm> {
	const read = readNumbers(data, 'invited-', (number) => number < 100_000, m.surveys_invited_wrong);
	if (!read.ok) return read;
	return ok(read.value.map(({ providerId, number }) => ({ providerId, invited: number })));
}

/** How many answers each provider's link takes, by fields named `limit-<provider>`; empty for what follows by itself. */
export function readLimits(
	data: FormData
): Result<readonly { providerId: ProviderId; mostAnswers: number | null }[], RefusedForm> {
	const read = readNumbers(data, 'limit-', (number) => checkLimit(number).ok, m.surveys_limit_wrong);
	if (!read.ok) return read;
	return ok(read.value.map(({ providerId, number }) => ({ providerId, mostAnswers: number })));
}

function readNumbers(
	data: FormData,
	prefix: string,
	isRight: (number: number) => boolean,
	wrongWords: () => string
): Result<readonly { readonly providerId: ProviderId; readonly number: number | null }[], RefusedForm> {
	const values = readFields(data);
	const written = Object.entries(values).flatMap(([name, text]) => {
		const providerId = name.startsWith(prefix) && parseId<ProviderId>(name.slice(prefix.length));
		return providerId ? [{ name, providerId, text }] : [];
	});
	const wrong = written.filter(
		({ text }) => text !== '' && !(wholeNumber.test(text) && isRight(Number(text)))
	);
	if (wrong.length > 0) {
		return refuse({ values, errors: Object.fromEntries(wrong.map(({ name }) => [name, wrongWords()])) });
	}
	return ok(
		written.map(({ providerId, text }) => ({ providerId, number: text === '' ? null : Number(text) }))
	);
}
