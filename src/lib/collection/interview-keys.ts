/** What the keys of an interview do: the printed code answers, letters do the rest. */
import type { Question, Option } from '#lib/instruments/questionnaire.ts';
import { printedCode } from './paper.ts';

/** What has a letter of its own, that can be changed to another. */
export const keyActions = [
	'yes',
	'no',
	'dont-know',
	'declined',
	'not-asked',
	'back',
	'note',
	'jump',
	'pause',
	'language'
] as const;
export type KeyAction = (typeof keyActions)[number];
export type KeyMap = Readonly<Record<KeyAction, string>>;

export interface KeySettings {
	/** Single keys do something only when this is on (WCAG 2.1.4). */
	readonly isOn: boolean;
	/** Whether an answer to a question with one answer moves on by itself. */
	readonly movesOn: boolean;
	readonly keys: KeyMap;
}

/** The first letters of the Swedish words, as far as they go: ja, nej, vet ej, svarar ej, ej aktuell, bakåt, lättläst. */
export const standardKeys: KeySettings = {
	isOn: true,
	movesOn: true,
	keys: {
		yes: 'j',
		no: 'n',
		'dont-know': 'v',
		declined: 's',
		'not-asked': 'e',
		back: 'b',
		note: 'a',
		jump: 'g',
		pause: 'p',
		language: 'l'
	}
};

/** Any one sign that is no digit: those are the codes. */
const keyPattern = /^[^\d\s]$/u;

export type KeyRefusal = { readonly action: KeyAction; readonly reason: 'not-a-key' | 'taken' };

/** The keys as somebody has chosen them, or what is wrong: more than one sign, a digit, or a key that is taken. */
export function checkKeys(chosen: KeyMap): readonly KeyRefusal[] {
	const lower = keyActions.map((action) => [action, chosen[action].toLocaleLowerCase('sv')] as const);
	return lower.flatMap(([action, key], at): KeyRefusal[] => {
		if (!keyPattern.test(key)) return [{ action, reason: 'not-a-key' }];
		return lower.slice(0, at).some(([, other]) => other === key) ? [{ action, reason: 'taken' }] : [];
	});
}

/** The settings as one line of text: on or off, moves on or not, and the keys in order. */
export function writeKeySettings({ isOn, movesOn, keys }: KeySettings): string {
	const flags = `${isOn ? 1 : 0}${movesOn ? 1 : 0}`;
	return flags + keyActions.map((action) => keys[action].toLocaleLowerCase('sv')).join('');
}

/** The settings that a line says; the standard ones where it is none of ours. */
export function parseKeySettings(text: string | undefined): KeySettings {
	const signs = [...(text ?? '')];
	// Chosen before the language had a key of its own.
	if (signs.length === keyActions.length + 1) signs.push(standardKeys.keys.language);
	const [on, moves, ...rest] = signs;
	if (signs.length !== keyActions.length + 2 || !/^[01]$/.test(on ?? '') || !/^[01]$/.test(moves ?? '')) {
		return standardKeys;
	}
	const keys = Object.fromEntries(keyActions.map((action, at) => [action, rest[at] ?? ''])) as KeyMap;
	return checkKeys(keys).length > 0 ? standardKeys : { isOn: on === '1', movesOn: moves === '1', keys };
}

/**
 * The digits that choose each option, in the options' order: the code printed on the form where all codes are numbers of
 * one or two digits, otherwise the place in the list, which the page shows beside the option all the same.
 */
export function listOptionKeys(options: readonly Pick<Option, 'code'>[]): string[] {
	const codes = options.map(printedCode);
	return codes.every((code) => /^\d{1,2}$/.test(code)) ? codes : options.map((_, at) => String(at + 1));
}

export type TypedDigits =
	/** Exactly this key, and nothing longer begins with it. */
	| { readonly kind: 'chosen'; readonly key: string }
	/** More may come; after a short wait this key is meant, if any. */
	| { readonly kind: 'waiting'; readonly key: string | null }
	| { readonly kind: 'none' };

/** What digits typed so far mean among the keys there are. */
export function readDigits(keys: readonly string[], typed: string): TypedDigits {
	const isKey = keys.includes(typed);
	const isBeginning = keys.some((key) => key !== typed && key.startsWith(typed));
	if (isBeginning) return { kind: 'waiting', key: isKey ? typed : null };
	return isKey ? { kind: 'chosen', key: typed } : { kind: 'none' };
}

/** Whether a choice is the whole answer, so that it can move on by itself. */
export function isSingleChoice(question: Question): boolean {
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'rating':
		case 'boolean':
		case 'matrix':
			return true;
		case 'checkbox':
		case 'text':
		case 'comment':
		case 'slider':
			return false;
	}
}
