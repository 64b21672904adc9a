import * as v from 'valibot';
import { ok, refuse } from '#lib/shared/result.ts';
import type { Result } from '#lib/shared/result.ts';
import { toJsonPointer } from './lint-finding.ts';
import type { Wording } from './wording.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const texts = v.record(v.string(), text);

const wordingSchema = v.strictObject({
	language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u)),
	title: v.optional(text),
	description: v.optional(text),
	questions: v.record(
		v.string(),
		v.strictObject({
			title: v.optional(text),
			help: v.optional(text),
			options: v.optional(texts),
			lowLabel: v.optional(text),
			highLabel: v.optional(text),
			rows: v.optional(texts)
		})
	)
});

/** Parses a permit's registered wording; refuses with the JSON pointers of the places that are not texts. */
export function parseWording(content: unknown): Result<Wording, string[]> {
	const parsed = v.safeParse(wordingSchema, content);
	if (parsed.success) return ok(parsed.output);
	return refuse(
		parsed.issues.map(({ path }) => toJsonPointer((path ?? []).map((part) => part.key as string | number)))
	);
}
