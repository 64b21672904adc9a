/** What a case's page shows of the plan that it follows, in ready words. */
import type { Standing } from '../assess-occasion.ts';
import type { CasePlanId, OccasionId } from '#lib/shared/ids.ts';

export interface OccasionItem {
	readonly id: OccasionId;
	readonly what: string;
	readonly who: string;
	readonly standing: Standing;
	readonly stateLabel: string;
	/** When it was done, why it was missed. */
	readonly detail: string | null;
	readonly readHref: string | null;
	/** What can be done about it now; null where nothing can. */
	readonly act: {
		readonly sendHref: string | null;
		readonly interviewHref: string | null;
		readonly interviewLabel: string;
		readonly paperHref: string | null;
		readonly paperLabel: string;
		/** Measured elsewhere: that it is done is recorded by hand. */
		readonly mayRecordDone: boolean;
		readonly mayMiss: boolean;
	} | null;
	readonly mayReopen: boolean;
}

export interface OccasionGroup {
	readonly key: string;
	readonly name: string;
	readonly when: string;
	/** Said of a daily measurement instead of a row for each day. */
	readonly summary: string | null;
	readonly items: readonly OccasionItem[];
	/** Settled and further away: folded. */
	readonly isQuiet: boolean;
}

export interface FollowedPlanView {
	readonly id: CasePlanId;
	readonly name: string;
	readonly about: string;
	readonly groups: readonly OccasionGroup[];
	readonly quiet: readonly OccasionGroup[];
	readonly mayEnd: boolean;
}
