import { describe, expect, it } from 'vitest';
import type { StaffSession } from '#lib/access/staff-session.ts';
import type { BoardId, StaffId } from '#lib/shared/ids.ts';
import { pathOnwards } from './attempt.server.ts';

const boardId = '00000000-0000-4000-8000-000000000001' as BoardId;
const session = (changes: Partial<StaffSession> = {}): StaffSession => ({
	id: 's',
	staffId: '00000000-0000-4000-8000-00000000000a' as StaffId,
	name: 'Karin (påhittad)',
	email: 'karin@exempelby.example',
	secondFactor: 'totp',
	signedInAt: new Date('2026-03-02T08:00:00Z'),
	hasTotp: true,
	passkeyCount: 0,
	hasPassword: true,
	boards: [{ boardId, boardName: 'Ett', roles: [{ role: 'caseworker', unitId: null, providerId: null }] }],
	lentTo: null,
	lentIsShut: false,
	boardId,
	...changes
});
const half = { secondFactor: null, signedInAt: null };

describe('pathOnwards', () => {
	it.each([
		['the sign-in, without a session', null, null, '/sign-in'],
		['the code', session(half), '/cases', '/sign-in/code?next=%2Fcases'],
		['the passkey', session({ ...half, hasTotp: false, passkeyCount: 1 }), null, '/sign-in/passkey'],
		['enrolment', session({ ...half, hasTotp: false }), 'https://evil.example', '/sign-in/enrol'],
		['the board', session({ boardId: null }), '/cases', '/sign-in/board?next=%2Fcases'],
		['where one was going', session(), '/cases/new?x=1', '/cases/new?x=1'],
		['the first working place', session(), null, '/today']
	] as const)('leads to %s', (_what, of, next, path) => {
		expect(pathOnwards(of, next)).toBe(path);
	});

	it('leads whoever has no role today to their own account, and not round and round', () => {
		expect(pathOnwards(session({ boards: [], boardId: null }), '/cases')).toBe('/account');
	});
});
