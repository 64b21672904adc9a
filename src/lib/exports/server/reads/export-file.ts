import { findExport, findPart, type StoredExport } from '../queries.ts';
import { reachesExport } from '../reaches-export.ts';
import type { ExportId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';
import { requireFreshSignIn } from '#lib/shared/server/require-fresh-sign-in.ts';

export interface ExportFileInput {
	readonly exportId: ExportId;
}

/**
 * Lets the actor have their finished file. Every time is in the access log, among the reads of lists of cases: whoever asks
 * who has read about them is told. Refuses a sign-in that is not fresh, somebody else's file and one that is not there any
 * more (`not-found`).
 */
export const exportFile = read({
	name: 'exportFile',
	permission: 'export:make',
	inCase: 'in-query',
	audit: 'always',
	subject: ({ exportId }: ExportFileInput, { dataSet, ground }: StoredExport) => ({
		type: dataSet === 'case-responses' ? 'case-list' : 'export',
		id: exportId,
		reason: ground
	}),
	async run(work, { exportId }: ExportFileInput): Promise<StoredExport> {
		requireFreshSignIn(work.actor, work.now);
		const order = await findExport(work, exportId);
		if (!order || order.state !== 'done' || !reachesExport(work, order)) throw new Problem('not-found');
		return order;
	}
});

export interface ExportPartInput extends ExportFileInput {
	readonly number: number;
}

/** One piece of a file that `exportFile` has let the actor have; null after the last. */
export const exportPart = read({
	name: 'exportPart',
	permission: 'export:make',
	inCase: 'in-query',
	audit: 'none',
	subject: null,
	async run(work, { exportId, number }: ExportPartInput): Promise<Buffer | null> {
		const order = await findExport(work, exportId);
		if (!order || !reachesExport(work, order)) throw new Problem('not-found');
		return findPart(work, exportId, number);
	}
});
