import { describe, expect, it } from 'vitest';
import type { UnitId } from '#lib/shared/ids.ts';
import { decideHandOver } from './decide-hand-over.ts';

const north = 'north' as UnitId;
const south = 'south' as UnitId;

describe('decideHandOver', () => {
	it('keeps the case in its unit when the receiver works there, or everywhere', () => {
		for (const receiverUnits of [[north], [south, north], [null]]) {
			expect(decideHandOver({ receiverUnits, caseUnit: north, isShared: true })).toEqual({
				ok: true,
				value: north
			});
		}
	});
	it('moves the case to the receiver’s unit', () => {
		expect(decideHandOver({ receiverUnits: [south], caseUnit: north, isShared: false })).toEqual({
			ok: true,
			value: south
		});
	});
	it('refuses to share across units, and somebody who is no caseworker', () => {
		expect(decideHandOver({ receiverUnits: [south], caseUnit: north, isShared: true })).toEqual({
			ok: false,
			problem: 'other-unit'
		});
		expect(decideHandOver({ receiverUnits: [], caseUnit: north, isShared: false })).toEqual({
			ok: false,
			problem: 'not-a-caseworker'
		});
	});
});
