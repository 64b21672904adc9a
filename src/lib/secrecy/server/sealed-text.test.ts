import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openText, readKeyVersion, sealText } from './sealed-text.ts';

const key = createSecretKey(Buffer.alloc(32, 1));
const place = { boardId: 'board-1', column: 'cases.concern', rowId: 'row-1' };

describe('a sealed value', () => {
	it('opens in its place with its key, whatever the text is', () => {
		fc.assert(
			fc.property(fc.constantFrom('', 'å', '👩‍👧', '\n', '\u0000'), fc.string(), (beginning, rest) => {
				const text = beginning + rest;
				expect(openText(key, 3, place, sealText(key, 3, place, text))).toBe(text);
			})
		);
	});

	it('looks different each time, and shows nothing but the key’s version', () => {
		const [one, other] = [sealText(key, 3, place, 'alkohol'), sealText(key, 3, place, 'alkohol')];
		expect(one).not.toBe(other);
		expect(one).toMatch(/^g1\.3\.[A-Za-z0-9_-]{47}$/);
		expect(readKeyVersion(one)).toBe(3);
	});

	it.each([
		['another row', { ...place, rowId: 'row-2' }],
		['another column', { ...place, column: 'interventions.name' }],
		['another table', { ...place, column: 'responses.concern' }],
		['another board', { ...place, boardId: 'board-2' }]
	])('does not open in %s', (_what, other) => {
		expect(openText(key, 3, other, sealText(key, 3, place, 'alkohol'))).toBeNull();
	});

	it('does not open with another key or as another version', () => {
		const sealed = sealText(key, 3, place, 'alkohol');
		expect(openText(createSecretKey(Buffer.alloc(32, 2)), 3, place, sealed)).toBeNull();
		expect(openText(key, 4, place, sealed.replace('g1.3.', 'g1.4.'))).toBeNull();
		expect(openText(key, 4, place, sealed)).toBeNull();
	});

	it('does not open when a single character has been changed', () => {
		const sealed = sealText(key, 3, place, 'alkohol');
		fc.assert(
			fc.property(fc.integer({ min: 5, max: sealed.length - 2 }), (at) => {
				const changed = sealed[at] === 'A' ? 'B' : 'A';
				expect(openText(key, 3, place, `${sealed.slice(0, at)}${changed}${sealed.slice(at + 1)}`)).toBeNull();
			})
		);
	});

	it.each(['', 'alkohol', '{"audit_1":4}', 'g1.3.', 'g1.3.AAAA', 'g2.3.AAAA', 'g1.x.AAAA'])(
		'is not %o',
		(text) => {
			expect(openText(key, 3, place, text)).toBeNull();
		}
	);
});
