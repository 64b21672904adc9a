import { describe, expect, it } from 'vitest';
import { requireKnownQuery } from './known-query.ts';

const check = (query: string) => () => requireKnownQuery(new URLSearchParams(query), ['q']);

describe('requireKnownQuery', () => {
	it.each(['', 'q=1', 'q=1&lang=en', 'lang=sv'])('lets "%s" through', (query) => {
		expect(check(query)).not.toThrow();
	});
	it.each(['concern=alkohol', 'q=1&sort=name', 'q=1&q=2', 'Q=1', 'q[]=1', '__proto__=1'])(
		'refuses "%s"',
		(query) => {
			expect(check(query)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
		}
	);
});
