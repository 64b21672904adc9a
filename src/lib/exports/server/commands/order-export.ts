import { maxUnfinished, type ExportOrder } from '../../export-order.ts';
import { countUnfinished, insertExport } from '../queries.ts';
import { listProvidersOfBoard } from '#lib/cases/server/queries.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import type { ExportId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { requireFreshSignIn } from '#lib/shared/server/require-fresh-sign-in.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface OrderExportInput extends Omit<ExportOrder, 'id' | 'unitIds'> {
	/** Who is to have the file, as it is written in it. */
	readonly recipient: string;
}

/**
 * Orders a file of responses, which the program makes in the background: of the cases within reach, never of those with
 * protected identity; or of anonymous surveys, which only whoever reaches the whole board may have. Refuses a sign-in that
 * is not fresh, an instrument or provider that there is not (`not-found`), and more than a few at a time
 * (`too-many-exports`).
 */
export const orderExport = command({
	name: 'orderExport',
	permission: 'export:make',
	inCase: 'in-query',
	audit: 'always',
	subject: ({ ground, dataSet, instrumentId, format }: OrderExportInput, id: ExportId) => ({
		type: 'export',
		id,
		reason: `${ground} ${dataSet} ${instrumentId} ${format}`
	}),
	async run(work, { recipient, ...wanted }: OrderExportInput): Promise<ExportId> {
		requireFreshSignIn(work.actor, work.now);
		const unitIds = listUnits(work);
		if (wanted.dataSet === 'anonymous-responses' && unitIds !== null) {
			throw new Problem('not-permitted', { permission: 'export:make' });
		}
		if (!findInstrument(work.catalogue, wanted.instrumentId, wanted.instrumentVersion)) {
			throw new Problem('not-found', { what: 'instrument' });
		}
		if (wanted.providerId !== null) {
			const providers = await listProvidersOfBoard(work);
			if (!providers.some(({ id }) => id === wanted.providerId)) {
				throw new Problem('not-found', { what: 'provider' });
			}
		}
		if ((await countUnfinished(work)) >= maxUnfinished) throw new Problem('too-many-exports');
		const id = work.newId() as ExportId;
		const orderedBy = work.actor.kind === 'staff' ? work.actor.staffId : 'system';
		await insertExport(work, { ...wanted, id, unitIds, recipient, orderedBy, orderedAt: work.now });
		return id;
	}
});

/** The units that the order reaches; null is all of the board's cases that are not protected. */
function listUnits({ reach }: Work): ExportOrder['unitIds'] {
	if (reach.kind === 'board') return null;
	return reach.unprotectedIn === 'all' ? null : reach.unprotectedIn;
}
