/** JSON from outside is read here only, so that it is never longer or deeper than whoever asked for it can handle. */
import { ok, refuse, type Result } from './result.ts';

/** Deeper than anything that is sent here: answers are an object of values, matrix rows or lists. */
export const maxJsonDepth = 20;

/** The value, or why it is none. `maxLength` is in characters. */
export function parseJson(
	text: string,
	maxLength: number
): Result<unknown, 'too-long' | 'too-deep' | 'not-json'> {
	if (text.length > maxLength) return refuse('too-long');
	if (isDeeperThan(text, maxJsonDepth)) return refuse('too-deep');
	try {
		return ok(JSON.parse(text));
	} catch {
		return refuse('not-json');
	}
}

/** Counts brackets outside strings. */
function isDeeperThan(text: string, limit: number): boolean {
	let depth = 0;
	for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
		if (sign === '[' || sign === '{') depth += 1;
		else if (sign === ']' || sign === '}') depth -= 1;
		if (depth > limit) return true;
	}
	return false;
}
