import { fail } from '@sveltejs/kit';
import type { Refusal } from '#lib/access/server/sign-in/outcome.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { waitWords } from './wait-words.ts';

/** The refused form again, with the same sentence whatever it was that did not fit. */
export function failAttempt(
	refusal: Exclude<Refusal, { kind: 'ended' }>,
	field: string,
	sentence: string,
	values: Readonly<Record<string, string>> = {}
) {
	return refusal.kind === 'throttled'
		? fail(429, refuseField(values, field, waitWords(refusal.waitSeconds)))
		: fail(401, refuseField(values, field, sentence));
}
