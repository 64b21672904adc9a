import { describe, expect, it } from 'vitest';
import { toQrPath } from './qr-path.ts';

describe('toQrPath', () => {
	const { size, path } = toQrPath('otpauth://totp/Genklang:karin?secret=MZXW6YTBOI&issuer=Genklang');
	const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));

	it('has the three finder patterns of seven by seven, four modules in', () => {
		for (const [left, top] of [
			[4, 4],
			[size - 11, 4],
			[4, size - 11]
		] as const) {
			const row = (y: number): string =>
				Array.from({ length: 7 }, (_, x) => (dark.has(`${left + x} ${top + y}`) ? '#' : '.')).join('');
			expect([0, 1, 2, 3, 4, 5, 6].map(row)).toEqual([
				'#######',
				'#.....#',
				'#.###.#',
				'#.###.#',
				'#.###.#',
				'#.....#',
				'#######'
			]);
		}
	});

	it('is light all around', () => {
		const edges = [...dark].filter((module) =>
			module.split(' ').some((at) => Number(at) < 4 || Number(at) >= size - 4)
		);
		expect(edges).toEqual([]);
	});
});
