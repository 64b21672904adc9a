import { listUnitsWithin } from '../opening/queries.ts';
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
		return listUnitsWithin(work, reachOf(work.actor, 'case:write'));
	}
});
