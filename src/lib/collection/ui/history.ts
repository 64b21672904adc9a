/** What has been done to a response, in ready words. */
export interface CorrectionChange {
	readonly key: string;
	readonly what: string;
	readonly before: string;
	readonly after: string;
}

export interface CorrectionView {
	readonly key: string;
	/** "Rättat den … av …, tidigare svar". */
	readonly title: string;
	readonly caption: string;
	readonly reason: string;
	/** The questions that were answered otherwise, and the scores that became others. */
	readonly changes: readonly CorrectionChange[];
}

export interface RestrictionView {
	readonly key: string;
	readonly sentence: string;
	readonly ground: string;
}
