import { checkImport, type CheckedImport } from '../import/check-import.ts';
import {
	findOwnImport,
	listImportSources,
	type ImportSource,
	type PendingImport
} from '../import/queries.ts';
import { listUnitsWithin } from '../opening/queries.ts';
import type { UnitId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export interface ImportDesk {
	/** Null when the person has no file on its way. */
	readonly pending: (PendingImport & { readonly checked: CheckedImport }) | null;
	readonly sources: readonly ImportSource[];
	/** Where the cases can be put. */
	readonly units: readonly { readonly id: UnitId; readonly name: string }[];
}

/** The file of cases that the person has on its way, with what it would do or what is wrong with it. */
export const pendingImport = read({
	name: 'pendingImport',
	permission: 'case:import',
	inCase: 'in-query',
	audit: 'always',
	subject: (_input: Record<never, never>) => ({ type: 'case-list', id: null, reason: 'import' }),
	async run(work, _input: Record<never, never>): Promise<ImportDesk> {
		const found = await findOwnImport(work);
		return {
			pending: found && { ...found, checked: await checkImport(work, found) },
			sources: await listImportSources(work),
			units: await listUnitsWithin(work, work.reach)
		};
	}
});
