import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './to-csv.ts';

const cell = (text: string): string => toCsv([[text]]).slice(1, -2);

describe('toCsv', () => {
	it('writes rows as Swedish Excel wants them', () => {
		expect(
			toCsv([
				['a', 'å;ä'],
				['1', 'säger "hej"\nigen']
			])
		).toBe('\uFEFFa;"å;ä"\r\n1;"säger ""hej""\nigen"\r\n');
	});

	it.each(['=1+1', '+46', '-2+3', '@SUM(A1)', '\t=1', ' =1', '"=1', "'=1", '\0=1', '|calc', '%0A'])(
		'keeps %j from being run',
		(text) => {
			expect(cell(text).replace(/^"/, '')).toMatch(/^'/);
		}
	);

	it.each(['-3', '-2,5', 'Ä-12', '2026-03-02', '9.14–9.31', ''])('leaves %j alone', (text) => {
		expect(cell(text)).toBe(text);
	});

	it('can be read back cell by cell, whatever is written', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const written = cell(text);
				const read = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
				expect([text, `'${text}`]).toContain(read);
			})
		);
	});
});
