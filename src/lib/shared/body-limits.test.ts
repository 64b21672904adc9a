import { describe, expect, it } from 'vitest';
import { judgeBody, maxBodyBytes, maxFieldNameLength, maxFields, smallestFaultyBody } from './body-limits.ts';

const form = 'application/x-www-form-urlencoded';
const fields = (count: number): string =>
	Array.from({ length: count }, (_, index) => `f${index}=1`).join('&');
const parts = (count: number): string =>
	`${'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n'.repeat(count)}--b--\r\n`;

describe('a body', () => {
	it.each([
		['a form', form, 'caseNumber=1&concern=alkohol'],
		['an empty form', form, ''],
		['as many fields as there may be', form, fields(maxFields)],
		['as many parts as there may be', 'multipart/form-data; boundary=b', parts(maxFields)],
		['parts without a boundary', 'multipart/form-data', parts(3)],
		[
			'a name of the longest, each character written with per cent',
			form,
			`${'%E2%82%AC'.repeat(maxFieldNameLength)}=1`
		],
		['a long value', form, `x=${'a'.repeat(100_000)}`],
		['something else', 'text/plain', fields(maxFields + 1)],
		['no type', null, 'x']
	])('may be %s', (_what, type, body) => {
		expect(judgeBody(type, body)).toBeNull();
	});

	it.each([
		['a field too many', form, fields(maxFields + 1)],
		[
			'the same in capitals, with a charset',
			'APPLICATION/X-WWW-FORM-URLENCODED; charset=utf-8',
			fields(maxFields + 1)
		],
		['nothing but separators', form, '&'.repeat(maxFields + 1)],
		['a part too many', 'multipart/form-data; boundary=b', parts(maxFields + 1)],
		['a part too many behind quotes', 'multipart/form-data; boundary="b"', parts(maxFields + 1)],
		['a name that is no name', form, `${'n'.repeat(maxFieldNameLength * 9 + 1)}=1`],
		[
			'a name that is no name, last and without a value',
			form,
			`x=1&${'n'.repeat(maxFieldNameLength * 9 + 1)}`
		]
	])('is refused with %s', (_what, type, body) => {
		expect(judgeBody(type, body)).toBe('too-many-fields');
	});

	it('is refused when it is longer than a request may be', () => {
		expect(judgeBody(form, 'a'.repeat(maxBodyBytes + 1))).toBe('body-too-large');
	});

	it.each([
		['separators', '&'],
		['a name', 'n']
	])('of %s alone has no fault below the smallest faulty size', (_what, sign) => {
		expect(judgeBody(form, sign.repeat(smallestFaultyBody - 1))).toBeNull();
	});
});
