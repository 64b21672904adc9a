/** The command line for instruments: `genklang lint` and `genklang score`. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFiles, writeInstrument } from '#tests/build/instrument-folder.ts';
import { run as lint } from '../../../bin/commands/lint.ts';
import { run as score } from '../../../bin/commands/score.ts';

const root = join(import.meta.dirname, '../../..');

interface Outcome {
	readonly exitCode: number;
	readonly stdout: string;
	readonly stderr: string;
}

async function run(command: typeof lint, args: string[], stdin = ''): Promise<Outcome> {
	const written = { stdout: '', stderr: '' };
	const exitCode = await command(args, {
		root,
		stdin: async () => stdin,
		stdout: (text) => (written.stdout += text),
		stderr: (text) => (written.stderr += text)
	});
	return { exitCode, ...written };
}

describe('genklang lint', () => {
	it('finds nothing wrong in the instruments that are shipped', async () => {
		const { exitCode, stdout } = await run(lint, []);
		expect(stdout).toMatch(/^\d+ formulär granskade, inga fel\.\n$/u);
		expect(exitCode).toBe(0);
	});

	it('prints file, place, rule and what to do, and ends with the count', async () => {
		const files = makeFiles();
		files.instrument.items[0].name = 'x';
		const directory = writeInstrument(files);
		const { exitCode, stdout } = await run(lint, [directory]);
		const [first, ...rest] = stdout.trimEnd().split('\n');
		expect(first).toBe(
			`${join(directory, 'made-up/1/instrument.json')}#/items/0/name item-unknown: Frågan "x" finns inte i survey.json. Rätta namnet (för en matris: "matris.rad").`
		);
		expect(rest.at(-1)).toBe(`1 formulär granskade, ${rest.length} fel.`);
		expect(exitCode).toBe(1);
	});

	it.each([['/nowhere'], ['--all']])('says in one sentence when it cannot lint %s', async (arg) => {
		const { exitCode, stdout, stderr } = await run(lint, [arg]);
		expect(exitCode).toBe(2);
		expect(stdout).toBe('');
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
	});
});

describe('genklang score', () => {
	const complete = Object.fromEntries([4, 1, 2, 3, 3, 1, 4, 2, 2, 2].map((code, i) => [`audit_${i + 1}`, code]));

	it('gives each case its scales, in the format that is promised', async () => {
		const cases = [
			{ answers: complete, sex: 'female', ageInYears: 34 },
			{ answers: { audit_1: 0, audit_9: 2, audit_10: 0 } },
			{ answers: { ...complete, audit_9: 3 }, sex: null, ageInYears: null }
		];
		const { exitCode, stdout } = await run(score, ['audit'], JSON.stringify(cases));
		const [first, second, third] = JSON.parse(stdout);
		expect(exitCode).toBe(0);
		expect(Object.keys(first.scales)).toEqual(['total', 'consumption', 'dependence', 'problems', 'audit-c']);
		expect(first.scales.total).toEqual({
			score: 24,
			reason: null,
			answered: 10,
			itemCount: 10,
			lowestPossible: 24,
			highestPossible: 24,
			bands: expect.arrayContaining([{ set: 'SoS-AUDIT', label: 'riskfyllt drickande', from: 6, to: 40 }]),
			bandUnknownBecause: null
		});
		expect(second.scales.total).toMatchObject({ score: 2, answered: 10, bandUnknownBecause: 'sex' });
		expect(third.scales.total).toMatchObject({ score: null, reason: 'invalid-answer', lowestPossible: null });
		expect(third.scales.consumption.score).toBe(7);
	});

	it('scores the version that is asked for', async () => {
		expect((await run(score, ['audit@1.0.0'], '[]')).exitCode).toBe(0);
		expect((await run(score, ['audit@99'], '[]')).exitCode).toBe(2);
	});

	it('gives an empty list for no cases', async () => {
		expect(JSON.parse((await run(score, ['phq-9'], '[]')).stdout)).toEqual([]);
	});

	it.each([
		['nothing at all', ''],
		['something else than JSON', 'audit'],
		['something else than a list', '{}'],
		['a case that is not an object', '[1]'],
		['a case without answers', '[{}]'],
		['answers that are a list', '[{"answers":[1]}]'],
		['an unknown question', '[{"answers":{"audit_11":1}}]'],
		['an unknown question with a name of its own in JavaScript', '[{"answers":{"__proto__":1}}]'],
		['an unknown key', '[{"answers":{},"gender":"female"}]'],
		['an unknown sex', '[{"answers":{},"sex":"kvinna"}]'],
		['half a year', '[{"answers":{},"ageInYears":34.5}]'],
		['an age before birth', '[{"answers":{},"ageInYears":-1}]']
	])('refuses %s with one sentence and exit code 2', async (_what, stdin) => {
		const { exitCode, stdout, stderr } = await run(score, ['audit'], stdin);
		expect(exitCode).toBe(2);
		expect(stdout).toBe('');
		expect(stderr).toMatch(/^[^\n]+\n$/u);
	});

	it.each([[[]], [['nothing']], [['audit', 'extra']], [['--help']]])('refuses the arguments %j', async (args) => {
		const { exitCode, stderr } = await run(score, args, '[]');
		expect(exitCode).toBe(2);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
	});
});
