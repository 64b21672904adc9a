import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The first value of each colour token: the ordinary theme. */
const tokens = new Map<string, string>();
for (const [, name, value] of readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8').matchAll(
	/--([\w-]+): (#[0-9a-f]{6});/g
)) {
	if (name && value && !tokens.has(name)) tokens.set(name, value);
}

/** Relative luminance (WCAG 2.2, definition). */
function luminance(name: string): number {
	const hex = tokens.get(name);
	if (!hex) throw new Error(`There is no colour called ${name}.`);
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const share = parseInt(hex.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

describe('colours', () => {
	it.each(['paper', 'surface', 'sunken'])(
		'can be read as text on %s (WCAG 1.4.3, with room to spare)',
		(surface) => {
			for (const ink of ['ink', 'ink-soft', 'accent', 'accent-deep', 'problem', 'warning', 'success']) {
				expect([ink, contrast(ink, surface) >= 6]).toEqual([ink, true]);
			}
		}
	);

	it('can be read on their own soft surfaces and on the accent', () => {
		for (const state of ['problem', 'warning', 'success', 'accent']) {
			expect([state, contrast(state, `${state}-soft`) >= 6]).toEqual([state, true]);
		}
		expect(contrast('ink-soft', 'accent-soft')).toBeGreaterThan(4.5);
		expect(contrast('on-accent', 'accent')).toBeGreaterThan(7);
	});

	it('show the edges of controls (WCAG 1.4.11)', () => {
		for (const surface of ['paper', 'surface', 'sunken']) {
			expect(contrast('line-strong', surface)).toBeGreaterThan(3);
		}
	});
});
