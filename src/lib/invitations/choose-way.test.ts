import { describe, expect, it } from 'vitest';
import { chooseWay } from './choose-way.ts';

const contact = { email: 'klient@exempel.example', phone: '+46701740605', language: 'sv' };

describe('how somebody is invited', () => {
	it('is by the first way that is wanted and has an address', () => {
		expect(chooseWay(contact, 'email-first', ['email', 'sms'])).toEqual({
			way: 'email',
			recipient: 'klient@exempel.example'
		});
		expect(chooseWay(contact, 'sms-first', ['email', 'sms'])).toEqual({
			way: 'sms',
			recipient: '+46701740605'
		});
		expect(chooseWay({ ...contact, email: null }, 'email-first', ['email', 'sms']).way).toBe('sms');
	});

	it('is a letter where there is no address, no gateway, or a letter is wanted', () => {
		const letter = { way: 'letter', recipient: null };
		expect(chooseWay(null, 'email-first', ['email', 'sms'])).toEqual(letter);
		expect(chooseWay(contact, 'sms-first', [])).toEqual(letter);
		expect(chooseWay(contact, 'letter', ['email', 'sms'])).toEqual(letter);
	});
});
