import { expect, it } from 'vitest';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { makeCodes } from './make-codes.ts';

it('makes codes that no two are alike, with the hashes that the server recognises them by', async () => {
	const codes = await makeCodes(globalThis.crypto, 100);
	expect(new Set(codes.map(({ code }) => code)).size).toBe(100);
	expect(codes.every(({ code, hash }) => hash === hashToken(code))).toBe(true);
});
