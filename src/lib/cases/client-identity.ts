/** Who a client is, where the board has chosen to store that: nothing in the program needs it. */
import { parsePersonalNumber, type PersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';

export interface ClientIdentity {
	readonly name: string | null;
	/** Personnummer or samordningsnummer. */
	readonly personalNumber: PersonalNumber | null;
}

const longestName = 200;

/** Reads what staff have written. Empty is null; refuses a name that is too long and a number that is not one. */
export function parseClientIdentity(
	written: { readonly name: string | null; readonly personalNumber: string | null },
	today: LocalDate
): Result<ClientIdentity, 'name' | 'personalNumber'> {
	const name = written.name?.normalize('NFC').trim().replaceAll(/\s+/g, ' ') || null;
	if (name !== null && name.length > longestName) return refuse('name');
	const number = written.personalNumber?.trim() || null;
	if (number === null) return ok({ name, personalNumber: null });
	const parsed = parsePersonalNumber(number, today);
	return parsed.ok ? ok({ name, personalNumber: parsed.value }) : refuse('personalNumber');
}

/**
 * Whether every word that was written begins a word of the name, in any order and whatever the case; accents other than
 * those of å, ä and ö do not matter. Nothing matches words shorter than two letters.
 */
export function matchesName(name: string, written: string): boolean {
	const parts = toWords(name);
	const wanted = toWords(written);
	return (
		wanted.length > 0 &&
		wanted.every((word) => word.length > 1 && parts.some((part) => part.startsWith(word)))
	);
}

function toWords(text: string): readonly string[] {
	const folded = text
		.normalize('NFC')
		.toLocaleLowerCase('sv')
		.replaceAll(/[^åäö]/gu, (letter) => letter.normalize('NFD').replaceAll(/\p{M}/gu, ''));
	return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
