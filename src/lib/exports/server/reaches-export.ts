import type { Work } from '#lib/shared/server/work.ts';
import type { StoredExport } from './queries.ts';

/**
 * A file is for whoever ordered it, since what is in it was decided by how far they reached; and for whoever reaches the
 * whole board.
 */
export function reachesExport(
	{ actor, reach }: Pick<Work, 'actor' | 'reach'>,
	{ orderedBy }: StoredExport
): boolean {
	return reach.kind === 'board' || (actor.kind === 'staff' && actor.staffId === orderedBy);
}
