import { reachesWholeBoard } from '../reaches-export.ts';
import { listExportsOf, type StoredExport } from '../queries.ts';
import { nameStaff } from '#lib/access/server/colleagues/queries.ts';
import { read } from '#lib/shared/server/read.ts';

const mostShown = 30;

/** What the actor has ordered, or everybody in the board for whoever reaches it all, the latest first: what it is and how far it has come, nothing of what is in it. */
export const listExports = read({
	name: 'listExports',
	permission: 'export:make',
	inCase: 'in-query',
	audit: 'none',
	subject: null,
	async run(
		work,
		_input: Record<never, never>
	): Promise<readonly (StoredExport & { readonly orderedByName: string | null })[]> {
		const own = work.actor.kind === 'staff' && !reachesWholeBoard(work) ? work.actor.staffId : null;
		const orders = await listExportsOf(work, own, mostShown);
		const nameOf = await nameStaff(
			work,
			orders.map(({ orderedBy }) => orderedBy)
		);
		return orders.map((order) => ({ ...order, orderedByName: nameOf(order.orderedBy) }));
	}
});
