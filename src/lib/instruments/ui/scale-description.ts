/** A scale with every source's limits, in ready words. */
export interface ScaleDescription {
	readonly name: string;
	readonly title: string;
	/** Numbers of the questions in it. */
	readonly items: string;
	readonly range: string;
	readonly direction: string;
	readonly missing: string;
	/** What is known of the measurement error. */
	readonly change: string;
	readonly limits: readonly LimitDescription[];
}

export interface LimitDescription {
	readonly key: string;
	readonly source: string;
	readonly evidence: string;
	/** Used in the client's result. */
	readonly isDefault: boolean;
	readonly person: string;
	readonly label: string;
	readonly points: string;
}
