import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { buildInstrument } from '#lib/instruments/build-instrument.ts';
import type { Expression } from '#lib/instruments/expression.ts';
import type { InstrumentFile } from '#lib/instruments/instrument-file.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { toFindings } from '#lib/instruments/lint-finding.ts';
import type { LintFinding } from '#lib/instruments/lint-finding.ts';
import { lintInstrument } from '#lib/instruments/lint-instrument.ts';
import { lintRestrictedText } from '#lib/instruments/lint-restricted-text.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { parseInstrument, parseReferenceCases } from '#lib/instruments/parse-instrument.ts';
import type { Questionnaire } from '#lib/instruments/questionnaire.ts';
import { checkReferenceCases } from '#lib/scoring/check-reference-cases.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import type { Result } from '#lib/shared/result.ts';
import { compileExpression } from './compile-expression.ts';
import { compileQuestionnaire } from './compile-questionnaire.ts';

/** An instrument that can be used, or everything that is wrong with its files. */
export type LoadedInstrument = Result<Instrument, readonly LintFinding[]>;

/** Where an instrument's three files are. */
interface Paths {
	readonly instrument: string;
	readonly survey: string;
	readonly cases: string;
}

/**
 * Reads, parses, compiles and lints the instrument in `<id>/<version>/`, and scores its reference cases. Refuses with
 * every finding that can be made: a file that cannot be read does not hide what is wrong in the others.
 */
export function loadInstrument(directory: string): LoadedInstrument {
	const paths = {
		instrument: join(directory, 'instrument.json'),
		survey: join(directory, 'survey.json'),
		cases: join(directory, 'reference-cases.json')
	};
	const survey = readJson(paths.survey);
	const content = readJson(paths.instrument);
	const file = content.ok ? parseInstrument(content.value, paths.instrument) : content;
	const questionnaire = survey.ok ? compile(directory, survey.value, paths.survey) : survey;
	const restricted =
		file.ok && survey.ok ? toFindings(paths.survey, lintRestrictedText(file.value, survey.value)) : [];
	const findings = [
		...(questionnaire.ok ? [] : questionnaire.problem),
		...restricted,
		...(file.ok ? lintFolder(directory, file.value, paths.instrument) : file.problem)
	];
	if (!file.ok || !questionnaire.ok) return refuse(findings);
	return assemble(file.value, questionnaire.value, paths, findings);
}

function compile(
	directory: string,
	survey: unknown,
	file: string
): Result<Questionnaire, readonly LintFinding[]> {
	return compileQuestionnaire(survey, { ...readFolderNames(directory), file });
}

function assemble(
	file: InstrumentFile,
	questionnaire: Questionnaire,
	paths: Paths,
	before: readonly LintFinding[]
): LoadedInstrument {
	const compiled = compileConditions(file, questionnaire, paths.instrument);
	const findings = [
		...before,
		...lintInstrument(file, questionnaire, paths.instrument),
		...compiled.findings
	];
	const cases = readCases(file, paths.cases);
	if (!cases.ok) return refuse([...findings, ...cases.problem]);
	// Scoring rules that do not hold together would only repeat themselves in every case.
	if (findings.length > 0) return refuse(findings);
	const instrument = buildInstrument({ file, questionnaire, ...compiled });
	const caseFindings = checkReferenceCases(instrument, cases.value, paths.cases);
	if (caseFindings.length > 0) return refuse(caseFindings);
	return ok({ ...instrument, referenceCaseCount: cases.value.length });
}

interface Conditions {
	readonly conditions: readonly Expression[];
	readonly completeIfs: ReadonlyMap<string, Expression>;
	readonly findings: readonly LintFinding[];
}

function compileConditions(file: InstrumentFile, questionnaire: Questionnaire, path: string): Conditions {
	const scope = new Map(
		listQuestions(questionnaire).map((question): [string, string[]] => [
			question.name,
			question.kind === 'matrix' ? question.rows.map(({ name }) => name) : []
		])
	);
	const findings: LintFinding[] = [];
	const compileAt = (text: string, place: (string | number)[]): Expression[] => {
		const compiled = compileExpression(text, scope);
		if (compiled.ok) return [compiled.value];
		const complaint = { path: place, rule: 'expression-invalid', message: compiled.problem };
		findings.push(...toFindings(path, [complaint]));
		return [];
	};
	const conditions = file.structuralZeros.flatMap(({ when }, index) =>
		compileAt(when, ['structuralZeros', index, 'when'])
	);
	const completeIfs = file.scales.flatMap(({ name, completeIf }, index) =>
		(completeIf === null ? [] : compileAt(completeIf, ['scales', index, 'completeIf'])).map(
			(expression): [string, Expression] => [name, expression]
		)
	);
	return { conditions, completeIfs: new Map(completeIfs), findings };
}

/** An instrument without scales has nothing to try: then the file may be left out. */
function readCases(file: InstrumentFile, path: string) {
	if (file.scales.length === 0 && !existsSync(path)) return ok([]);
	const content = readJson(path);
	const parsed = content.ok ? parseReferenceCases(content.value, path) : content;
	return parsed.ok ? ok(parsed.value.cases) : parsed;
}

function lintFolder(directory: string, file: InstrumentFile, path: string): LintFinding[] {
	const { instrumentId, version } = readFolderNames(directory);
	const wrong = [
		{ key: 'id', written: file.id, folder: instrumentId },
		{ key: 'version', written: file.version, folder: version }
	].filter(({ written, folder }) => written !== folder);
	return toFindings(
		path,
		wrong.map(({ key, written, folder }) => ({
			path: [key],
			rule: 'folder-name-differs',
			message: `Här står "${written}" men mappen heter "${folder}". De ska vara lika.`
		}))
	);
}

/** `.` and `..` also have names. */
function readFolderNames(directory: string): { instrumentId: string; version: string } {
	const full = resolve(directory);
	return { instrumentId: basename(dirname(full)), version: basename(full) };
}

function readJson(file: string): Result<unknown, LintFinding[]> {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return refuse([
			{ file, pointer: '', rule: 'file-missing', message: 'Filen saknas eller går inte att läsa.' }
		]);
	}
	try {
		return ok(JSON.parse(text));
	} catch (error) {
		const message = `Filen är inte giltig JSON: ${(error as SyntaxError).message}`;
		return refuse([{ file, pointer: '', rule: 'file-not-json', message }]);
	}
}
