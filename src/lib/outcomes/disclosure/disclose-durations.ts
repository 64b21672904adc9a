/** How long things lasted in each group, as it may be shown. */
import { kaplanMeierMedian } from '../kaplan-meier.ts';
import { summariseValues, type ValueSummary } from '../summarise-pairs.ts';
import { chooseGroups } from './choose-groups.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import { hidden, mapShown, show, type Shown } from './shown.ts';

export interface KeyedDays {
	readonly key: number;
	/** Until it ended, or until it was seen. */
	readonly days: number;
	readonly hasEnded: boolean;
	readonly groups: readonly string[];
}

/** Of those that have ended. */
export interface ShownDurations extends ValueSummary {
	readonly n: number;
	/** With those that go on: without them what is new or growing looks short. */
	readonly withOngoing: Shown<OngoingDurations>;
}

export interface OngoingDurations {
	readonly ongoing: number;
	/** Kaplan–Meier; null when fewer than half have ended. */
	readonly medianDays: number | null;
}

export interface DisclosedDurations {
	readonly all: Shown<ShownDurations>;
	readonly groups: readonly { readonly value: string; readonly durations: Shown<ShownDurations> }[];
}

/** Medians and quartiles where there are enough behind them; never the shortest or the longest. */
export function discloseDurations(
	all: readonly KeyedDays[],
	order: readonly string[],
	rule: DisclosureRule
): DisclosedDurations {
	const rows = all.filter(({ hasEnded }) => hasEnded);
	const inGroup = (value: string) => rows.filter(({ groups }) => groups.includes(value));
	const keysOf = (of: readonly KeyedDays[]): Set<number> => new Set(of.map(({ key }) => key));
	const chosen = chooseGroups(
		keysOf(rows),
		order.map((value) => ({ value, members: keysOf(inGroup(value)) })),
		rule
	);
	const sum = (of: readonly KeyedDays[], isIn: (one: KeyedDays) => boolean): Shown<ShownDurations> =>
		of.length < rule.smallestGroup
			? hidden
			: show({
					n: of.length,
					...summariseValues(of.map(({ days }) => days)),
					withOngoing: countOngoing(all.filter(isIn), rule)
				});
	const groups = order.map((value) => ({
		value,
		durations: chosen.has(value) ? sum(inGroup(value), (one) => one.groups.includes(value)) : hidden
	}));
	return { all: sum(rows, () => true), groups: areAllTold(groups) ? groups : groups.map(withoutOngoing) };
}

type Group = DisclosedDurations['groups'][number];

/** With one of them hidden, those that go on in it are everybody's less the others'. */
function areAllTold(groups: readonly Group[]): boolean {
	return groups.every(
		({ durations }) => durations.kind === 'shown' && durations.value.withOngoing.kind === 'shown'
	);
}

function withoutOngoing({ value, durations }: Group): Group {
	return { value, durations: mapShown(durations, (of) => ({ ...of, withOngoing: hidden })) };
}

/** Hidden where so few go on that both medians together would tell of them. */
function countOngoing(started: readonly KeyedDays[], rule: DisclosureRule): Shown<OngoingDurations> {
	const ongoing = started.filter(({ hasEnded }) => !hasEnded).length;
	if (ongoing > 0 && ongoing < rule.smallestGroup) return hidden;
	const followed = started.map(({ days, hasEnded }) => ({ time: days, hasEnded }));
	return show({ ongoing, medianDays: kaplanMeierMedian(followed) });
}
