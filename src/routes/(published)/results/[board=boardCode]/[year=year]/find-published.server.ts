/** What the board has published of a year, for whoever has the address. */
import { publishedResults, type PublishedResults } from '#lib/reports/server/reads/published-results.ts';
import { Problem } from '#lib/shared/problem.ts';
import { findBoardByCode } from '#lib/shared/server/boards.ts';
import { fetch } from '#lib/shared/server/read.ts';

interface Place {
	readonly board: string;
	readonly year: string;
}

export interface Found extends PublishedResults {
	readonly boardCode: string;
}

/** Throws the Problem `not-found` when nothing of the year is out. */
export async function findPublished({ context }: App.Locals, { board: code, year }: Place): Promise<Found> {
	const board = await findBoardByCode(context.database, code);
	if (!board) throw new Problem('not-found');
	// Whoever reads is nobody, whatever else the same browser is signed in to.
	const reader = { ...context, actor: { kind: 'respondent', boardId: board.id } as const };
	return { ...(await fetch(reader, publishedResults, { year: Number(year) })), boardCode: board.code };
}

/** As it was published it stays: the picture's own hash is its tag. */
export function isUnchanged(request: Request, { publication }: Found): boolean {
	return request.headers.get('if-none-match') === tagOf(publication.hash);
}

export function tagOf(hash: string): string {
	return `"${hash.slice(0, 32)}"`;
}
