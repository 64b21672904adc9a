import type { GroupSummary } from './mean-interval.ts';

/**
 * The standard deviation within groups, pooled: √(Σ(nᵢ − 1)sᵢ² / Σ(nᵢ − 1)), as in an analysis of variance. What a funnel's
 * limits are made of. Null when no group has two values, or nobody differs from anybody.
 */
export function pooledWithinGroups(
	groups: readonly Pick<GroupSummary, 'n' | 'standardDeviation'>[]
): number | null {
	const known = groups.flatMap(({ n, standardDeviation }) =>
		standardDeviation === null ? [] : [{ degrees: n - 1, variance: standardDeviation ** 2 }]
	);
	const degrees = known.reduce((sum, group) => sum + group.degrees, 0);
	if (degrees === 0) return null;
	const variance = known.reduce((sum, group) => sum + group.degrees * group.variance, 0) / degrees;
	return variance === 0 ? null : Math.sqrt(variance);
}
