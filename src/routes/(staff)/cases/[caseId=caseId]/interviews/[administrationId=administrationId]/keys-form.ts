/** The form where the keys of an interview are chosen, and the cookie that this computer keeps them in. */
import {
	checkKeys,
	keyActions,
	type KeyAction,
	type KeyMap,
	type KeySettings
} from '#lib/collection/interview-keys.ts';
import { m } from '#lib/paraglide/messages.js';
import type { RefusedForm } from '#lib/shared/refused-form.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';

export const keysCookie = 'genklang-keys';

const sentences = { 'not-a-key': m.interview_keys_not_a_key, taken: m.interview_keys_taken } as const;

/** The settings as chosen, or a sentence at each key that will not do. */
export function readKeysForm(data: FormData): Result<KeySettings, RefusedForm> {
	const entries = keyActions.map((action) => [action, String(data.get(action) ?? '').trim()] as const);
	const keys = Object.fromEntries(
		entries.map(([action, key]) => [action, key.toLocaleLowerCase('sv')])
	) as KeyMap;
	const refusals = checkKeys(keys);
	if (refusals.length === 0) {
		return ok({ isOn: data.get('isOn') === 'yes', movesOn: data.get('movesOn') === 'yes', keys });
	}
	const errors = Object.fromEntries(
		refusals.map(({ action, reason }): [KeyAction, string] => [action, sentences[reason]()])
	);
	return refuse({ values: Object.fromEntries(entries), errors });
}
