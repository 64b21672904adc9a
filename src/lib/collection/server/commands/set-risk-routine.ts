import { upsertRoutine } from '../alerts/queries.ts';
import type { UnitId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import type { ActorOfBoard } from '#lib/access/actor-of-board.ts';

export interface SetRiskRoutineInput {
	readonly unitId: UnitId;
	/** What is done in the unit when somebody has given an answer that must be seen. */
	readonly routine: string;
}

/** As much as fits on a page; longer ones are linked to from it. */
export const longestRoutine = 4000;

/** Writes the unit's routine. Refuses an empty or very long one (`invalid-input`), and other units to a unit's manager. */
export const setRiskRoutine = command({
	name: 'setRiskRoutine',
	permission: 'routine:write',
	audit: 'always',
	subject: ({ unitId }: SetRiskRoutineInput) => ({ type: 'risk-routine', id: unitId }),
	async run(work, { unitId, routine }: SetRiskRoutineInput): Promise<void> {
		const text = routine.trim();
		if (text === '' || text.length > longestRoutine) throw new Problem('invalid-input', { field: 'routine' });
		if (!mayWriteFor(work.actor, unitId)) throw new Problem('not-permitted');
		await upsertRoutine(work, { unitId, routine: text, changedOn: work.today });
	}
});

/** The follow-up administrator for every unit; a manager for those they manage, null being all of them. */
export function mayWriteFor(actor: ActorOfBoard, unitId: UnitId): boolean {
	if (actor.kind !== 'staff') return actor.kind === 'system';
	if (actor.roles.includes('follow-up-administrator')) return true;
	if (!actor.heldRoles) return actor.roles.includes('unit-manager');
	return actor.heldRoles.some(
		(held) => held.role === 'unit-manager' && (held.unitId === null || held.unitId === unitId)
	);
}
