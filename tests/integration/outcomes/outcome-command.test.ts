/** `genklang outcome`: the figures for scripts. The values themselves are tested against R beside the functions. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../bin/commands/outcome.ts';
import { outcomeFunctions } from '../../../bin/outcome/outcome-functions.ts';

interface Outcome {
	readonly exitCode: number;
	readonly stdout: string;
	readonly stderr: string;
}

async function outcome(args: readonly string[], stdin: unknown): Promise<Outcome> {
	const written = { stdout: '', stderr: '' };
	const exitCode = await run(args, {
		root: join(import.meta.dirname, '../../..'),
		stdin: async () => (typeof stdin === 'string' ? stdin : JSON.stringify(stdin)),
		stdout: (text) => (written.stdout += text),
		stderr: (text) => (written.stderr += text)
	});
	return { exitCode, ...written };
}

const wilson = { k: 19, n: 42, level: 0.95 };

describe('genklang outcome', () => {
	it('gives one result per case, in order', async () => {
		const { exitCode, stdout, stderr } = await outcome(
			['newcombe'],
			[
				{ k1: 56, n1: 70, k2: 48, n2: 80 },
				{ k1: 0, n1: 0, k2: 0, n2: 5 }
			]
		);
		expect(JSON.parse(stdout)).toEqual([
			{ diff: expect.closeTo(0.2, 12), low: expect.closeTo(0.0524, 4), high: expect.closeTo(0.3339, 4) },
			{ diff: null, low: null, high: null }
		]);
		expect([exitCode, stderr]).toEqual([0, '']);
	});

	it('gives an empty list for no cases', async () => {
		const { stdout } = await outcome(['wilson'], []);
		expect(JSON.parse(stdout)).toEqual([]);
	});

	it('tells what can be worked out of a table as it is published, or as the program would', async () => {
		const tab = [
			[2, 2, 30],
			[25, 14, 12]
		];
		const published = tab.map(() => [false, false, true]);
		const { stdout } = await outcome(
			['suppression'],
			[
				{ tab, published, k: 5 },
				{ tab, k: 5 }
			]
		);
		// tests/vectors/s_suppression_audit.json, two_primaries_same_row.
		expect(JSON.parse(stdout)).toMatchObject([
			{ primary_cell_exactly_known: false, primary_cell_known_below_k: true },
			{
				published: tab.map(() => [false, false, false]),
				primary_cell_exactly_known: false,
				primary_cell_known_below_k: false
			}
		]);
	});

	it.each([
		['a missing key', 'wilson', { k: 1, n: 2 }, '"level" saknas.'],
		['a key too many', 'wilson', { ...wilson, q: 1 }, '"q" finns inte i formatet.'],
		['a text for a number', 'wilson', { ...wilson, k: '19' }, '"k" ska vara ett helt tal, 0 eller mer.'],
		['more than all', 'wilson', { ...wilson, k: 43 }, '"k" ska inte vara större än "n".'],
		['no object', 'wilson', 7, 'ska vara ett objekt med nycklarna k, n, level.'],
		['a wrong place in a list', 'quantiles', { x: [1, null, '3'] }, '"x" (plats 3) ska vara ett tal.'],
		[
			'lists of different lengths',
			'paired',
			{ pre: [1], post: [], higher_is_better: true, min_change: 1 },
			'"pre" och "post" ska ha lika många platser.'
		],
		[
			'a level of another scale',
			'gas',
			{ level: [4], weight: null, scale: 'gas', rho: 0.3 },
			'"level" har en nivå som inte finns på skalan i "scale".'
		],
		[
			'an unknown scale',
			'gas',
			{ level: [1], weight: null, scale: 'mus', rho: 0.3 },
			'"scale" ska vara "gas" (−2 till 2) eller "mus_1_5" (1 till 5).'
		],
		[
			'half an answer',
			'target',
			{ answers: [2.5], target: 2.6 },
			'"answers" (plats 1) ska vara ett helt tal eller null.'
		],
		[
			'a pattern of another shape',
			'suppression',
			{ tab: [[1, 2]], published: [[true]], k: 5 },
			'"published" ska ha lika många rader och rutor som "tab".'
		],
		[
			'a torn table',
			'suppression',
			{ tab: [[1, 2], [3]], k: 5 },
			'"tab" ska vara en lista med lika långa rader av hela tal.'
		],
		['rows of different lengths', 'alpha', { X: [[1, 2], [3]] }, '"X" ska ha lika många frågor i varje rad.'],
		[
			'a share of shares',
			'dropout',
			{ k1: 5, n1: 4, k2: 0, n2: 1 },
			'"k1" och "k2" ska inte vara större än "n1" och "n2".'
		]
	])('says which case has %s, and prints nothing', async (_what, name, bad, sentence) => {
		const { exitCode, stdout, stderr } = await outcome([name], [bad]);
		expect(stderr).toBe(`Fall 1 (index 0): ${sentence}\n`);
		expect(stdout).toBe('');
		expect(exitCode).toBe(2);
	});

	it('prints no result when a later case is wrong', async () => {
		const { exitCode, stdout, stderr } = await outcome(['wilson'], [wilson, wilson, { ...wilson, n: -1 }]);
		expect(stdout).toBe('');
		expect(stderr).toMatch(/^Fall 3 \(index 2\): "n" /u);
		expect(exitCode).toBe(2);
	});

	it.each([
		['', 'Inga fall kom in.'],
		['{"k":', 'Det som kom in är inte giltig JSON.'],
		['{}', 'Det som kom in ska vara en lista med fall']
	])('says what is wrong with %j', async (stdin, sentence) => {
		const { exitCode, stdout, stderr } = await outcome(['wilson'], stdin);
		expect(stderr).toContain(sentence);
		expect([exitCode, stdout]).toEqual([2, '']);
	});

	it.each([[[]], [['tau-u']], [['--help']], [['wilson', 'more']], [['constructor']]])(
		'lists the functions for %j',
		async (args) => {
			const { exitCode, stdout, stderr } = await outcome(args, []);
			for (const name of Object.keys(outcomeFunctions)) expect(stderr).toContain(`  ${name} `);
			expect([exitCode, stdout]).toEqual([2, '']);
		}
	);

	it('says so when numbers are beyond what can be computed', async () => {
		const huge = { k: Number.MAX_SAFE_INTEGER, pop: 1 };
		const { exitCode, stdout, stderr } = await outcome(['rates'], [huge]);
		expect(stderr).toBe('Fall 1 (index 0): talen är för stora eller för små för att räkna med.\n');
		expect([exitCode, stdout]).toEqual([2, '']);
	});
});
