/** How long things lasted in each group, as it may be shown. */
import { summariseValues, type ValueSummary } from '../summarise-pairs.ts';
import { chooseGroups } from './choose-groups.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import { hidden, show, type Shown } from './shown.ts';

export interface KeyedDays {
	readonly key: number;
	readonly days: number;
	readonly groups: readonly string[];
}

export interface ShownDurations extends ValueSummary {
	readonly n: number;
}

export interface DisclosedDurations {
	readonly all: Shown<ShownDurations>;
	readonly groups: readonly { readonly value: string; readonly durations: Shown<ShownDurations> }[];
}

/** Medians and quartiles where there are enough behind them; never the shortest or the longest. */
export function discloseDurations(
	rows: readonly KeyedDays[],
	order: readonly string[],
	rule: DisclosureRule
): DisclosedDurations {
	const inGroup = (value: string) => rows.filter(({ groups }) => groups.includes(value));
	const keysOf = (of: readonly KeyedDays[]): Set<number> => new Set(of.map(({ key }) => key));
	const chosen = chooseGroups(
		keysOf(rows),
		order.map((value) => ({ value, members: keysOf(inGroup(value)) })),
		rule
	);
	const sum = (of: readonly KeyedDays[]): Shown<ShownDurations> =>
		of.length < rule.smallestGroup
			? hidden
			: show({ n: of.length, ...summariseValues(of.map(({ days }) => days)) });
	return {
		all: sum(rows),
		groups: order.map((value) => ({
			value,
			durations: chosen.has(value) ? sum(inGroup(value)) : hidden
		}))
	};
}
