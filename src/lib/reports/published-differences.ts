/**
 * Whether a year's figures can be published beside what has been published before of the same year. Two figures that differ
 * by a few people publish those people (security.md N9: over all published cuts, and over time).
 */
import { mayPublish } from '#lib/outcomes/disclosure/difference-rule.ts';
import { partName, type PublishedCut } from '#lib/targets/figure.ts';

export interface Limits {
	/** The smallest group that may be told apart. */
	readonly smallestGroup: number;
	/** The smallest group whose answers may be known one by one. */
	readonly smallestKnownGroup: number;
}

export interface CutConflict {
	readonly cut: PublishedCut;
	/** `difference`: a few answers lie between the two. `changed`: answers that were counted then are no longer the same. */
	readonly kind: 'difference' | 'changed';
}

interface Input {
	/** Of every earlier publication of the year, withdrawn ones too: what has been out is out. */
	readonly earlier: readonly PublishedCut[];
	readonly next: readonly PublishedCut[];
	/** Answers now in each smallest group. */
	readonly sizes: ReadonlyMap<string, number>;
	readonly limitsOf: (cut: PublishedCut) => Limits;
}

/** The figures that stand in the way; none when everything can be published. */
export function findConflicts({ earlier, next, sizes, limitsOf }: Input): readonly CutConflict[] {
	return next.flatMap((cut): CutConflict[] => {
		const limits = limitsOf(cut);
		const before = earlier.filter((one) => isSame(one, cut));
		const hasChanged = before.some((one) => {
			const gap = Math.abs(sumOf(one, sizes) - one.n);
			return gap > 0 && gap < limits.smallestGroup;
		});
		if (hasChanged) return [{ cut, kind: 'changed' }];
		const isRefused = !mayPublish({
			published: before.map((one, index) => toGroup(one, `publicerad ${index + 1}`)),
			next: toGroup(cut, 'ny'),
			sizes,
			smallestGroup: limits.smallestGroup
		}).ok;
		return isRefused || tellsAnswers(cut, { earlier, next, sizes, limits })
			? [{ cut, kind: 'difference' }]
			: [];
	});
}

function isSame(one: PublishedCut, other: PublishedCut): boolean {
	return (
		one.instrumentId === other.instrumentId && one.item === other.item && one.providerId === other.providerId
	);
}

function toGroup(cut: PublishedCut, name: string) {
	return { name, parts: new Set(cut.quarters.map((quarter) => partName(cut, quarter))) };
}

function sumOf(cut: PublishedCut, sizes: ReadonlyMap<string, number>): number {
	return cut.quarters.reduce((sum, quarter) => sum + (sizes.get(partName(cut, quarter)) ?? 0), 0);
}

/**
 * The answers of all known providers are shown together, category by category: what has come since then must be many enough
 * for its answers to be known, or the two pictures' difference is a small group's answers.
 */
function tellsAnswers(
	cut: PublishedCut,
	{ earlier, next, sizes, limits }: Omit<Input, 'limitsOf'> & { readonly limits: Limits }
): boolean {
	const ofQuestion = (all: readonly PublishedCut[]): readonly PublishedCut[] =>
		all.filter(
			({ isPooled, instrumentId, item }) => isPooled && instrumentId === cut.instrumentId && item === cut.item
		);
	const before = ofQuestion(earlier);
	if (!cut.isPooled || before.length === 0) return false;
	const known = new Set(before.flatMap((one) => one.quarters.map((quarter) => partName(one, quarter))));
	const added = ofQuestion(next)
		.flatMap((one) => one.quarters.map((quarter) => partName(one, quarter)))
		.filter((part) => !known.has(part))
		.reduce((sum, part) => sum + (sizes.get(part) ?? 0), 0);
	return added > 0 && added < limits.smallestKnownGroup;
}
