/** What a log review looks at: not single lines, but that somebody was in a case on a day. */
import type { CaseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

/** What a line of the log says, as far as a review needs it. */
export interface ReviewLine {
	readonly happenedAt: Date;
	readonly action: string;
	readonly kind: 'read' | 'write';
	/** Null for lists and searches. */
	readonly caseId: CaseId | null;
	readonly actorId: string;
}

/** Everything one member of staff did in one case, or in the lists of cases, on one Swedish day. */
export interface Visit {
	/** Names the visit: actor, case and day. */
	readonly key: string;
	readonly actorId: string;
	readonly caseId: CaseId | null;
	readonly day: LocalDate;
	readonly firstAt: Date;
	readonly lastAt: Date;
	readonly reads: number;
	readonly writes: number;
	/** What was done, each once, in the order it was first done. */
	readonly actions: readonly string[];
	readonly lines: readonly ReviewLine[];
}

/** Gathers lines, given in any order, into visits in the order they began. `toDay` gives the Swedish day. */
export function gatherVisits(
	lines: readonly ReviewLine[],
	toDay: (moment: Date) => LocalDate
): readonly Visit[] {
	const inOrder = lines.toSorted((one, other) => one.happenedAt.getTime() - other.happenedAt.getTime());
	const groups = Map.groupBy(inOrder, (line) => keyOf(line, toDay(line.happenedAt)));
	return [...groups].flatMap(([key, group]) => {
		const [first] = group;
		const last = group.at(-1);
		if (!first || !last) return [];
		const reads = group.filter(({ kind }) => kind === 'read').length;
		return {
			key,
			actorId: first.actorId,
			caseId: first.caseId,
			day: toDay(first.happenedAt),
			firstAt: first.happenedAt,
			lastAt: last.happenedAt,
			reads,
			writes: group.length - reads,
			actions: [...new Set(group.map(({ action }) => action))],
			lines: group
		};
	});
}

function keyOf({ actorId, caseId }: ReviewLine, day: LocalDate): string {
	return JSON.stringify([actorId, caseId, day]);
}
