import { describe, expect, it } from 'vitest';
import type { AdministrationId, BoardId, StaffId } from '#lib/shared/ids.ts';
import { nextStep, toActor, type StaffSession } from './staff-session.ts';

const boardOne = '00000000-0000-4000-8000-000000000001' as BoardId;
const boardTwo = '00000000-0000-4000-8000-000000000002' as BoardId;
const caseworker = { role: 'caseworker', unitId: null, providerId: null } as const;
const at = new Date('2026-03-02T08:00:00Z');
const session = (changes: Partial<StaffSession> = {}): StaffSession => ({
	id: 's',
	staffId: '00000000-0000-4000-8000-00000000000a' as StaffId,
	name: 'Karin (påhittad)',
	email: 'karin@exempelby.se',
	secondFactor: 'totp',
	signedInAt: at,
	hasTotp: true,
	passkeyCount: 0,
	hasPassword: true,
	boards: [{ boardId: boardOne, boardName: 'Ett', roles: [caseworker] }],
	boardId: boardOne,
	lentTo: null,
	lentIsShut: false,
	...changes
});
const half = { secondFactor: null, signedInAt: null } as const;

describe('nextStep', () => {
	it('forces whoever has no second factor to enrol one', () => {
		expect(nextStep(session({ ...half, hasTotp: false }))).toBe('enrol');
	});

	it('never lets somebody enrol a new one instead of giving the one they have', () => {
		expect(nextStep(session(half))).toBe('second-factor');
		expect(nextStep(session({ ...half, hasTotp: false, passkeyCount: 1 }))).toBe('second-factor');
	});

	it('asks for the board when there are several', () => {
		const boards = [...session().boards, { boardId: boardTwo, boardName: 'Två', roles: [caseworker] }];
		expect(nextStep(session({ boards, boardId: null }))).toBe('board');
		expect(nextStep(session({ boards }))).toBe('done');
	});
});

describe('toActor', () => {
	it('is nobody until both factors are given', () => {
		expect(toActor(session(half))).toEqual({ kind: 'anonymous' });
		expect(toActor(null)).toEqual({ kind: 'anonymous' });
	});

	it('is nobody in a board where no role holds', () => {
		expect(toActor(session({ boardId: boardTwo }))).toEqual({ kind: 'anonymous' });
		expect(toActor(session({ boards: [], boardId: null }))).toEqual({ kind: 'anonymous' });
	});

	it('is only the one who answers while it is handed over, whatever its owner may', () => {
		const lentTo = '00000000-0000-4000-8000-00000000000b' as AdministrationId;
		expect(toActor(session({ lentTo }))).toEqual({ kind: 'respondent', boardId: boardOne, lentTo });
	});

	it('has the roles of the chosen board and no other', () => {
		const reviewer = { role: 'log-reviewer', unitId: null, providerId: null } as const;
		const boards = [...session().boards, { boardId: boardTwo, boardName: 'Två', roles: [reviewer] }];
		expect(toActor(session({ boards }))).toMatchObject({
			kind: 'staff',
			boardId: boardOne,
			roles: ['caseworker']
		});
	});
});
