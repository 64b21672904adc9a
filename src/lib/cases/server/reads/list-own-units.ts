import { listUnitsOfBoard } from '#lib/access/server/staff/queries.ts';
import { reachOf } from '#lib/access/permissions.ts';
import type { UnitId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

/** The units where the caseworker can open a case, by name; all of the board's for whoever works in all of it. */
export const listOwnUnits = read({
	name: 'listOwnUnits',
	permission: 'case:open',
	audit: 'none',
	subject: null,
	async run(
		work,
		_input: Record<never, never>
	): Promise<readonly { readonly id: UnitId; readonly name: string }[]> {
		const reach = reachOf(work.actor, 'case:write');
		const units = await listUnitsOfBoard(work);
		if (reach.kind === 'board' || reach.assignedIn === 'all') return units;
		const { assignedIn } = reach;
		return units.filter(({ id }) => assignedIn.includes(id));
	}
});
