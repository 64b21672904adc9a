/** An instrument as something to choose, in ready words. */
export interface InstrumentChoice {
	readonly id: string;
	readonly title: string;
	readonly purpose: string;
	readonly who: string;
	readonly minutes: string | null;
	/** Already used in this case. */
	readonly isUsed: boolean;
	/** Null when it may not be given this way; then `closedBecause` says why. */
	readonly href: string | null;
	readonly closedBecause: string | null;
}
