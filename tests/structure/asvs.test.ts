/**
 * docs/asvs.csv: OWASP ASVS 5.0, levels 1 and 2 and some of 3, held against the tests that show each requirement. A row whose
 * test is gone or has another title fails here; what is not met, or not applicable, says so with a reason.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './source-files.ts';

const states = ['met', 'not-met', 'not-applicable'];
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

/** The titles of a test file, as they are written in it. */
function listTitles(path: string): ReadonlySet<string> {
	const source = readFileSync(path, 'utf8');
	const calls = source.matchAll(/(?:\b(?:it|test|describe)|\))\s*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1\s*,/gs);
	return new Set([...calls].map(([, , title = '']) => title));
}

/** A requirement on the documentation is met by a part of it, named by its heading. */
function listHeadings(path: string): ReadonlySet<string> {
	return new Set([...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading));
}

function isThere(test: string): boolean {
	const [path = '', name = ''] = test.split(' > ');
	const file = join(root, path);
	if (!existsSync(file)) return false;
	if (path.startsWith('docs/')) return listHeadings(file).has(name);
	return path.endsWith('.test.ts') && listTitles(file).has(name);
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

	it('notices a title that is not there, or only nearly', () => {
		const own = 'tests/structure/asvs.test.ts';
		expect(isThere(`${own} > names tests that exist`)).toBe(true);
		expect(isThere('docs/security.md > Inloggning')).toBe(true);
		for (const wrong of [
			`${own} > names tests`,
			`${own} > `,
			`${own} > rows`,
			'docs/security.md > Ingenting',
			'x.test.ts > y'
		]) {
			expect(isThere(wrong), wrong).toBe(false);
		}
	});

	it('calls nothing met without a test, and nothing else without a reason', () => {
		const wrong = rows.filter(({ state, tests, reason }) =>
			state === 'met' ? tests.length === 0 : tests.length > 0 || reason === ''
		);
		expect(wrong.map(({ requirement }) => requirement)).toEqual([]);
	});
});
