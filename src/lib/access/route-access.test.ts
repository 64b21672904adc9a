import { describe, expect, it } from 'vitest';
import type { AdministrationId, BoardId } from '#lib/shared/ids.ts';
import type { Actor, Role } from './actor.ts';
import { judgeRoute, routeAccess } from './route-access.ts';

const boardId = '00000000-0000-4000-8000-000000000001' as BoardId;
const nobody: Actor = { kind: 'anonymous' };
const as = (role: Role): Actor => ({ kind: 'staff', boardId, staffId: 'kim', name: 'Kim', roles: [role] });
const oneCase = '/(staff)/cases/[caseId=caseId]';

function judge(routeId: string | null, actor: Actor, method = 'GET', query = '', isDemo = false) {
	return judgeRoute({ routeId, method, query: new URLSearchParams(query) }, actor, isDemo);
}

describe('judgeRoute', () => {
	it('lets anyone with a link answer', () => {
		const journey = '/(respondent)/s/[board=boardCode]/[token=token]';
		expect(judge(journey, nobody)).toBe('open');
		expect(judge(`${journey}/[step=journeyStep]`, nobody, 'POST')).toBe('open');
	});
	it('asks staff to sign in', () => {
		expect(judge('/(staff)/cases', nobody)).toBe('sign-in-required');
		expect(judge(oneCase, nobody, 'POST', '/close')).toBe('sign-in-required');
	});
	it('opens cases to the caseworker and keeps the administration closed', () => {
		expect(judge(oneCase, as('caseworker'))).toBe('open');
		expect(judge('/(admin)/surveys', as('caseworker'))).toBe('not-permitted');
	});
	it('judges each action by itself: a manager reads the case and does not close it', () => {
		expect(judge(oneCase, as('unit-manager'))).toBe('open');
		expect(judge(oneCase, as('unit-manager'), 'POST', '/close')).toBe('not-permitted');
		expect(judge(oneCase, as('caseworker'), 'POST', 'q=1&/close')).toBe('open');
	});
	it('knows no action, method or route that is not registered', () => {
		expect(judge(oneCase, as('caseworker'), 'POST', '/remove')).toBe('not-found');
		expect(judge(oneCase, as('caseworker'), 'POST')).toBe('not-found');
		expect(judge(oneCase, as('caseworker'), 'POST', '/constructor')).toBe('not-found');
		expect(judge(oneCase, as('caseworker'), 'DELETE')).toBe('not-found');
		expect(judge('/(demo)/demo.json', nobody, 'POST', '', true)).toBe('not-found');
		expect(judge('/secret', as('caseworker'))).toBe('not-found');
		expect(judge('constructor', as('caseworker'))).toBe('not-found');
		expect(judge(null, as('caseworker'))).toBe('not-found');
	});
	it('hides demo doors outside demo mode', () => {
		expect(judge('/(demo)/demo.json', nobody)).toBe('not-found');
		expect(judge('/(demo)/demo.json', nobody, 'GET', '', true)).toBe('open');
		expect(judge('/(demo)/demo.json', nobody, 'HEAD', '', true)).toBe('open');
	});

	it('opens nothing but the client’s questions on a tablet that is handed over, and those to nobody else', () => {
		const lentTo = '00000000-0000-4000-8000-000000000002' as AdministrationId;
		const holder: Actor = { kind: 'respondent', boardId, lentTo };
		expect(judge('/(lent)/here', holder)).toBe('open');
		expect(judge('/(lent)/here/unlock', holder, 'POST', '/password')).toBe('open');
		expect(judge('/(public)/stop/[code]', holder)).toBe('open');
		const closed = Object.entries(routeAccess).flatMap(([routeId, { page, actions, methods }]) => [
			...(page === 'lent' || !page || routeId === '/(public)/stop/[code]' ? [] : [judge(routeId, holder)]),
			...Object.entries(actions ?? {}).flatMap(([action, access]) =>
				access === 'lent' ? [] : [judge(routeId, holder, 'POST', `/${action}`)]
			),
			...Object.entries(methods ?? {}).flatMap(([method, access]) =>
				access === 'lent' ? [] : [judge(routeId, holder, method, '', true)]
			)
		]);
		expect(closed.length).toBeGreaterThan(80);
		expect(new Set(closed)).toEqual(new Set(['handed-over']));
		expect(judge('/nothing-at-all', holder)).toBe('handed-over');
		expect(judge('/(lent)/here', as('caseworker'))).toBe('not-handed-over');
		expect(judge('/(lent)/here', nobody)).toBe('sign-in-required');
	});
});
