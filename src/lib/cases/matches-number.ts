interface Numbered {
	readonly caseNumber: string;
	readonly clientNumber: string;
}

/**
 * Whether what was searched for is part of the case's or the client's number; capitals and blanks do not matter.
 * Nothing else of a case can be searched in (15 § förordning 2001:637 limits what may be a search key).
 */
export function matchesNumber(row: Numbered, query: string): boolean {
	const wanted = toComparable(query);
	return [row.caseNumber, row.clientNumber].some((number) => toComparable(number).includes(wanted));
}

function toComparable(text: string): string {
	return text.replace(/\s/g, '').toLowerCase();
}
