import { describe, expect, it } from 'vitest';
import { parsePairingCode, showPairingCode, toPairingCode } from './pairing-code.ts';

describe('pairing code', () => {
	it('is made of signs that nobody mistakes for each other', () => {
		const every = Uint8Array.from({ length: 240 }, (_, index) => index);
		const codes = Array.from({ length: 30 }, (_, start) =>
			toPairingCode(every.subarray(start * 8, start * 8 + 8))
		);
		expect(codes.join('')).not.toMatch(/[01ILOU]/);
		expect(codes.every((code) => code !== null && code.length === 8)).toBe(true);
	});

	it('passes over bytes that would make some signs likelier', () => {
		expect(toPairingCode(Uint8Array.from([250, 255, 240, 0, 1, 2, 3, 4, 5, 6]))).toBeNull();
		expect(toPairingCode(Uint8Array.from([250, 255, 240, 0, 1, 2, 3, 4, 5, 6, 7]))).toBe('23456789');
	});

	it('is read as people type it', () => {
		expect(parsePairingCode(' k7pm-4xq2 ')).toBe('K7PM4XQ2');
		expect(parsePairingCode('K7PM 4XQ2')).toBe('K7PM4XQ2');
		expect(showPairingCode('K7PM4XQ2')).toBe('K7PM-4XQ2');
	});

	it('is refused when it can be no code', () => {
		expect(parsePairingCode('K7PM-4XQ')).toBeNull();
		expect(parsePairingCode('K7PM-4XQ0')).toBeNull();
		expect(parsePairingCode('')).toBeNull();
	});
});
