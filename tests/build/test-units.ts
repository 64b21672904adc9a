/** A board with two units and people in them, each with an account and a role that holds in one unit. All made up. */
import type { Actor, Role } from '#lib/access/actor.ts';
import { addUnit } from '#lib/access/server/commands/add-unit.ts';
import { inviteStaff } from '#lib/access/server/commands/invite-staff.ts';
import type { StaffId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import type { TestBoard } from './test-board.ts';

export interface TestPerson extends Context {
	readonly staffId: StaffId;
}

export interface TestUnits {
	readonly north: UnitId;
	readonly south: UnitId;
	/** Caseworkers: Nils and Nora in the north, Sara in the south. */
	readonly nils: TestPerson;
	readonly nora: TestPerson;
	readonly sara: TestPerson;
	/** Managers of either unit. */
	readonly northChief: TestPerson;
	readonly southChief: TestPerson;
}

/** Adds the units and the people to the board. */
export async function addTestUnits(board: TestBoard): Promise<TestUnits> {
	const system = { ...board.karin, actor: { kind: 'system', boardId: board.board.id } as const };
	const north = await run(system, addUnit, { name: 'Norr (påhittad)' });
	const south = await run(system, addUnit, { name: 'Söder (påhittad)' });
	const person = async (name: string, role: Role, unitId: UnitId): Promise<TestPerson> => {
		const { staffId } = await run(system, inviteStaff, {
			email: `${name}.${board.board.code}@exempelby.se`.toLowerCase(),
			name: `${name} (påhittad)`,
			assignment: { role, unitId, providerId: null, validFrom: '2026-01-01' as LocalDate, validTo: null }
		});
		const actor: Actor = {
			kind: 'staff',
			boardId: board.board.id,
			staffId,
			name,
			roles: [role],
			heldRoles: [{ role, unitId, providerId: null }]
		};
		return { ...board.karin, actor, staffId };
	};
	return {
		north,
		south,
		nils: await person('Nils', 'caseworker', north),
		nora: await person('Nora', 'caseworker', north),
		sara: await person('Sara', 'caseworker', south),
		northChief: await person('Nina', 'unit-manager', north),
		southChief: await person('Sten', 'unit-manager', south)
	};
}
