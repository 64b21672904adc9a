import { carryOutImport } from '../import/carry-out.ts';
import { checkImport } from '../import/check-import.ts';
import { deleteOwnImport, findOwnImport } from '../import/queries.ts';
import { appendAuditEvents } from '#lib/audit/server/queries.ts';
import type { ImportId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface ImportCasesInput {
	/** The file that was looked at: another one that has taken its place meanwhile is not imported. */
	readonly importId: ImportId;
}

export interface ImportedCases {
	readonly newCases: number;
	readonly addedInterventions: number;
	readonly endedInterventions: number;
	readonly unchangedCases: number;
}

/**
 * Imports a file of cases: all of it or nothing. Refuses another file than the one that was looked at (`changed-meanwhile`)
 * and one with anything wrong in it (`import-refused`); what is wrong is told by `pendingImport`.
 */
export const importCases = command({
	name: 'importCases',
	permission: 'case:import',
	inCase: 'in-query',
	audit: 'always',
	subject: (_input: ImportCasesInput) => ({ type: 'case-list', id: null, reason: 'import' }),
	async run(work, { importId }: ImportCasesInput): Promise<ImportedCases> {
		const pending = await findOwnImport(work);
		if (pending?.id !== importId) throw new Problem('changed-meanwhile');
		const { plan, problems, unmapped } = await checkImport(work, pending);
		if (problems.length > 0 || unmapped.length > 0) throw new Problem('import-refused');
		const touched = await carryOutImport(work, plan, pending.unitId);
		await deleteOwnImport(work);
		// By its own line a person is told that their case came this way.
		await appendAuditEvents(work, 'write', importCases.name, touched);
		return {
			newCases: plan.newCases.length,
			addedInterventions: plan.addedInterventions.length,
			endedInterventions: plan.endedInterventions.length,
			unchangedCases: plan.unchangedCases
		};
	}
});
