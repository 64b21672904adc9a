import type { LintFinding } from '../lint-finding.ts';
import { toJsonPointer } from '../lint-finding.ts';
import type { LanguageTag } from '../questionnaire.ts';

/** Where in the definition something stands, as keys and indexes from the root. */
export type Path = readonly (string | number)[];

/** What one compilation knows and has found so far. Findings and texts are added to as the compiler walks. */
export interface CompileContext {
	readonly file: string;
	readonly defaultLanguage: LanguageTag;
	/** Filled before the first expression is compiled. */
	readonly scope: Map<string, readonly string[] | 'list'>;
	readonly findings: LintFinding[];
	/** Each text inside the pages with the languages it exists in. */
	readonly texts: { readonly path: Path; readonly languages: readonly LanguageTag[] }[];
	/** The survey's own limit, used where a question has none. */
	readonly maxTextLength: number | null;
}

/** Adds one finding; the message is a plain Swedish sentence. */
export function report(context: CompileContext, path: Path, rule: string, message: string): void {
	context.findings.push({ file: context.file, pointer: toJsonPointer(path), rule, message });
}
