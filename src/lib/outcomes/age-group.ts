/** An age group's lowest age; it reaches to the next one's. */
export type AgeLimits = readonly number[];

/**
 * The group an age falls in, written as "18–20" and the last as "80–". The age is the one at a stated date (at the
 * referral), never today's. Null for an unknown age or one below the first limit.
 */
export function ageGroup(ageInYears: number | null, limits: AgeLimits): string | null {
	if (ageInYears === null) return null;
	const index = limits.findLastIndex((limit) => ageInYears >= limit);
	const from = limits[index];
	if (from === undefined) return null;
	return writeGroup(from, limits[index + 1]);
}

/** All groups in order, for a table where empty ones are shown too. */
export function listAgeGroups(limits: AgeLimits): string[] {
	return limits.map((from, index) => writeGroup(from, limits[index + 1]));
}

function writeGroup(from: number, next: number | undefined): string {
	if (next === undefined) return `${from}–`;
	return next === from + 1 ? `${from}` : `${from}–${next - 1}`;
}
