import { describe, expect, it } from 'vitest';
import { permissions, type Permission } from '#lib/access/permissions.ts';
import { workContextOf, workContexts } from './work-context.ts';

const all = Object.keys(permissions) as Permission[];

describe('workContextOf', () => {
	it.each([
		['case:read', 'casework'],
		['response:enter', 'casework'],
		['response:submit', 'own-answer'],
		['survey:write', 'follow-up']
	] as const)('%s is %s', (permission, expected) => {
		expect(workContextOf(permission)).toBe(expected);
	});

	it('knows the work behind every permission', () => {
		expect(all.map(workContextOf).every((context) => workContexts.includes(context))).toBe(true);
	});

	it('never calls work with a person’s case or answers administration', () => {
		const personal = all.filter((permission) => /^(case|response|rights|log|client):/.test(permission));
		expect(personal.filter((permission) => workContextOf(permission) === 'administration')).toEqual([]);
	});
});
