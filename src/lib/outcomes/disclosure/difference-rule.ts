/**
 * What can be subtracted. Two published figures that differ by one person publish that person: women and everybody, the
 * figure of March and that of April, a filter and the same filter with one condition less. Holds for everything that has
 * been published about the same people, also earlier.
 */
import { ok, refuse, type Result } from '#lib/shared/result.ts';

/**
 * A group that a figure is published for, as the smallest groups it is made of. Time is a group too: those who answered in
 * the first quarter are one and those of the second another, so that yesterday's figure is a part of today's.
 */
export interface PublishedGroup {
	readonly name: string;
	readonly parts: ReadonlySet<string>;
}

export interface Difference {
	/** The figure that others are taken from. */
	readonly from: string;
	readonly taken: readonly string[];
	/** Between 1 and k − 1. */
	readonly people: number;
}

interface Publication {
	/** All that has been published before about these people. */
	readonly published: readonly PublishedGroup[];
	readonly next: PublishedGroup;
	/** People in each smallest group. */
	readonly sizes: ReadonlyMap<string, number>;
	readonly smallestGroup: number;
}

/**
 * Whether one more group can be published beside what is out already: refused when some published group, less others that
 * lie in it and do not overlap, would leave between 1 and k − 1 people. What cannot be reached by taking parts from a whole,
 * only by solving equations, is for the solver (server/audit-linked-figures.ts).
 */
export function mayPublish({ published, next, sizes, smallestGroup }: Publication): Result<true, Difference> {
	const all = [...published, next];
	for (const whole of all) {
		const inside = all.filter((part) => part !== whole && isInside(part, whole));
		const taken = findSmallRest(whole.parts, inside, [], sizes, smallestGroup);
		if (taken && (whole === next || taken.groups.includes(next))) {
			const { groups, people } = taken;
			return refuse({ from: whole.name, taken: groups.map(({ name }) => name), people });
		}
	}
	return ok(true);
}

function isInside(part: PublishedGroup, whole: { readonly parts: ReadonlySet<string> }): boolean {
	return part.parts.isSubsetOf(whole.parts);
}

interface SmallRest {
	readonly groups: readonly PublishedGroup[];
	readonly people: number;
}

/** Takes groups away one after the other in every way until few are left; null when that never happens. */
function findSmallRest(
	parts: ReadonlySet<string>,
	candidates: readonly PublishedGroup[],
	taken: readonly PublishedGroup[],
	sizes: ReadonlyMap<string, number>,
	smallestGroup: number
): SmallRest | null {
	const people = [...parts].reduce((sum, part) => sum + (sizes.get(part) ?? 0), 0);
	if (people > 0 && people < smallestGroup) return { groups: taken, people };
	for (const [index, group] of candidates.entries()) {
		if (!isInside(group, { parts })) continue;
		const rest = parts.difference(group.parts);
		const later = candidates.slice(index + 1);
		const found = findSmallRest(rest, later, [...taken, group], sizes, smallestGroup);
		if (found) return found;
	}
	return null;
}
