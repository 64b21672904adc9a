interface Numbered {
	readonly caseNumber: string;
}

/**
 * Whether what was searched for is part of the case number; capitals and blanks do not matter. Nothing else can be searched
 * in: 15 § förordning (2001:637) names name, personal identity number, coordination number and case number, and a client's
 * number in another system is none of them.
 */
export function matchesNumber(row: Numbered, query: string): boolean {
	return toComparable(row.caseNumber).includes(toComparable(query));
}

function toComparable(text: string): string {
	return text.replace(/\s/g, '').toLowerCase();
}
