/** The board pages' addresses: which year, which act, which goal and which provider. */
import * as v from 'valibot';
import { parseId, type ProviderId } from '#lib/shared/ids.ts';
import type { TargetLaw } from '#lib/targets/target.ts';

const law = v.picklist(['sol', 'lss'] satisfies TargetLaw[]);
const year = v.pipe(v.string(), v.regex(/^\d{4}$/), v.transform(Number));
const schema = v.object({ year: v.optional(year), law: v.optional(law) });

/** Year and act as asked for, each undefined when not said; undefined when the address cannot be read. */
export function parseBoardQuery(parameters: URLSearchParams): v.InferOutput<typeof schema> | undefined {
	const parsed = v.safeParse(schema, Object.fromEntries(parameters));
	return parsed.success ? parsed.output : undefined;
}

/** `instrument/question`. */
const goal = v.pipe(
	v.string(),
	v.regex(/^[a-z][a-z0-9-]{0,60}\/[A-Za-z][\w.-]{0,80}$/),
	v.transform((text) => {
		const slash = text.indexOf('/');
		return { instrumentId: text.slice(0, slash), item: text.slice(slash + 1) };
	})
);
const provider = v.pipe(
	v.string(),
	v.transform((text) => parseId<ProviderId>(text)),
	v.check((id) => id !== undefined)
);
const goalSchema = v.object({ year, law, goal });
const resultSchema = v.object({ ...goalSchema.entries, provider });

export interface GoalQuery {
	readonly instrumentId: string;
	readonly item: string;
}

export interface GoalOfYear extends GoalQuery {
	readonly year: number;
	readonly law: TargetLaw;
}

export interface ResultQuery extends GoalOfYear {
	readonly providerId: ProviderId;
}

/** One goal of one year as asked for; undefined when the address cannot be read. */
export function parseGoalQuery(parameters: URLSearchParams): GoalOfYear | undefined {
	const parsed = v.safeParse(goalSchema, Object.fromEntries(parameters));
	if (!parsed.success) return undefined;
	const { goal: question, ...rest } = parsed.output;
	return { ...rest, ...question };
}

/** One result as asked for; undefined when the address cannot be read. */
export function parseResultQuery(parameters: URLSearchParams): ResultQuery | undefined {
	const parsed = v.safeParse(resultSchema, Object.fromEntries(parameters));
	if (!parsed.success || parsed.output.provider === undefined) return undefined;
	const { goal: question, provider: providerId, ...rest } = parsed.output;
	return { ...rest, ...question, providerId };
}
