import type { InstrumentScores, ScaleScore } from './score.ts';

/** One thing that a recomputation gives otherwise than what was stored. */
export interface ScoreDifference {
	/** The scale, or null when the instrument or the rules themselves differ. */
	readonly scale: string | null;
	/** `score`, `bands`, `ruleVersion` …; `scale` when the scale is in only one of the two. */
	readonly field: string;
	readonly stored: unknown;
	readonly recomputed: unknown;
}

const versionFields = ['instrumentId', 'version', 'ruleVersion'] as const;
const scaleFields = [
	'score',
	'reason',
	'answered',
	'itemCount',
	'lowestPossible',
	'highestPossible',
	'isProrated',
	'bands',
	'bandUnknownBecause',
	'possibleBands'
] as const satisfies (keyof ScaleScore)[];

/**
 * Where a recomputed outcome differs from the stored one; empty when it does not. The stored score stays what it is:
 * a difference is something to report, never to mend in silence.
 */
export function compareScores(stored: InstrumentScores, recomputed: InstrumentScores): ScoreDifference[] {
	const names = new Set([...Object.keys(stored.scales), ...Object.keys(recomputed.scales)]);
	return [
		...versionFields
			.filter((field) => stored[field] !== recomputed[field])
			.map((field) => ({ scale: null, field, stored: stored[field], recomputed: recomputed[field] })),
		...[...names].flatMap((name) => compareScale(name, stored.scales[name], recomputed.scales[name]))
	];
}

function compareScale(
	scale: string,
	stored: ScaleScore | undefined,
	recomputed: ScaleScore | undefined
): ScoreDifference[] {
	if (!stored || !recomputed) {
		return [{ scale, field: 'scale', stored: stored ?? null, recomputed: recomputed ?? null }];
	}
	return scaleFields
		.filter((field) => toText(stored[field]) !== toText(recomputed[field]))
		.map((field) => ({ scale, field, stored: stored[field], recomputed: recomputed[field] }));
}

/** The same text for the same content, whatever order a database gives keys and bands back in. */
function toText(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(toText).sort().join()}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
	const entries = Object.entries(value).map(([key, inner]) => `${key}:${toText(inner)}`);
	return `{${entries.sort().join()}}`;
}
