import type { Answers } from '#lib/instruments/questionnaire.ts';

/** The codes chosen in a question, as text; none where it is not answered. */
export function codesOf(answers: Answers | null, question: string): readonly string[] {
	const value = answers?.[question];
	if (value === undefined) return [];
	if (typeof value !== 'object') return [String(value)];
	return Array.isArray(value) ? value.map(String) : [];
}
