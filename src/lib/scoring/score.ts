/** Why a scale has no score. */
export type NoScoreReason = 'missing-items' | 'invalid-answer' | 'no-scored-items';

/** Why no verdict is given although there is a score. */
export type BandUnknownReason = 'sex' | 'age' | 'sex-and-age';

export interface AppliedBand {
	/** Id of the band set (its source). */
	readonly set: string;
	readonly label: string;
	readonly from: number;
	readonly to: number;
}

/** A band that would apply to a person of this sex and age; null = both, or no limit. */
export interface PossibleBand extends AppliedBand {
	readonly sex: 'female' | 'male' | null;
	readonly ageMin: number | null;
	readonly ageMax: number | null;
}

/** One scale's outcome for one response. A value, or null with a reason: never a guess. */
export interface ScaleScore {
	readonly score: number | null;
	readonly reason: NoScoreReason | null;
	/** Items with a score, structural zeros included. */
	readonly answered: number;
	readonly itemCount: number;
	/** The ends of what the score could be, given what is answered. Null when an answer is invalid. */
	readonly lowestPossible: number | null;
	readonly highestPossible: number | null;
	readonly isProrated: boolean;
	/** Those that apply to the score, all sets. Empty when there is no score. */
	readonly bands: readonly AppliedBand[];
	/** What is not known about the person and decides the verdict in at least one set; null when nothing is missing. */
	readonly bandUnknownBecause: BandUnknownReason | null;
	/**
	 * The lines that could apply when sex or age is unknown (all shown, none chosen): every line of a 'cut-off' set,
	 * and of a set that covers the scale the bands the score lies in.
	 */
	readonly possibleBands: readonly PossibleBand[];
}

export interface InstrumentScores {
	readonly instrumentId: string;
	readonly version: string;
	readonly ruleVersion: string;
	readonly scales: Readonly<Record<string, ScaleScore>>;
}

/** What is known of the person when the answers were given. */
export interface PersonFacts {
	readonly sex: 'female' | 'male' | null;
	readonly ageInYears: number | null;
}
