import * as v from 'valibot';
import { ok, refuse } from '#lib/shared/result.ts';
import type { Result } from '#lib/shared/result.ts';
import { instrumentFileSchema } from './instrument-file.ts';
import type { InstrumentFile } from './instrument-file.ts';
import { toJsonPointer } from './lint-finding.ts';
import type { LintFinding } from './lint-finding.ts';
import { referenceCasesFileSchema } from './reference-cases-file.ts';
import type { ReferenceCasesFile } from './reference-cases-file.ts';

type Issue = v.BaseIssue<unknown>;

/** Parses the content of `instrument.json`; refuses with one finding per place that does not follow the format. */
export function parseInstrument(content: unknown, file: string): Result<InstrumentFile, LintFinding[]> {
	return parseFile(instrumentFileSchema, content, file);
}

/** Parses the content of `reference-cases.json`; refuses like `parseInstrument`. */
export function parseReferenceCases(
	content: unknown,
	file: string
): Result<ReferenceCasesFile, LintFinding[]> {
	return parseFile(referenceCasesFileSchema, content, file);
}

function parseFile<T>(
	schema: v.GenericSchema<unknown, T>,
	content: unknown,
	file: string
): Result<T, LintFinding[]> {
	const parsed = v.safeParse(schema, content);
	if (parsed.success) return ok(parsed.output);
	return refuse(parsed.issues.flatMap((issue) => toFindings(issue, [], file)));
}

/** A union's own issue says little; the alternative that came furthest into the content says what is wrong. */
function toFindings(issue: Issue, prefix: readonly (string | number)[], file: string): LintFinding[] {
	const path = [...prefix, ...(issue.path ?? []).map((part) => part.key as string | number)];
	const inner = (issue.issues ?? []).filter((candidate) => (candidate.path?.length ?? 0) > 0);
	if (issue.type === 'union' && inner.length > 0) {
		return inner.flatMap((candidate) => toFindings(candidate, path, file));
	}
	return [{ file, pointer: toJsonPointer(path), ...describe(issue, path) }];
}

function describe(issue: Issue, path: readonly (string | number)[]): Pick<LintFinding, 'rule' | 'message'> {
	const key = String(path.at(-1) ?? '');
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		return {
			rule: 'unknown-key',
			message: `Nyckeln "${key}" finns inte i formatet. Ta bort den eller rätta stavningen.`
		};
	}
	if (issue.type === 'strict_object' && issue.received === 'undefined') {
		return { rule: 'missing-key', message: `Nyckeln "${key}" saknas. Lägg till den.` };
	}
	const isOurs = issue.kind === 'validation' && !issue.message.startsWith('Invalid');
	const message = isOurs
		? issue.message
		: `Värdet ${nameKinds(issue.received)} passar inte här. Det ska vara ${nameKinds(issue.expected ?? issue.type)}.`;
	return { rule: 'invalid-value', message };
}

/** Valibot's names of kinds of values, as they stand in a sentence. */
const kindNames: Readonly<Record<string, string>> = {
	string: 'en text',
	number: 'ett tal',
	boolean: 'true eller false',
	Object: 'ett objekt { }',
	Array: 'en lista [ ]',
	integer: 'ett heltal'
};

function nameKinds(text: string): string {
	return text
		.replace(/[()]/gu, '')
		.replaceAll(' | ', ' eller ')
		.replace(/(?<!["\w])(string|number|boolean|Object|Array|integer)(?!["\w])/gu, (kind) => kindNames[kind] ?? kind);
}
