/** How long until half have ended, when some have not ended yet (Kaplan & Meier 1958). */

export interface Followed {
	/** Days until it ended, or until it was last seen. */
	readonly time: number;
	readonly hasEnded: boolean;
}

export interface SurvivalStep {
	readonly time: number;
	/** The share still going on after this time, 0–1. */
	readonly share: number;
}

/** Room for binary rounding in a product of fractions that is exactly one half. */
const tolerance = 1e-9;

/** The share still going on after each time that something ended. */
export function kaplanMeierSteps(followed: readonly Followed[]): SurvivalStep[] {
	const times = [...new Set(followed.filter(({ hasEnded }) => hasEnded).map(({ time }) => time))];
	let share = 1;
	return times
		.toSorted((a, b) => a - b)
		.map((time) => {
			const atRisk = followed.filter((one) => one.time >= time).length;
			const ended = followed.filter((one) => one.hasEnded && one.time === time).length;
			share *= 1 - ended / atRisk;
			return { time, share };
		});
}

/**
 * The time when half have ended; midway to the next time when exactly half remain over an interval (as R's survfit). Null
 * when fewer than half have ended: then nobody knows yet.
 */
export function kaplanMeierMedian(followed: readonly Followed[]): number | null {
	const reached = kaplanMeierSteps(followed).filter(({ share }) => share < 0.5 + tolerance);
	const [first] = reached;
	if (!first) return null;
	const next = reached.find(({ share }) => share < first.share - tolerance);
	return Math.abs(first.share - 0.5) < tolerance && next ? (first.time + next.time) / 2 : first.time;
}
