/** What the list of cases shows of a case. */
export interface CaseListItem {
	readonly href: string;
	readonly caseNumber: string;
	readonly clientNumber: string;
	readonly concern: string | null;
	readonly openedOn: string;
	readonly closedOn: string | null;
	/** Administrations that wait for an answer. */
	readonly waiting: number;
	readonly answered: number;
}

/** A case of somebody who was searched for. */
export interface FoundPerson {
	readonly href: string;
	readonly caseNumber: string;
	readonly clientNumber: string;
	readonly name: string | null;
	readonly closedOn: string | null;
}
