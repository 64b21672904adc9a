import { findOwnImport, saveImportSource, updateImport } from '../import/queries.ts';
import { chooseOwnUnit } from '../opening/queries.ts';
import { toSavedColumns, type ColumnMap } from '../../import/import-field.ts';
import type { ImportSourceId, UnitId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface MapImportInput {
	readonly columns: ColumnMap;
	/** The unit that the cases are to be in; left out, the person's only or first one. */
	readonly unitId: UnitId | null;
	/** Saves the choice for the next file, under this name. */
	readonly saveAs: string | null;
}

/**
 * Says which column each field is in. Refuses a column that the file does not have and a unit where the person may not import
 * (`invalid-input`), and when there is no file on its way (`changed-meanwhile`).
 */
export const mapImport = command({
	name: 'mapImport',
	permission: 'case:import',
	inCase: 'in-query',
	audit: 'always',
	subject: (_input: MapImportInput) => ({ type: 'case-list', id: null, reason: 'import' }),
	async run(work, { columns, unitId, saveAs }: MapImportInput): Promise<void> {
		const pending = await findOwnImport(work);
		if (!pending) throw new Problem('changed-meanwhile');
		const { id, cells } = pending;
		if (Object.values(columns).some((at) => cells.headings[at] === undefined)) {
			throw new Problem('invalid-input', { field: 'columns' });
		}
		await updateImport(work, { id, columns, unitId: chooseOwnUnit(work, unitId) });
		if (saveAs === null) return;
		const saved = toSavedColumns(columns, cells.headings);
		await saveImportSource(work, { id: work.newId() as ImportSourceId, name: saveAs, columns: saved });
	}
});
