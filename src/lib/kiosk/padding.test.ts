import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padBytes, smallestLength, unpadBytes } from './padding.ts';

describe('padding', () => {
	it('gives back what was filled out, whatever it was', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
				const unpadded = unpadBytes(padBytes(bytes));
				expect(unpadded.ok && [...unpadded.value]).toEqual([...bytes]);
			}),
			{ numRuns: 50 }
		);
	});

	it('makes one answer and twenty equally long, and knows no more than a few lengths', () => {
		const lengths = [0, 1, 200, 3000, 4092].map((length) => padBytes(new Uint8Array(length)).length);
		expect(new Set(lengths)).toEqual(new Set([smallestLength]));
		expect(padBytes(new Uint8Array(4093)).length).toBe(8192);
	});

	it('refuses what it has not made', () => {
		const tooLong = new Uint8Array(smallestLength);
		new DataView(tooLong.buffer).setUint32(0, smallestLength);
		expect(unpadBytes(tooLong)).toEqual({ ok: false, problem: 'damaged' });
		expect(unpadBytes(new Uint8Array(10))).toEqual({ ok: false, problem: 'damaged' });
	});
});
