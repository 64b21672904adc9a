import { expect, it } from 'vitest';
import { parsePersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { factsFromNumber } from './facts-from-number.ts';

const today = '2026-11-29' as LocalDate;

// Numbers from the worked examples of Skatteverket (SKV 704 and 707), never given to anybody.
it.each([
	['19640823-3234', 'male', 1964],
	['19701063-2391', 'male', 1970]
])('reads year and sex from %s', (text, sex, birthYear) => {
	const number = parsePersonalNumber(text, today);
	expect(number.ok && factsFromNumber(number.value)).toEqual({ sex, birthYear });
});

it('reads an even digit before the last as a woman', () => {
	// Made up with a right check digit.
	const number = parsePersonalNumber('19121212-1220', today);
	expect(number.ok && factsFromNumber(number.value)).toEqual({ sex: 'female', birthYear: 1912 });
});
