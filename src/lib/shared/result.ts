/** The outcome of something the caller is expected to branch on: a value, or the name of what went wrong. */
export type Result<T, P> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/** Wraps a value as success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
	return { ok: true, value };
}

/** Wraps a named refusal. */
export function refuse<P>(problem: P): { readonly ok: false; readonly problem: P } {
	return { ok: false, problem };
}
