/** Which groups may have a figure of their own beside the one for all: large enough, and none to be had by subtraction. */
import { mayPublish, type PublishedGroup } from './difference-rule.ts';
import type { DisclosureRule } from './disclosure-rules.ts';

export interface GroupOfPeople {
	readonly value: string;
	/** Keys of those the figure rests on; somebody may be in several groups. */
	readonly members: ReadonlySet<number>;
}

/**
 * The values of the groups that may be shown, the largest chosen first. Everybody together is published too, also those in
 * none of the groups; `everybody` are their keys.
 */
export function chooseGroups(
	everybody: ReadonlySet<number>,
	groups: readonly GroupOfPeople[],
	rule: DisclosureRule
): ReadonlySet<string> {
	const sizes = new Map<string, number>();
	const partOf = new Map<number, string>();
	for (const key of everybody) {
		const part = groups.map(({ members }) => (members.has(key) ? '1' : '0')).join('');
		partOf.set(key, part);
		sizes.set(part, (sizes.get(part) ?? 0) + 1);
	}
	const toGroup = (name: string, members: ReadonlySet<number>): PublishedGroup => ({
		name,
		parts: new Set([...members].flatMap((key) => partOf.get(key) ?? []))
	});
	const published = [toGroup('', everybody)];
	const { smallestGroup, smallestDividedGroup } = rule;
	const inOrder = groups
		.filter(({ members }) => members.size >= Math.max(smallestGroup, smallestDividedGroup))
		.toSorted((a, b) => b.members.size - a.members.size);
	for (const { value, members } of inOrder) {
		const next = toGroup(value, members);
		// A group that is everybody has the same figure as everybody.
		const isSame = published.some(({ parts }) => parts.symmetricDifference(next.parts).size === 0);
		if (isSame || mayPublish({ published, next, sizes, smallestGroup }).ok) published.push(next);
	}
	return new Set(published.slice(1).map(({ name }) => name));
}
