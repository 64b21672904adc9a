/** The list's words for each plan: what it is called, how it stands, how many follow it. */
import type { PlanRow } from '#lib/plans/server/queries.ts';
import { m } from '#lib/paraglide/messages.js';

export interface PlanCard {
	readonly href: string;
	readonly name: string;
	readonly service: string;
	readonly state: string;
	readonly tint: 'success' | 'accent' | 'neutral';
	readonly version: string | null;
	readonly cases: string;
}

/** By name, those that are no longer used last. */
export function toPlanCards(plans: readonly PlanRow[]): PlanCard[] {
	return plans
		.flatMap((row) => {
			const [newest] = row.versions;
			return newest ? [{ ...row, newest }] : [];
		})
		.sort(
			(one, other) =>
				Number(one.retiredOn !== null) - Number(other.retiredOn !== null) ||
				one.newest.plan.name.localeCompare(other.newest.plan.name, 'sv')
		)
		.map((row) => ({
			href: `/plans/${row.id}`,
			name: row.newest.plan.name,
			service: row.newest.plan.service,
			cases: casesWords(row.cases),
			...toState(row)
		}));
}

function toState({
	retiredOn,
	versions
}: Pick<PlanRow, 'retiredOn' | 'versions'>): Pick<PlanCard, 'state' | 'tint' | 'version'> {
	const published = versions.find(({ publishedOn }) => publishedOn !== null);
	const version = published ? publishedWords(published) : null;
	if (retiredOn !== null) return { state: m.plans_state_retired(), tint: 'neutral', version };
	if (!published) return { state: m.plans_state_draft(), tint: 'accent', version };
	return versions[0]?.publishedOn === null
		? { state: m.plans_state_changed(), tint: 'accent', version }
		: { state: m.plans_state_published(), tint: 'success', version };
}

export function publishedWords({
	version,
	publishedOn
}: Pick<PlanRow['versions'][number], 'version' | 'publishedOn'>): string {
	return m.plans_published_on({ version, date: publishedOn ?? '' });
}

export function casesWords(count: number): string {
	if (count === 0) return m.plans_cases_none();
	return count === 1 ? m.plans_cases_one() : m.plans_cases({ count });
}
