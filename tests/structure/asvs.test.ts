/**
 * docs/asvs.csv: OWASP ASVS 5.0, levels 1 and 2 and some of 3, held against the tests that show each requirement. A row whose
 * test is gone fails here; what is not met says so with a reason, and so does what nobody has judged yet.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './source-files.ts';

const states = ['met', 'not-met', 'not-applicable', 'not-assessed'];
const lines = readFileSync(join(root, 'docs', 'asvs.csv'), 'utf8')
	.trim()
	.split('\n');
const rows = lines.slice(1).map((line) => {
	const [requirement = '', level = '', about = '', state = '', tests = '', reason = ''] = readCells(line);
	return { requirement, level, about, state, tests: tests === '' ? [] : tests.split(' | '), reason };
});

/** Cells of a line, quoted where they hold a comma or a quote. */
function readCells(line: string): string[] {
	return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
		quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')
	);
}

function isThere(test: string): boolean {
	const [path = '', name = ''] = test.split(' > ');
	const file = join(root, path);
	return name !== '' && existsSync(file) && readFileSync(file, 'utf8').includes(name);
}

describe('docs/asvs.csv', () => {
	it('has a row for every requirement of levels 1 and 2, once, and the chosen ones of level 3', () => {
		const ids = rows.map(({ requirement }) => requirement);
		expect(lines[0]).toBe('requirement,level,about,state,tests,reason');
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.every((id) => /^\d+\.\d+\.\d+$/.test(id))).toBe(true);
		// ASVS 5.0.0 has 253 requirements on levels 1 and 2.
		expect(rows.filter(({ level }) => level !== '3')).toHaveLength(253);
		expect(rows.filter(({ state }) => !states.includes(state))).toEqual([]);
	});

	it('names tests that exist', () => {
		const gone = rows.flatMap(({ requirement, tests }) =>
			tests.filter((test) => !isThere(test)).map((test) => `${requirement}: ${test}`)
		);
		expect(gone).toEqual([]);
	});

	it('calls nothing met without a test, and nothing else without a reason', () => {
		const wrong = rows.filter(({ state, tests, reason }) =>
			state === 'met' ? tests.length === 0 : tests.length > 0 || reason === ''
		);
		expect(wrong.map(({ requirement }) => requirement)).toEqual([]);
	});
});
