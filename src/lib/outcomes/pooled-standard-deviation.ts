import { total } from './moments.ts';

/**
 * The spread within groups, weighted by their degrees of freedom: √(Σ(n − 1)·SD² / Σ(n − 1)). Groups below two answers carry
 * no spread. Null when none does.
 */
export function pooledStandardDeviation(
	groups: readonly { readonly n: number; readonly standardDeviation: number | null }[]
): number | null {
	const known = groups.filter(({ n, standardDeviation }) => n > 1 && standardDeviation !== null);
	const freedom = total(known.map(({ n }) => n - 1));
	if (freedom === 0) return null;
	const squares = known.map(({ n, standardDeviation }) => (n - 1) * (standardDeviation ?? 0) ** 2);
	return Math.sqrt(total(squares) / freedom);
}
