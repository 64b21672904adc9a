import type { ActorOfBoard } from '#lib/access/actor-of-board.ts';
import type { UnitId } from '#lib/shared/ids.ts';

/** The units whose figures the actor may see: a manager those they manage, the follow-up administrator all (null). */
export function managedUnits(actor: ActorOfBoard): readonly UnitId[] | null {
	if (actor.kind !== 'staff' || actor.roles.includes('follow-up-administrator') || !actor.heldRoles)
		return null;
	const held = actor.heldRoles.filter(({ role }) => role === 'unit-manager');
	return held.some(({ unitId }) => unitId === null) ? null : held.flatMap(({ unitId }) => unitId ?? []);
}
