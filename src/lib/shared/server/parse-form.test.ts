import * as v from 'valibot';
import { expect, it } from 'vitest';
import { parseForm } from './parse-form.ts';

const schema = v.object({
	number: v.optional(v.pipe(v.string(), v.nonEmpty('write a number'), v.regex(/^\d+$/, 'digits only')), ''),
	note: v.optional(v.string(), '')
});

function formOf(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

it('gives the parsed values of a form that is right', () => {
	expect(parseForm(schema, formOf({ number: ' 12 ', note: 'a' }))).toEqual({
		ok: true,
		value: { number: '12', note: 'a' }
	});
});

it('keeps everything that was written and says one thing per field that is wrong', () => {
	expect(parseForm(schema, formOf({ number: 'x', note: 'kept' }))).toEqual({
		ok: false,
		problem: { values: { number: 'x', note: 'kept' }, errors: { number: 'digits only' } }
	});
});

it('treats a field that was not sent as empty', () => {
	expect(parseForm(schema, formOf({}))).toMatchObject({ problem: { errors: { number: 'write a number' } } });
});

it('reads nothing that the schema does not name', () => {
	const data = new FormData();
	data.set('name', 'Anna');
	data.set('isAdmin', 'true');
	data.set('__proto__', 'x');
	const parsed = parseForm(v.object({ name: v.string() }), data);
	expect(parsed).toEqual({ ok: true, value: { name: 'Anna' } });
});
