import type { UnitId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';
import { insertUnit } from '../staff/queries.ts';

export interface AddUnitInput {
	readonly name: string;
}

/** Adds a unit (enhet) to the board. Refuses a name the board already has (`already-exists`). */
export const addUnit = command({
	name: 'addUnit',
	permission: 'staff:write',
	audit: 'always',
	subject: (_input: AddUnitInput, id: UnitId) => ({ type: 'unit', id }),
	async run(work, { name }: AddUnitInput): Promise<UnitId> {
		const id = work.newId() as UnitId;
		await insertUnit(work, { id, name });
		return id;
	}
});
