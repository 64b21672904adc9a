/** What the pages about erasing show, in words. */
export interface RecordView {
	readonly id: string;
	readonly caseNumbers: string;
	readonly lastNoteOn: string;
	readonly dueOn: string;
	readonly isOverdue: boolean;
	/** What the program could not decide; null when it could. */
	readonly asks: string | null;
	/** Chosen from the start: erase where the program is certain, nothing where it asks. */
	readonly choice: 'erase' | '';
}

export interface ApprovedView {
	/** Who and when. */
	readonly sentence: string;
	readonly outcome: readonly string[];
	readonly button: string;
	readonly rows: readonly {
		readonly id: string;
		readonly caseNumbers: string;
		readonly lastNoteOn: string;
		readonly decision: string;
		readonly isKept: boolean;
	}[];
}

export interface HoldView {
	readonly clientId: string;
	readonly caseNumbers: string;
	readonly reason: string;
	/** Who and when. */
	readonly by: string;
}

export interface CertificateRow {
	readonly id: string;
	readonly day: string;
	readonly persons: string;
	readonly approvedBy: string;
	readonly isSwept: boolean;
}

export interface Option {
	readonly value: string;
	readonly label: string;
}
