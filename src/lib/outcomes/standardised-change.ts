/**
 * A mean change in units of spread. It is called "standardiserad förändring" and never graded as small or large: follow-up
 * says nothing about effects (Socialstyrelsen, Systematisk uppföljning). Several formulas go by nearly the same name, so
 * each has its own here and the export names it.
 */
import { correlation } from './correlation.ts';
import { logGamma } from './distributions.ts';
import type { ScorePair } from './match-pairs.ts';
import { isEssentiallyZero, mean, standardDeviation } from './moments.ts';

export interface StandardisedChange {
	/** d̄ / √((SD₁² + SD₂²) / 2): Cumming; effectsize. The one shown, with its correction `gav`. */
	readonly dav: number | null;
	/** dav · J. Null below three pairs, where J is 0 whatever the data. */
	readonly gav: number | null;
	readonly gavApproximate: number | null;
	/** d̄ / ((SD₁ + SD₂) / 2): Lakens 2013; MOTE. */
	readonly davOfMeanSd: number | null;
	/** d̄ / SD of the differences: how consistent, not how large. */
	readonly dz: number | null;
	readonly gz: number | null;
	/** d̄ / SD before. */
	readonly ofBeforeSd: number | null;
	/** dz · √(2(1 − r)). */
	readonly drm: number | null;
	/** Hedges' correction for small groups, with n − 1 degrees of freedom; null below three pairs. */
	readonly correction: number | null;
	/** 1 − 3 / (4 df − 1): close enough from ten pairs. */
	readonly correctionApproximate: number | null;
}

/** Every standardised mean change of after − before; a formula that would divide by no spread is null. */
export function standardisedChange(pairs: readonly ScorePair[]): StandardisedChange {
	const before = pairs.map((pair) => pair.before);
	const after = pairs.map((pair) => pair.after);
	const differences = pairs.map((pair) => pair.after - pair.before);
	const change = mean(differences);
	const [sdBefore, sdAfter] = [standardDeviation(before), standardDeviation(after)];
	const sdDifference = standardDeviation(differences);
	const r = correlation(before, after);
	const hasSpread = sdBefore !== null && sdAfter !== null;
	const dav = hasSpread ? divide(change, Math.sqrt((sdBefore ** 2 + sdAfter ** 2) / 2)) : null;
	const dz = divide(change, sdDifference);
	const j = pairs.length < 3 ? null : hedgesCorrection(pairs.length - 1);
	const jApproximate = pairs.length < 3 ? null : 1 - 3 / (4 * (pairs.length - 1) - 1);
	return {
		dav,
		gav: times(dav, j),
		gavApproximate: times(dav, jApproximate),
		davOfMeanSd: hasSpread ? divide(change, (sdBefore + sdAfter) / 2) : null,
		dz,
		gz: times(dz, j),
		ofBeforeSd: divide(change, sdBefore),
		drm: r === null ? null : times(dz, Math.sqrt(2 * (1 - r))),
		correction: j,
		correctionApproximate: jApproximate
	};
}

/** J = Γ(df/2) / (√(df/2) · Γ((df − 1)/2)) (Hedges 1981). */
function hedgesCorrection(df: number): number {
	return Math.exp(logGamma(df / 2) - Math.log(Math.sqrt(df / 2)) - logGamma((df - 1) / 2));
}

function divide(change: number | null, spread: number | null): number | null {
	if (change === null || spread === null || isEssentiallyZero(spread, change)) return null;
	return change / spread;
}

function times(value: number | null, factor: number | null): number | null {
	return value === null || factor === null ? null : value * factor;
}
