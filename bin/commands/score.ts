/** `genklang score <formulär>[@version] < svar.json`: scores answers, for checking against other sources. */
import { delimiter, join } from 'node:path';
import * as v from 'valibot';
import type { Instrument } from '../../src/lib/instruments/instrument.ts';
import { toJsonPointer } from '../../src/lib/instruments/lint-finding.ts';
import { listQuestions } from '../../src/lib/instruments/list-questions.ts';
import type { Answers } from '../../src/lib/instruments/questionnaire.ts';
import type { Catalogue } from '../../src/lib/instruments/server/catalogue.ts';
import {
	findInstrument,
	listInstruments,
	loadCatalogue
} from '../../src/lib/instruments/server/catalogue.ts';
import type { ScaleScore } from '../../src/lib/scoring/score.ts';
import { scoreInstrument } from '../../src/lib/scoring/score-instrument.ts';
import { ok, refuse } from '../../src/lib/shared/result.ts';
import type { Result } from '../../src/lib/shared/result.ts';
import type { CommandIo } from './command-io.ts';

const usage = 'Skriv: genklang score <formulär>[@version] < svar.json';

function isObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const caseSchema = v.strictObject({
	answers: v.custom<Record<string, unknown>>(isObject),
	sex: v.optional(v.nullable(v.picklist(['female', 'male'])), null),
	ageInYears: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(150))), null)
});
type Case = v.InferOutput<typeof caseSchema>;

/** What each wrong place in a case should have been. */
const expectations: Readonly<Record<string, string>> = {
	answers: '"answers" ska vara ett objekt med svar per fråga',
	sex: '"sex" ska vara "female", "male" eller null',
	ageInYears: '"ageInYears" ska vara hela år (0–150) eller null'
};

/**
 * Reads cases from standard input and prints an array with the outcome of each. An answer with a code the question
 * does not have is an outcome (`invalid-answer`); input of the wrong shape is one sentence and exit code 2.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const outcome = await score(args, io);
	if (!outcome.ok) {
		io.stderr(`${outcome.problem}\n`);
		return 2;
	}
	io.stdout(`[${outcome.value.map((scores) => `\n${JSON.stringify(scores)}`).join(',')}\n]\n`);
	return 0;
}

type ScoredCase = { scales: Record<string, ReturnType<typeof toOutput>> };

async function score(args: readonly string[], io: CommandIo): Promise<Result<ScoredCase[], string>> {
	const [wanted, ...rest] = args;
	if (wanted === undefined || wanted.startsWith('-') || rest.length > 0) return refuse(usage);
	const found = openInstrument(wanted, loadCatalogue(listDirectories(io.root)));
	if (!found.ok) return found;
	const cases = parseCases(await io.stdin(), found.value);
	if (!cases.ok) return cases;
	return ok(cases.value.map((one) => scoreCase(found.value, one)));
}

/** The same directories as the server reads. */
function listDirectories(root: string): string[] {
	const own = process.env['GENKLANG_INSTRUMENTS'];
	return [join(root, 'instruments'), ...(own ?? '').split(delimiter).filter(Boolean)];
}

function openInstrument(wanted: string, catalogue: Catalogue): Result<Instrument, string> {
	const [id = '', version] = wanted.split('@');
	const instrument = findInstrument(catalogue, id, version);
	if (instrument) return ok(instrument);
	const faults = catalogue.findings.filter(({ file }) => file.split(/[\\/]/).includes(id)).length;
	if (faults > 0)
		return refuse(`Formuläret ${wanted} har ${faults} fel och kan inte användas. Kör: genklang lint`);
	const known = listInstruments(catalogue).map((one) => one.id);
	return refuse(`Formuläret ${wanted} finns inte. Det finns: ${known.join(', ')}.`);
}

function parseCases(text: string, instrument: Instrument): Result<Case[], string> {
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch {
		return refuse(text.trim() === '' ? `Inga svar kom in. ${usage}` : 'Det som kom in är inte giltig JSON.');
	}
	const parsed = v.safeParse(v.array(caseSchema, 'list'), content);
	if (!parsed.success) return refuse(describe(parsed.issues[0]));
	const names = new Set(
		listQuestions(instrument.questionnaire).flatMap(({ name }) => [name, `${name}-Comment`])
	);
	for (const [index, { answers }] of parsed.output.entries()) {
		const unknown = Object.keys(answers).find((name) => !names.has(name));
		if (unknown !== undefined) {
			return refuse(`Fall ${index + 1}: frågan "${unknown}" finns inte i ${instrument.id}.`);
		}
	}
	return ok(parsed.output);
}

function describe(issue: v.BaseIssue<unknown>): string {
	if (issue.message === 'list' && !issue.path)
		return 'Det som kom in ska vara en lista med fall: [{"answers": {…}}]';
	const [index, key] = (issue.path ?? []).map((part) => part.key as string | number);
	const place = `Fall ${Number(index) + 1}`;
	if (key === undefined)
		return `${place} ska vara ett objekt: {"answers": {…}, "sex": null, "ageInYears": null}`;
	const expected =
		expectations[String(key)] ?? `nyckeln ${toJsonPointer([key]).slice(1)} finns inte i formatet`;
	return `${place}: ${expected}.`;
}

function scoreCase(instrument: Instrument, { answers, sex, ageInYears }: Case): ScoredCase {
	// Values are not checked here: scoring gives a code it does not know the reason invalid-answer.
	const { scales } = scoreInstrument(instrument, answers as Answers, { sex, ageInYears });
	return { scales: Object.fromEntries(Object.entries(scales).map(([name, one]) => [name, toOutput(one)])) };
}

/** The fields of the command's format, in its order. */
function toOutput(scale: ScaleScore) {
	return {
		score: scale.score,
		reason: scale.reason,
		answered: scale.answered,
		itemCount: scale.itemCount,
		lowestPossible: scale.lowestPossible,
		highestPossible: scale.highestPossible,
		bands: scale.bands,
		bandUnknownBecause: scale.bandUnknownBecause
	};
}
