/** `genklang outcome <mått> < fall.json`: the platform's own figures for given numbers, for checking against other programs. */
import { ok, refuse } from '../../src/lib/shared/result.ts';
import type { Result } from '../../src/lib/shared/result.ts';
import type { OutcomeFunction, OutcomeResult } from '../outcome/outcome-function.ts';
import { outcomeFunctions } from '../outcome/outcome-functions.ts';
import type { CommandIo } from './command-io.ts';

const usage = `Skriv: genklang outcome <mått> < fall.json

Fallen är en JSON-lista. Mått:
${Object.entries(outcomeFunctions)
	.map(([name, { title }]) => `  ${name.padEnd(14)}${title}`)
	.join('\n')}`;

/**
 * Reads an array of cases from standard input and prints an array with the result of each, with the keys of
 * tests/vectors. What cannot be computed is null. Wrong input is one sentence naming the case, exit code 2 and nothing on
 * standard output.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const results = await compute(args, io);
	if (!results.ok) {
		io.stderr(`${results.problem}\n`);
		return 2;
	}
	io.stdout(`[${results.value.map((one) => `\n${JSON.stringify(one)}`).join(',')}\n]\n`);
	return 0;
}

async function compute(args: readonly string[], io: CommandIo): Promise<Result<OutcomeResult[], string>> {
	const [wanted, ...rest] = args;
	if (wanted === undefined || wanted.startsWith('-') || rest.length > 0) return refuse(usage);
	if (!Object.hasOwn(outcomeFunctions, wanted)) return refuse(`Måttet ${wanted} finns inte.\n\n${usage}`);
	const of = outcomeFunctions[wanted];
	const cases = parseList(await io.stdin());
	if (!cases.ok) return cases;
	const results: OutcomeResult[] = [];
	for (const [index, input] of cases.value.entries()) {
		const result = runCase(of, input);
		if (!result.ok) return refuse(`Fall ${index + 1} (index ${index}): ${result.problem}`);
		results.push(result.value);
	}
	return ok(results);
}

function runCase(of: OutcomeFunction | undefined, input: unknown): Result<OutcomeResult, string> {
	try {
		return of?.run(input) ?? refuse('måttet finns inte.');
	} catch {
		// The functions behind the intervals stop at numbers far outside what can occur (over- and underflow).
		return refuse('talen är för stora eller för små för att räkna med.');
	}
}

function parseList(text: string): Result<unknown[], string> {
	if (text.trim() === '') return refuse(`Inga fall kom in. ${usage}`);
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch {
		return refuse('Det som kom in är inte giltig JSON.');
	}
	return Array.isArray(content)
		? ok(content)
		: refuse('Det som kom in ska vara en lista med fall: [{…}, {…}]');
}
