import { describe, expect, it } from 'vitest';
import type { BoardId } from '#lib/shared/ids.ts';
import type { Actor } from './actor.ts';
import { judgeRoute } from './route-access.ts';

const boardId = '00000000-0000-4000-8000-000000000001' as BoardId;
const nobody: Actor = { kind: 'anonymous' };
const caseworker: Actor = { kind: 'staff', boardId, staffId: 'kim', name: 'Kim', roles: ['caseworker'] };

describe('judgeRoute', () => {
	it('lets anyone with a link answer', () => {
		expect(judgeRoute('/(respondent)/s/[board]/[token]', nobody, false)).toBe('open');
	});
	it('asks staff to sign in', () => {
		expect(judgeRoute('/(staff)/cases', nobody, false)).toBe('sign-in-required');
	});
	it('opens cases to the caseworker and keeps the administration closed', () => {
		expect(judgeRoute('/(staff)/cases/[caseId]', caseworker, true)).toBe('open');
		expect(judgeRoute('/(admin)/surveys', caseworker, true)).toBe('not-permitted');
	});
	it('hides demo doors outside demo mode', () => {
		expect(judgeRoute('/(demo)/demo.json', nobody, false)).toBe('not-found');
		expect(judgeRoute('/(demo)/demo.json', nobody, true)).toBe('open');
	});
	it('refuses a route that belongs to no group', () => {
		expect(judgeRoute('/secret', caseworker, true)).toBe('not-found');
		expect(judgeRoute(null, caseworker, true)).toBe('not-found');
	});
});
