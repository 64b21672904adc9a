/** Files of cases on their way in: rows to and from what the rest of the program knows. */
import { and, asc, eq, lt, sql } from 'drizzle-orm';
import type { ImportId, ImportSourceId, UnitId } from '#lib/shared/ids.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { ColumnMap, ImportField } from '../../import/import-field.ts';
import { caseImports, caseImportSources } from '../import-tables.ts';
import type { FileCells } from './read-file.ts';

type Scope = Pick<Work, 'tx' | 'boardId' | 'cipher' | 'actor' | 'now'>;

export interface PendingImport {
	readonly id: ImportId;
	readonly cells: FileCells;
	readonly columns: ColumnMap;
	readonly unitId: UnitId | null;
}

/** A file that is left lying is thrown away after a day: it may hold names, and nobody waits for it any more. */
const keptMs = 86_400_000;

/** Whose the file is; the program itself has one too. */
const ownerOf = ({ actor }: Pick<Scope, 'actor'>): string =>
	actor.kind === 'staff' ? actor.staffId : actor.kind;

/** Keeps the file in place of the one that the same person had. */
export async function insertImport(scope: Scope, value: PendingImport): Promise<void> {
	const { tx, boardId, cipher, now } = scope;
	const { id, cells, columns, unitId } = value;
	await deleteOwnImport(scope);
	const content = (await cipher()).seal('case_imports.content', id, JSON.stringify(cells));
	await tx
		.insert(caseImports)
		.values({ boardId, id, staffId: ownerOf(scope), createdAt: now, content, columns, unitId });
}

/** The file that the person has on its way, or null. */
export async function findOwnImport(scope: Scope): Promise<PendingImport | null> {
	const { tx, boardId, cipher } = scope;
	const [row] = await tx
		.select()
		.from(caseImports)
		.where(and(eq(caseImports.boardId, boardId), eq(caseImports.staffId, ownerOf(scope))));
	if (!row) return null;
	const { id, columns, unitId } = row;
	const content = (await cipher()).open('case_imports.content', id, row.content);
	return { id, columns, unitId, cells: JSON.parse(content ?? '{"headings":[],"rows":[]}') as FileCells };
}

export async function updateImport(
	{ tx, boardId }: Scope,
	{ id, columns, unitId }: Pick<PendingImport, 'id' | 'columns' | 'unitId'>
): Promise<void> {
	await tx
		.update(caseImports)
		.set({ columns, unitId })
		.where(and(eq(caseImports.boardId, boardId), eq(caseImports.id, id)));
}

export async function deleteOwnImport(scope: Scope): Promise<void> {
	const { tx, boardId } = scope;
	await tx
		.delete(caseImports)
		.where(and(eq(caseImports.boardId, boardId), eq(caseImports.staffId, ownerOf(scope))));
}

/** Throws away what has been left for a day, whoever left it. How many files there were. */
export async function deleteOldImports({ tx, boardId, now }: Scope): Promise<number> {
	const before = new Date(now.getTime() - keptMs);
	const gone = await tx
		.delete(caseImports)
		.where(and(eq(caseImports.boardId, boardId), lt(caseImports.createdAt, before)))
		.returning({ id: caseImports.id });
	return gone.length;
}

export interface ImportSource {
	readonly id: ImportSourceId;
	readonly name: string;
	readonly columns: Readonly<Partial<Record<ImportField, string>>>;
}

/** The board's saved choices of columns, by name. */
export async function listImportSources({ tx, boardId }: Scope): Promise<readonly ImportSource[]> {
	return tx
		.select({ id: caseImportSources.id, name: caseImportSources.name, columns: caseImportSources.columns })
		.from(caseImportSources)
		.where(eq(caseImportSources.boardId, boardId))
		.orderBy(asc(caseImportSources.name));
}

/** Saves a choice of columns under its name, in place of what had the name. */
export async function saveImportSource({ tx, boardId }: Scope, value: ImportSource): Promise<void> {
	await tx
		.insert(caseImportSources)
		.values({ boardId, ...value })
		.onConflictDoUpdate({
			target: [caseImportSources.boardId, caseImportSources.name],
			set: { columns: sql`excluded.columns` }
		});
}
