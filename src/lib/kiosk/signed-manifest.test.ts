import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import {
	decideManifest,
	isExpired,
	pairedHash,
	parsePairedHash,
	parseSigned,
	toSignedBytes,
	versionOf
} from './signed-manifest.ts';

const manifest = {
	kioskId: 'a4f7f0c2-8f5b-4c1e-9d57-0f3a6c2f1e11',
	issuedOn: '2026-03-02',
	revision: 7,
	validUntil: '2026-03-16',
	surveys: []
};
const text = JSON.stringify(manifest);
const nobody = { kioskId: null, newest: null };
const versionAt = (issuedOn: string, revision: number) =>
	versionOf({ issuedOn: issuedOn as LocalDate, revision });

describe('a signed manifest', () => {
	it('is a text and a signature of 64 bytes, and nothing else is', () => {
		const signature = 'A'.repeat(86);
		expect(parseSigned({ text, signature, verifyKey: 'more' })).toEqual({ text, signature });
		const others = [
			null,
			manifest,
			{ text },
			{ text, signature: 'A'.repeat(85) },
			{ text: manifest, signature }
		];
		expect(others.map(parseSigned)).toEqual(others.map(() => null));
	});

	it('is signed for its purpose: the same text for another has other bytes', () => {
		expect(new TextDecoder().decode(toSignedBytes('x'))).toBe('genklang kiosk manifest 1\nx');
	});

	it('is taken by a tablet that knows nothing yet, and again when it is the same', () => {
		expect(decideManifest(text, nobody)).toEqual({ ok: true, value: manifest });
		const known = { kioskId: manifest.kioskId, newest: versionAt('2026-03-02', 7) };
		expect(decideManifest(text, known).ok).toBe(true);
	});

	it.each([
		['the day before', '2026-03-03', 1],
		['a smaller revision of the same day', '2026-03-02', 8],
		['a smaller revision with fewer figures', '2026-03-02', 10]
	])('is refused when the tablet has had a newer one: %s', (_, day, revision) => {
		const known = { kioskId: manifest.kioskId, newest: versionAt(day, revision) };
		expect(decideManifest(text, known)).toEqual({ ok: false, problem: 'older' });
	});

	it('is taken on a later day although it counts from a smaller number: the server was restored', () => {
		const known = { kioskId: manifest.kioskId, newest: versionAt('2026-03-01', 4000) };
		expect(decideManifest(text, known).ok).toBe(true);
	});

	it('is refused when it is another tablet’s, or no manifest', () => {
		const other = { kioskId: 'b4f7f0c2-8f5b-4c1e-9d57-0f3a6c2f1e11', newest: null };
		expect(decideManifest(text, other)).toEqual({ ok: false, problem: 'other-tablet' });
		const broken = ['{', '[]', JSON.stringify({ ...manifest, issuedOn: '2026-02-31' })];
		expect(broken.map((one) => decideManifest(one, nobody))).toEqual(
			broken.map(() => ({ ok: false, problem: 'unsigned' }))
		);
	});

	it('is good on its last day and not on the next', () => {
		const valid = { validUntil: '2026-03-16' as LocalDate };
		expect(isExpired(valid, '2026-03-16' as LocalDate)).toBe(false);
		expect(isExpired(valid, '2026-03-17' as LocalDate)).toBe(true);
	});
});

describe('the key that comes with a pairing', () => {
	it('is read from the address, and nothing else is taken for one', () => {
		const key = `B${'a'.repeat(86)}`;
		expect(parsePairedHash(pairedHash(key))).toBe(key);
		expect(['', '#key=', `#key=${key}x`, `#other=${key}`, '#key=A'].map(parsePairedHash)).toEqual(
			Array(5).fill(null)
		);
	});
});
