import { describe, expect, it } from 'vitest';
import type { ProviderId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { isInForce, parseAssignment, type NewAssignment } from './assignment.ts';

const day = (text: string): LocalDate => text as LocalDate;
const assignment = (changes: Partial<NewAssignment> = {}): NewAssignment => ({
	role: 'caseworker',
	unitId: null,
	providerId: null,
	validFrom: day('2026-03-02'),
	validTo: null,
	...changes
});

describe('isInForce', () => {
	it('holds from its first day', () => {
		expect(isInForce(assignment(), day('2026-03-01'))).toBe(false);
		expect(isInForce(assignment(), day('2026-03-02'))).toBe(true);
	});

	it('no longer holds on the day it ends', () => {
		const ended = assignment({ validTo: day('2026-03-05') });
		expect(isInForce(ended, day('2026-03-04'))).toBe(true);
		expect(isInForce(ended, day('2026-03-05'))).toBe(false);
	});

	it('never holds when it ends the day it begins', () => {
		expect(isInForce(assignment({ validTo: day('2026-03-02') }), day('2026-03-02'))).toBe(false);
	});
});

describe('parseAssignment', () => {
	const unitId = 'u' as UnitId;
	const providerId = 'p' as ProviderId;

	it.each([
		[{}],
		[{ unitId }],
		[{ role: 'unit-manager', unitId }],
		[{ role: 'provider-staff', providerId }]
	] as const)('takes %j', (changes) => {
		expect(parseAssignment(assignment(changes)).ok).toBe(true);
	});

	it.each([
		[{ role: 'provider-staff' }, 'provider-missing'],
		[{ providerId }, 'provider-not-for-role'],
		[{ role: 'unit-manager' }, 'unit-missing'],
		[{ validTo: day('2026-03-01') }, 'ends-before-start']
	] as const)('refuses %j: %s', (changes, problem) => {
		expect(parseAssignment(assignment(changes))).toEqual({ ok: false, problem });
	});
});
