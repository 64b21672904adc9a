import { describe, expect, it } from 'vitest';
import { parseEmail, parsePhone } from './contact.ts';

describe('a phone number', () => {
	it.each([
		['070-174 06 05', '+46701740605'],
		['0701740605', '+46701740605'],
		['+46 (70) 174 06 05', '+46701740605'],
		['0046701740605', '+46701740605'],
		['+358 40 1234567', '+358401234567']
	])('%s is sent to %s', (text, phone) => {
		expect(parsePhone(text)).toEqual({ ok: true, value: phone });
	});

	it.each(['', '08-123 456', '070-123', '+4670174060512345', 'ring mig'])('is not %s', (text) => {
		expect(parsePhone(text).ok).toBe(false);
	});
});

describe('an e-mail address', () => {
	it.each(['klient@exempel.example', 'a.b+c@d.e.example'])('is %s', (text) => {
		expect(parseEmail(` ${text} `)).toEqual({ ok: true, value: text });
	});

	it.each([
		'',
		'klient',
		'klient@exempel',
		'a b@c.example',
		'a@b.example\r\nBcc: x@y.example',
		'a@b@c.example'
	])('is not %j', (text) => {
		expect(parseEmail(text).ok).toBe(false);
	});
});
