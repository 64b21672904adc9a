import { deleteOldImports, insertImport, listImportSources } from '../import/queries.ts';
import type { FileCells } from '../import/read-file.ts';
import { chooseOwnUnit } from '../opening/queries.ts';
import { applySavedColumns, guessColumns } from '../../import/import-field.ts';
import type { ImportId, ImportSourceId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';

export interface StageImportInput {
	readonly cells: FileCells;
	/** A saved choice of columns to read it with; left out, the headings are guessed from. */
	readonly sourceId?: ImportSourceId | null;
}

/** Keeps a file of cases, sealed, until it is imported, thrown away or a day old. Nothing of it is in any case yet. */
export const stageImport = command({
	name: 'stageImport',
	permission: 'case:import',
	inCase: 'in-query',
	audit: 'always',
	subject: (_input: StageImportInput) => ({ type: 'case-list', id: null, reason: 'import' }),
	async run(work, { cells, sourceId = null }: StageImportInput): Promise<void> {
		await deleteOldImports(work);
		const source = (await listImportSources(work)).find(({ id }) => id === sourceId);
		const columns = source ? applySavedColumns(source.columns, cells.headings) : guessColumns(cells.headings);
		// One's own unit from the start: a case without a unit would be out of one's own reach.
		const unitId = chooseOwnUnit(work, null);
		await insertImport(work, { id: work.newId() as ImportId, cells, columns, unitId });
	}
});
