/** A sent form is read with a schema; what is wrong comes back per field, with everything that was written. */
import * as v from 'valibot';
import { ok, refuse } from '../result.ts';
import type { RefusedForm } from '../refused-form.ts';
import type { Result } from '../result.ts';

type FormSchema = v.GenericSchema<Record<string, unknown>, unknown>;

/** Reads the fields with the schema. Files are left out; of fields with the same name the last one counts. */
export function parseForm<S extends FormSchema>(
	schema: S,
	data: FormData
): Result<v.InferOutput<S>, RefusedForm> {
	const values = readFields(data);
	const parsed = v.safeParse(schema, values, { abortPipeEarly: true });
	if (parsed.success) return ok(parsed.output);
	return refuse({ values, errors: readErrors(parsed.issues) });
}

/** The text fields of a form by name, trimmed. */
export function readFields(data: FormData): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [name, value] of data) if (typeof value === 'string') values[name] = value.trim();
	return values;
}

function readErrors(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const issue of issues) {
		const field = String(issue.path?.[0]?.key ?? 'form');
		errors[field] ??= issue.message;
	}
	return errors;
}
