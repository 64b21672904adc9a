import { describe, expect, it } from 'vitest';
import type { Band, BandSet } from '#lib/instruments/instrument.ts';
import { listZones } from './list-zones.ts';

function band(
	label: string,
	from: number,
	to: number,
	sex: Band['sex'] = null,
	ageMin: number | null = null
): Band {
	return { label: { sv: label }, from, to, sex, ageMin, ageMax: null };
}
function set(kind: BandSet['kind'], bands: readonly Band[]): BandSet {
	return {
		id: kind,
		source: 'made up',
		evidence: 'LOCAL',
		title: { sv: 'Påhittad' },
		kind,
		isDefault: true,
		bands
	};
}
const zones = set('bands', [
	band('låg', 0, 5, 'female'),
	band('hög', 6, 40, 'female'),
	band('låg', 0, 7, 'male'),
	band('hög', 8, 40, 'male')
]);
const line = set('cut-off', [band('risk', 6, 40, 'female'), band('risk', 8, 40, 'male')]);
const woman = { sex: 'female', ageInYears: 40 } as const;
const unknown = { sex: null, ageInYears: 40 } as const;

describe('listZones', () => {
	it('gives the zones of the person’s sex, the good end first in tone', () => {
		expect(listZones(zones, woman, 'lower-better', 'sv')).toEqual([
			{ label: 'låg', from: 0, to: 5, sex: null, tone: 0 },
			{ label: 'hög', from: 6, to: 40, sex: null, tone: 1 }
		]);
		expect(listZones(zones, woman, 'higher-better', 'sv').map(({ tone }) => tone)).toEqual([1, 0]);
	});

	it('gives no zones over the whole scale when sex is unknown', () => {
		expect(listZones(zones, unknown, 'lower-better', 'sv')).toEqual([]);
	});

	it('gives both lines of a cut-off when sex is unknown, and says whose they are', () => {
		expect(listZones(line, unknown, 'lower-better', 'sv')).toEqual([
			{ label: 'risk', from: 6, to: 40, sex: 'female', tone: 1 },
			{ label: 'risk', from: 8, to: 40, sex: 'male', tone: 2 }
		]);
	});

	it('gives the person’s line once', () => {
		const byAge = set('cut-off', [band('risk', 2, 44, 'female'), band('risk', 2, 44, 'female', 26)]);
		expect(listZones(byAge, { sex: 'female', ageInYears: null }, 'lower-better', 'sv')).toHaveLength(1);
	});
});
