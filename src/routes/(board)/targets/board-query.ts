/** The board page's address: which year and which act. */
import * as v from 'valibot';
import type { TargetLaw } from '#lib/targets/target.ts';

const schema = v.object({
	year: v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/), v.transform(Number))),
	law: v.optional(v.picklist(['sol', 'lss'] satisfies TargetLaw[]))
});

/** Year and act as asked for, each undefined when not said; undefined when the address cannot be read. */
export function parseBoardQuery(parameters: URLSearchParams): v.InferOutput<typeof schema> | undefined {
	const parsed = v.safeParse(schema, Object.fromEntries(parameters));
	return parsed.success ? parsed.output : undefined;
}
