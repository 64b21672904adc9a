import { describe, expect, it } from 'vitest';
import { readMunicipalityClaims } from './municipality-claims.ts';

const loa3 = 'http://id.sambi.se/loa/loa3';
const acrOnly = { acr: [loa3], amr: [] };
const amrOnly = { acr: [], amr: ['pwd', 'otp'] };

describe('readMunicipalityClaims', () => {
	it.each([
		[{ sub: 'a', acr: loa3 }, acrOnly],
		[{ sub: 'a', amr: ['otp', 'pwd', 'geo'] }, amrOnly],
		[
			{ sub: 'a', acr: loa3, amr: ['pwd', 'otp'] },
			{ acr: ['other', loa3], amr: ['otp'] }
		]
	])('believes %j when %j is required', (payload, required) => {
		expect(readMunicipalityClaims(payload, required)?.subject).toBe('a');
	});

	it.each([
		[{ sub: 'a' }, acrOnly],
		[{ sub: 'a', acr: '1' }, acrOnly],
		[{ sub: 'a', acr: [loa3] }, acrOnly],
		[{ sub: 'a', amr: ['pwd'] }, amrOnly],
		[{ sub: 'a', amr: 'pwd otp' }, amrOnly],
		[
			{ sub: 'a', acr: loa3, amr: ['pwd'] },
			{ acr: [loa3], amr: ['otp'] }
		],
		[{ sub: '', acr: loa3 }, acrOnly],
		[{ acr: loa3 }, acrOnly],
		[
			{ sub: 'a', acr: loa3 },
			{ acr: [], amr: [] }
		],
		[null, acrOnly]
	])('does not believe %j when %j is required', (payload, required) => {
		expect(readMunicipalityClaims(payload, required)).toBeNull();
	});

	it('tells when the person was last asked, where the provider says so', () => {
		const claims = readMunicipalityClaims({ sub: 'a', acr: loa3, auth_time: 1_772_438_400 }, acrOnly);
		expect(claims?.provedAt).toEqual(new Date('2026-03-02T08:00:00Z'));
		expect(readMunicipalityClaims({ sub: 'a', acr: loa3 }, acrOnly)?.provedAt).toBeNull();
	});
});
