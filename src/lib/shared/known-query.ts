/** Search is by what is declared and nothing else: a key that a page does not know is refused, never ignored. */
import { Problem } from './problem.ts';

/** Throws `invalid-input` when the query has a key that is not among the known, or the same key twice. */
export function requireKnownQuery(query: URLSearchParams, known: readonly string[]): void {
	const keys = [...query.keys()];
	const allowed = new Set([...known, 'lang']);
	if (keys.some((key) => !allowed.has(key)) || new Set(keys).size < keys.length) {
		throw new Problem('invalid-input', { what: 'query' });
	}
}
