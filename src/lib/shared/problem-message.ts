import { m } from '#lib/paraglide/messages.js';
import type { ProblemCode } from './problem.ts';

type Details = Readonly<Record<string, string | number>>;
type Message = (inputs: Details) => string;

/** The sentence for a problem in the request's language; every code has one (tests/structure/messages.test.ts). */
export function problemMessage(code: ProblemCode, details: Details = {}): string {
	const messages = m as unknown as Readonly<Record<string, Message>>;
	const message = messages[`problem_${code.replaceAll('-', '_')}`];
	return message ? message(details) : code;
}
