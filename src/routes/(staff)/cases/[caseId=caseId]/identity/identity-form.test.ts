import { expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { identityFormSchema } from './identity-form.ts';

/** Numbers are Skatteverket's test person with digits changed; names are made up. */
function read(fields: Readonly<Record<string, string>>) {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return parseForm(identityFormSchema('2026-03-02' as LocalDate), data);
}

it('takes a name and a number as written, and nothing for what is empty', () => {
	expect(read({ name: ' Tolvan Tolvansson ', personalNumber: '19121212-1212' })).toMatchObject({
		value: { name: 'Tolvan Tolvansson', personalNumber: '19121212-1212' }
	});
	expect(read({ name: '', personalNumber: '' })).toMatchObject({
		value: { name: null, personalNumber: null }
	});
});

it.each([
	['1912', /hela numret/],
	['19121312-1212', /ett datum som finns/],
	['20990101-1212', /ett datum som finns/],
	['19121212-1213', /kontrollsiffran/]
])('says what is wrong with %s', (personalNumber, words) => {
	const form = read({ name: '', personalNumber });
	expect(form.ok ? '' : form.problem.errors['personalNumber']).toMatch(words);
});

it('refuses a name that is longer than what is stored', () => {
	const form = read({ name: 'a'.repeat(201), personalNumber: '' });
	expect(form.ok ? '' : form.problem.errors['name']).toMatch(/högst 200/);
});
