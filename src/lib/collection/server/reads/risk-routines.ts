import { listRoutines } from '../alerts/queries.ts';
import { mayWriteFor } from '../commands/set-risk-routine.ts';
import { listUnitsOfBoard } from '#lib/access/server/staff/queries.ts';
import type { UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { read } from '#lib/shared/server/read.ts';

export interface UnitRoutine {
	readonly unitId: UnitId;
	readonly unitName: string;
	/** Null where nobody has written it. */
	readonly routine: string | null;
	readonly changedOn: LocalDate | null;
	/** Whether the actor may write this unit's. */
	readonly mayWrite: boolean;
}

/** Every unit of the board with its routine, those without one too. */
export const riskRoutines = read({
	name: 'riskRoutines',
	permission: 'routine:read',
	audit: 'none',
	subject: null,
	async run(work): Promise<readonly UnitRoutine[]> {
		const routines = await listRoutines(work);
		const units = await listUnitsOfBoard(work);
		return units.map(({ id, name }) => {
			const own = routines.find(({ unitId }) => unitId === id);
			return {
				unitId: id,
				unitName: name,
				routine: own?.routine ?? null,
				changedOn: own?.changedOn ?? null,
				mayWrite: mayWriteFor(work.actor, id)
			};
		});
	}
});
