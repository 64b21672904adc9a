import { describe, expect, it } from 'vitest';
import type { BoardId, ProviderId, UnitId } from '#lib/shared/ids.ts';
import { roles, type Actor, type HeldRole, type Role } from './actor.ts';
import {
	isForSomeCases,
	mayAct,
	permissions,
	reachesProvider,
	reachOf,
	type Permission
} from './permissions.ts';

const boardId = '00000000-0000-4000-8000-000000000001' as BoardId;
const north = '00000000-0000-4000-8000-00000000000a' as UnitId;
const south = '00000000-0000-4000-8000-00000000000b' as UnitId;
const provider = '00000000-0000-4000-8000-00000000000c' as ProviderId;

function staff(...heldRoles: HeldRole[]): Actor {
	const base = { kind: 'staff', boardId, staffId: 'kim', name: 'Kim' } as const;
	return { ...base, roles: heldRoles.map(({ role }) => role), heldRoles };
}
const held = (role: Role, unitId: UnitId | null = null, providerId: ProviderId | null = null) => ({
	role,
	unitId,
	providerId
});
const everyPermission = Object.keys(permissions) as Permission[];

describe('who may what', () => {
	it('gives nothing to a visitor who is nobody', () => {
		for (const permission of everyPermission) {
			expect(mayAct({ kind: 'anonymous' }, permission)).toBe(false);
		}
	});

	it('gives a link holder their own answer and what everybody may read, and nothing else', () => {
		const holder: Actor = { kind: 'respondent', boardId };
		expect(everyPermission.filter((permission) => mayAct(holder, permission))).toEqual([
			'response:submit',
			'publication:read'
		]);
	});

	it.each([
		'follow-up-administrator',
		'system-administrator',
		'board-member',
		'log-reviewer',
		'provider-staff'
	])('never lets a %s into a case', (role) => {
		const inCases = everyPermission.filter(isForSomeCases);
		expect(inCases.length).toBeGreaterThan(4);
		expect(inCases.filter((permission) => mayAct(staff(held(role as Role)), permission))).toEqual([]);
	});

	it('lets nobody into every case of the board', () => {
		for (const permission of everyPermission.filter(isForSomeCases)) {
			for (const role of roles) expect(reachOf(staff(held(role)), permission).kind).toBe('part');
		}
	});
});

describe('how far', () => {
	const part = { kind: 'part', assignedIn: [], unprotectedIn: [], providers: [] };

	it('a caseworker’s own cases, in the units where they work as one', () => {
		expect(reachOf(staff(held('caseworker', north)), 'case:read')).toEqual({ ...part, assignedIn: [north] });
		expect(reachOf(staff(held('caseworker')), 'case:read')).toEqual({ ...part, assignedIn: 'all' });
	});

	it('a manager’s own unit', () => {
		expect(reachOf(staff(held('unit-manager', south)), 'case:read')).toEqual({
			...part,
			unprotectedIn: [south]
		});
	});

	it('the sum of two roles, each in its own unit', () => {
		const both = staff(held('caseworker', north), held('unit-manager', south));
		expect(reachOf(both, 'case:read')).toEqual({ ...part, assignedIn: [north], unprotectedIn: [south] });
		expect(reachOf(both, 'case:write')).toEqual({ ...part, assignedIn: [north] });
	});

	it('a provider’s staff what is about that provider', () => {
		for (const permission of ['result:read', 'target:read'] as const) {
			const reach = reachOf(staff(held('provider-staff', null, provider)), permission);
			expect(reach).toEqual({ ...part, providers: [provider] });
			expect(reachesProvider(reach, provider)).toBe(true);
			expect(reachesProvider(reach, '00000000-0000-4000-8000-00000000000f' as ProviderId)).toBe(false);
		}
		expect(reachesProvider(reachOf(staff(held('board-member')), 'target:read'), provider)).toBe(true);
	});

	it('nowhere without the permission', () => {
		expect(reachOf(staff(held('board-member')), 'case:read')).toEqual(part);
		expect(reachOf({ kind: 'anonymous' }, 'response:submit')).toEqual(part);
	});

	it('the whole board for the demo’s doors, which name no unit', () => {
		const door: Actor = { kind: 'staff', boardId, staffId: 'demo', name: 'Demo', roles: ['caseworker'] };
		expect(reachOf(door, 'case:read')).toEqual({ ...part, assignedIn: 'all' });
	});
});
