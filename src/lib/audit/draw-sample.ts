/**
 * Which visits a month's review looks at: some for their risks, some by chance. Drawn from a seed that is stored, so that
 * anybody can draw again and get the same, and nobody can choose.
 */
import { reviewLimits, reviewRules, type RiskId, type SampleReason } from './review-rules.ts';
import type { Visit } from './visit.ts';

export interface SampledVisit {
	readonly visit: Visit;
	readonly reasons: readonly SampleReason[];
}

interface Ranked {
	readonly visit: Visit;
	readonly risks: readonly RiskId[];
	readonly weight: number;
	readonly rank: string;
}

/**
 * The sample in the order it was drawn. `rank` turns a visit's key into text that is as good as random and always the
 * same for the same seed: the lowest are drawn first.
 */
export function drawSample(
	visits: readonly Visit[],
	risksByKey: ReadonlyMap<string, readonly RiskId[]>,
	rank: (key: string) => string
): readonly SampledVisit[] {
	const ranked = visits
		.map((visit): Ranked => {
			const risks = risksByKey.get(visit.key) ?? [];
			const weight = risks.reduce((sum, risk) => sum + reviewRules[risk].weight, 0);
			return { visit, risks, weight, rank: rank(visit.key) };
		})
		.sort(byRank);
	const risky = drawRisky(ranked.filter(({ weight }) => weight > 0).sort(byWeight));
	const drawn = new Set(risky.map(({ visit }) => visit.key));
	const byChance = ranked.filter(({ visit }) => !drawn.has(visit.key)).slice(0, reviewLimits.randomSample);
	return [
		...risky.map(({ visit, risks }) => ({ visit, reasons: risks })),
		...byChance.map(({ visit, risks }) => ({ visit, reasons: ['random' as const, ...risks] }))
	];
}

/** The heaviest first, but no one person fills the sample while others' visits wait. */
function drawRisky(candidates: readonly Ranked[]): readonly Ranked[] {
	const taken = new Map<string, number>();
	const first: Ranked[] = [];
	const rest: Ranked[] = [];
	for (const candidate of candidates) {
		const { actorId } = candidate.visit;
		const count = taken.get(actorId) ?? 0;
		taken.set(actorId, count + 1);
		(count < reviewLimits.perPerson ? first : rest).push(candidate);
	}
	return [...first, ...rest].slice(0, reviewLimits.riskSample);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byRank = (one: Ranked, other: Ranked): number => compare(one.rank, other.rank);
const byWeight = (one: Ranked, other: Ranked): number => other.weight - one.weight || byRank(one, other);
