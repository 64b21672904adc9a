/**
 * What a variable is called in files: small letters a–z, digits and underscores, a letter first, at most 64 characters.
 * That is a name in SPSS, R, Stata and a spreadsheet alike, and it never changes: whoever has written a script keeps it.
 */

const longestName = 64;

/** The text as a name: å and ä become a, ö becomes o, everything else that is no letter or digit an underscore. */
export function toVariableName(text: string): string {
	const plain = text
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[øØ]/g, 'o')
		.replaceAll(/[æÆ]/g, 'a')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '_')
		.replaceAll(/^_+|_+$/g, '');
	const named = /^[a-z]/.test(plain) && !reserved.has(plain) ? plain : `v_${plain}`;
	return named.slice(0, longestName);
}

/** Words that SPSS keeps for itself (Command Syntax Reference: Reserved keywords). */
const reserved = new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with']);

/** The names in the same order, each once: a name that has been taken gets a number after it. */
export function makeUnique(names: readonly string[]): string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		let unique = name;
		for (let number = 2; taken.has(unique); number += 1) {
			const ending = `_${number}`;
			unique = `${name.slice(0, longestName - ending.length)}${ending}`;
		}
		taken.add(unique);
		return unique;
	});
}

/** What the questions' names begin with, `audit` of audit_1 and audit_2; null when they have no beginning in common. */
export function findCommonPrefix(names: readonly string[]): string | null {
	const first = names[0];
	if (first === undefined) return null;
	for (let end = first.lastIndexOf('_'); end > 0; end = first.lastIndexOf('_', end - 1)) {
		const beginning = first.slice(0, end + 1);
		if (names.every((name) => name.startsWith(beginning))) return first.slice(0, end);
	}
	return null;
}
