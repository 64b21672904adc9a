/** A scale with every source's limits, in ready words. */
export interface ScaleDescription {
	readonly name: string;
	readonly title: string;
	/** Numbers of the questions in it. */
	readonly items: string;
	readonly range: string;
	readonly direction: string;
	readonly missing: string;
	/** What is known of the measurement error; null when no source is known. */
	readonly change: string | null;
	readonly limits: readonly LimitSet[];
}

/** What one source says about the scale. */
export interface LimitSet {
	readonly key: string;
	readonly source: string;
	/** Tags of the instrument's list of sources. */
	readonly tags: string;
	readonly evidence: string;
	/** Used in the client's result. */
	readonly isDefault: boolean;
	/** Whom the columns are for: women, men, ages; or everyone. */
	readonly persons: readonly string[];
	readonly bands: readonly LimitBand[];
}

export interface LimitBand {
	readonly label: string;
	/** One per column; a dash where the source says nothing. */
	readonly points: readonly string[];
}
