/** What `genklang outcome` needs of a function: the shape of one case, and the result with keys as in tests/vectors. */
import * as v from 'valibot';
import { ok, refuse } from '../../src/lib/shared/result.ts';
import type { Result } from '../../src/lib/shared/result.ts';

export type OutcomeResult = Readonly<Record<string, unknown>>;

export interface OutcomeFunction {
	/** What it computes, in a few words for the help text. */
	readonly title: string;
	/** The result for one case, or one Swedish sentence saying what is wrong with it. */
	readonly run: (input: unknown) => Result<OutcomeResult, string>;
}

/** Ties the shape of a case to the computation. Messages in the schema are the end of a sentence: "ska vara ett tal". */
export function defineOutcome<T>(
	title: string,
	schema: v.GenericSchema<unknown, T>,
	compute: (input: T) => OutcomeResult
): OutcomeFunction {
	return {
		title,
		run: (input) => {
			const parsed = v.safeParse(schema, input);
			return parsed.success ? ok(compute(parsed.output)) : refuse(describe(parsed.issues[0]));
		}
	};
}

function describe(issue: v.BaseIssue<unknown>): string {
	const keys = (issue.path ?? []).map(({ key }) => key as string | number);
	const [name, ...places] = keys;
	if (name === undefined) return `${issue.message}.`;
	if (issue.type === 'strict_object') {
		return issue.received === 'undefined' ? `"${name}" saknas.` : `"${name}" finns inte i formatet.`;
	}
	const place = places.length === 0 ? '' : ` (plats ${places.map((key) => Number(key) + 1).join(', ')})`;
	return `"${name}"${place} ${issue.message}.`;
}
