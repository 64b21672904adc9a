import { deleteParts, findExport, updateAsCancelled } from '../queries.ts';
import { reachesExport } from '../reaches-export.ts';
import type { ExportId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface CancelExportInput {
	readonly exportId: ExportId;
}

/**
 * Cancels a file that waits or is being made; whoever makes it stops at the next batch. One that is finished is left as it
 * is. Refuses somebody else's order (`not-found`).
 */
export const cancelExport = command({
	name: 'cancelExport',
	permission: 'export:make',
	inCase: 'in-query',
	audit: 'always',
	subject: ({ exportId }: CancelExportInput, wasCancelled: boolean) =>
		wasCancelled ? { type: 'export', id: exportId } : null,
	async run(work, { exportId }: CancelExportInput): Promise<boolean> {
		const order = await findExport(work, exportId);
		if (!order || !reachesExport(work, order)) throw new Problem('not-found');
		const wasCancelled = await updateAsCancelled(work, exportId, work.now);
		if (wasCancelled) await deleteParts(work, exportId);
		return wasCancelled;
	}
});
