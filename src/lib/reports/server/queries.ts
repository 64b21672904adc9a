/** Rows of publications and their figures to and from what the rest of the program knows. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { BoardId, PublicationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { PublishedCut } from '#lib/targets/figure.ts';
import type { EndedBecause, Publication, PublishedFigure, Snapshot } from '../publication.ts';
import { publications, publishedFigures } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

export interface NewPublication extends Omit<Publication, 'ended'> {
	readonly publishedBy: string;
	readonly snapshot: Snapshot;
	readonly cuts: readonly PublishedCut[];
}

export async function insertPublication(
	{ tx, boardId }: Scope,
	value: NewPublication,
	figures: readonly PublishedFigure[]
): Promise<void> {
	await tx.insert(publications).values({ boardId, ...value });
	if (figures.length === 0) return;
	await tx
		.insert(publishedFigures)
		.values(figures.map((figure) => ({ boardId, publicationId: value.id, ...figure })));
}

type Row = typeof publications.$inferSelect;

function toPublication(
	row: Omit<Row, 'snapshot' | 'cuts' | 'boardId' | 'publishedBy' | 'endedBy'>
): Publication {
	const { endedOn: on, endedBecause: because, endedComment: comment, ...rest } = row;
	return { ...rest, ended: on === null || because === null ? null : { on, because, comment } };
}

const facts = {
	id: publications.id,
	year: publications.year,
	version: publications.version,
	publishedOn: publications.publishedOn,
	decidedOn: publications.decidedOn,
	decisionReference: publications.decisionReference,
	hash: publications.hash,
	endedOn: publications.endedOn,
	endedBecause: publications.endedBecause,
	endedComment: publications.endedComment
};

/** Everything that has been published, the latest first. */
export async function listPublicationRows({ tx, boardId }: Scope): Promise<readonly Publication[]> {
	const rows = await tx
		.select(facts)
		.from(publications)
		.where(eq(publications.boardId, boardId))
		.orderBy(desc(publications.year), desc(publications.version));
	return rows.map(toPublication);
}

/** The cuts of everything that has ever been published of the year. */
export async function listPublishedCuts(
	{ tx, boardId }: Scope,
	year: number
): Promise<readonly PublishedCut[]> {
	const rows = await tx
		.select({ cuts: publications.cuts })
		.from(publications)
		.where(and(eq(publications.boardId, boardId), eq(publications.year, year)))
		.orderBy(asc(publications.version));
	return rows.flatMap(({ cuts }) => cuts);
}

export interface ShownPublication {
	readonly publication: Publication;
	readonly snapshot: Snapshot;
	readonly figures: readonly PublishedFigure[];
}

/** The one that is out now, with its figures; null when there is none. */
export async function findCurrentPublication(
	{ tx, boardId }: Scope,
	year: number
): Promise<ShownPublication | null> {
	const rows = await tx
		.select({ ...facts, snapshot: publications.snapshot })
		.from(publications)
		.where(and(eq(publications.boardId, boardId), eq(publications.year, year), isNull(publications.endedOn)));
	const row = rows[0];
	if (!row) return null;
	const { snapshot, ...rest } = row;
	return {
		publication: toPublication(rest),
		snapshot,
		figures: await listFigures({ tx, boardId }, row.id)
	};
}

async function listFigures(
	{ tx, boardId }: Scope,
	publicationId: PublicationId
): Promise<readonly PublishedFigure[]> {
	const rows = await tx
		.select()
		.from(publishedFigures)
		.where(and(eq(publishedFigures.boardId, boardId), eq(publishedFigures.publicationId, publicationId)))
		.orderBy(asc(publishedFigures.number));
	return rows.map(({ number, definition, result, hash }) => ({ number, definition, result, hash }));
}

/** One figure's record, whether it is still out or not; null when there is none. */
export async function findFigure(
	{ tx, boardId }: Scope,
	{ year, version, number }: { readonly year: number; readonly version: number; readonly number: number }
): Promise<PublishedFigure | null> {
	const rows = await tx
		.select({ figure: publishedFigures })
		.from(publishedFigures)
		.innerJoin(
			publications,
			and(
				eq(publications.boardId, publishedFigures.boardId),
				eq(publications.id, publishedFigures.publicationId)
			)
		)
		.where(
			and(
				eq(publishedFigures.boardId, boardId),
				eq(publications.year, year),
				eq(publications.version, version),
				eq(publishedFigures.number, number)
			)
		);
	const row = rows[0]?.figure;
	if (!row) return null;
	const { definition, result, hash } = row;
	return { number, definition, result, hash };
}

/** Ends the one that is out. False when there is none. */
export async function endPublication(
	{ tx, boardId }: Scope,
	year: number,
	end: {
		readonly on: LocalDate;
		readonly by: string;
		readonly because: EndedBecause;
		readonly comment: string | null;
	}
): Promise<PublicationId | null> {
	const rows = await tx
		.update(publications)
		.set({ endedOn: end.on, endedBy: end.by, endedBecause: end.because, endedComment: end.comment })
		.where(and(eq(publications.boardId, boardId), eq(publications.year, year), isNull(publications.endedOn)))
		.returning({ id: publications.id });
	return rows[0]?.id ?? null;
}
