import type { Work } from '#lib/shared/server/work.ts';
import type { StoredExport } from './queries.ts';

/** Whether the permission holds for all of the board's cases, but those with protected identity. */
export function reachesWholeBoard({ reach }: Pick<Work, 'reach'>): boolean {
	return reach.kind === 'board' || reach.unprotectedIn === 'all';
}

/**
 * A file is for whoever ordered it, since what is in it was decided by how far they reached; and for whoever reaches the
 * whole board.
 */
export function reachesExport(
	{ actor, reach }: Pick<Work, 'actor' | 'reach'>,
	{ orderedBy }: StoredExport
): boolean {
	return reachesWholeBoard({ reach }) || (actor.kind === 'staff' && actor.staffId === orderedBy);
}
