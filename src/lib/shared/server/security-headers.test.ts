import { expect, it } from 'vitest';
import { strictTransportSecurity } from './security-headers.ts';

it('keeps to https for at least a year, subdomains too, when the public address is https', () => {
	const [, seconds = '0'] = /max-age=(\d+)/.exec(strictTransportSecurity) ?? [];
	expect(Number(seconds)).toBeGreaterThanOrEqual(31_536_000);
	expect(strictTransportSecurity).toContain('includeSubDomains');
});
