/**
 * Jacobson & Truax' cut-offs between a clinical and a functional group (1991). A published screening limit (AUDIT 8) is a
 * band edge and none of these; the words are kept apart.
 */
import type { Scale } from '#lib/instruments/instrument.ts';
import type { ReliableChange } from './reliable-change.ts';

/** A comparison group's figures with their source registered elsewhere; null = not known. */
export interface GroupNorms {
	readonly clinical: { readonly mean: number; readonly standardDeviation: number } | null;
	readonly functional: { readonly mean: number; readonly standardDeviation: number } | null;
}

export interface ClinicalCutOffs {
	/** Two SD from the clinical group's mean, towards better. Null without a clinical group. */
	readonly a: number | null;
	/** Two SD (the functional group's own) from the functional group's mean, towards worse. */
	readonly b: number | null;
	/** The weighted middle: the one to use when both groups are known, and otherwise none. */
	readonly c: number | null;
}

export type ClinicalCategory = 'recovered' | 'improved' | 'no-reliable-change' | 'worsened';

/** The three cut-offs, each null without the groups it needs. */
export function clinicalCutOffs(
	{ clinical, functional }: GroupNorms,
	direction: Scale['direction']
): ClinicalCutOffs {
	const sign = direction === 'higher-better' ? 1 : -1;
	const spread = (clinical?.standardDeviation ?? 0) + (functional?.standardDeviation ?? 0);
	return {
		a: clinical ? clinical.mean + sign * 2 * clinical.standardDeviation : null,
		b: functional ? functional.mean - sign * 2 * functional.standardDeviation : null,
		c:
			clinical && functional && spread > 0
				? (clinical.standardDeviation * functional.mean + functional.standardDeviation * clinical.mean) /
					spread
				: null
	};
}

/** Recovered = reliably better and across c from the clinical to the functional side; without c nobody can be. */
export function clinicalCategory(
	{ before, after }: { readonly before: number; readonly after: number },
	verdict: ReliableChange['verdict'],
	cutOff: number | null,
	direction: Scale['direction']
): ClinicalCategory {
	if (verdict === 'reliably-worse') return 'worsened';
	if (verdict === 'not-reliable') return 'no-reliable-change';
	const sign = direction === 'higher-better' ? 1 : -1;
	const hasCrossed = cutOff !== null && sign * before < sign * cutOff && sign * after > sign * cutOff;
	return hasCrossed ? 'recovered' : 'improved';
}
