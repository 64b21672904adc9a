/** Whether a change is larger than the instrument's own measurement error (Jacobson & Truax 1991). */
import type { ChangeParameters, Scale } from '#lib/instruments/instrument.ts';

/** qnorm(.975): the level used everywhere in the platform; a change must exceed it, not only reach it. */
const defaultZ = 1.959963984540054;
/** A change of exactly z · S_diff must not become reliable through binary rounding. */
const roundingGuard = 1e-9;

export interface ReliableChange {
	readonly standardErrorOfMeasurement: number;
	readonly standardErrorOfDifference: number;
	/** (after − before) / standard error of the difference. */
	readonly index: number;
	/** The change that must be exceeded, in points. */
	readonly thresholdPoints: number;
	/** The smallest whole-point change that is reliable. */
	readonly thresholdWholePoints: number;
	readonly verdict: 'reliably-better' | 'reliably-worse' | 'not-reliable';
}

interface Input {
	readonly before: number;
	readonly after: number;
	readonly direction: Scale['direction'];
	readonly parameters: Pick<ChangeParameters, 'standardDeviation' | 'reliability'>;
	readonly z?: number;
}

/**
 * The reliable change index with its threshold. Refuses (null) an SD that is not above 0 and a reliability outside
 * 0 ≤ r < 1. RC = (after − before) / (SD · √2 · √(1 − r)).
 */
export function reliableChange({
	before,
	after,
	direction,
	parameters,
	z = defaultZ
}: Input): ReliableChange | null {
	const { standardDeviation, reliability } = parameters;
	if (!(standardDeviation > 0) || !(reliability >= 0 && reliability < 1)) return null;
	const standardErrorOfMeasurement = standardDeviation * Math.sqrt(1 - reliability);
	const standardErrorOfDifference = Math.SQRT2 * standardErrorOfMeasurement;
	const index = (after - before) / standardErrorOfDifference;
	const thresholdPoints = z * standardErrorOfDifference;
	return {
		standardErrorOfMeasurement,
		standardErrorOfDifference,
		index,
		thresholdPoints,
		thresholdWholePoints: Math.floor(thresholdPoints + roundingGuard) + 1,
		verdict: judge(direction === 'higher-better' ? index : -index, z)
	};
}

function judge(improvement: number, z: number): ReliableChange['verdict'] {
	if (improvement > z + roundingGuard) return 'reliably-better';
	if (improvement < -z - roundingGuard) return 'reliably-worse';
	return 'not-reliable';
}
