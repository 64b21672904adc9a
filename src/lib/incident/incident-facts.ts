/** What is known about an installation when something has happened to it. Counts and times; no names and no answers. */

export interface BoardFacts {
	readonly id: string;
	readonly code: string;
	readonly name: string;
	/** Clients there are, and those of them whose name or personal identity number is stored. */
	readonly clients: number;
	readonly identifiedClients: number;
	readonly cases: number;
	readonly protectedCases: number;
	readonly responses: number;
	/** Since the moment asked about. */
	readonly since: {
		readonly logLines: number;
		/** Staff, respondents and the system: how many different ones did something. */
		readonly actors: number;
		/** Different clients in whose cases something was read, and was written. */
		readonly clientsRead: number;
		readonly clientsWritten: number;
		readonly actions: readonly { readonly action: string; readonly count: number }[];
	};
	readonly log: LogVerdict;
}

/** Whether the access log is whole. */
export interface LogVerdict {
	readonly checkedLines: number;
	/** The line that the newest anchor outside the database names; null when there is none. */
	readonly anchoredTo: number | null;
	/** What is wrong with the first line that is not in order, or null. */
	readonly fault: string | null;
	readonly faultyLine: number | null;
}

export interface IncidentFacts {
	readonly program: string;
	readonly node: string;
	readonly database: string;
	readonly gatheredAt: string;
	readonly since: string;
	readonly masterKey: string;
	readonly pendingMigrations: number;
	readonly hasSbom: boolean;
	readonly boards: readonly BoardFacts[];
	readonly signIn: readonly { readonly kind: string; readonly count: number }[];
	readonly staffAccounts: number;
}
