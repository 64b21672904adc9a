import { beforeAll, describe, expect, it } from 'vitest';
import { clientLanguages } from '#lib/shared/client-language.ts';
import { bringSentLanguages } from '#lib/shared/server/bring-sent-languages.ts';
import { invitationWays } from './channel.ts';
import { blanks, fillText, findOwnText, findTextFault, ownTextLanguages } from './message-text.ts';

const kinds = ['invitation', 'reminder'] as const;
const everyText = clientLanguages.flatMap((language) =>
	invitationWays.flatMap((channel) => kinds.map((kind) => ({ language, channel, kind })))
);
const filling = {
	boardName: 'Socialnämnden',
	link: 'https://genklang.kommun.se/s/socialnamnden/Zr8Qp2Lw6Xc4Vb1Nm7Kj3Hg',
	lastDay: '2026-12-03'
};

/** Letters of the default alphabet that need no more than seven bits (3GPP TS 23.038, 6.2.1), those in use here. */
const isGsm = (text: string): boolean => /^[\w\s.,:;!?()/'"%&+=*#@åäöÅÄÖéüñÉÜÑøØæÆßàèìòùÇ-]*$/.test(text);
/** How many messages a text goes as (3GPP TS 23.040, 9.2.3.24.1: 153 and 67 in each of several). */
function countParts(text: string): number {
	const [one, each] = isGsm(text) ? [160, 153] : [70, 67];
	return text.length <= one ? 1 : Math.ceil(text.length / each);
}

beforeAll(() => bringSentLanguages());

describe('the program’s own texts', () => {
	it('exist in every language of clients, each in its own words', () => {
		expect(ownTextLanguages).toEqual([...clientLanguages]);
		const bodies = clientLanguages.map((language) => findOwnText('email', 'invitation', language).body);
		expect(new Set(bodies).size).toBe(clientLanguages.length);
	});

	it.each(everyText)('pass for a text of the board: $channel, $kind in $language', (which) => {
		const { language, channel, kind } = which;
		expect(findTextFault(channel, findOwnText(channel, kind, language))).toBeNull();
	});

	it.each(everyText)('are filled in to the last blank: $channel, $kind in $language', (which) => {
		const { language, channel, kind } = which;
		const { subject, body } = fillText(findOwnText(channel, kind, language), language, filling);
		expect(blanks.filter((blank) => `${subject}${body}`.includes(blank))).toEqual([]);
		expect(`${subject}${body}`).not.toMatch(/undefined|[{}]/);
		expect(body).toContain(filling.boardName);
		expect(body).toContain(filling.lastDay);
	});

	it.each(clientLanguages)('go by SMS as three parts at most in %s', (language) => {
		const parts = kinds.map((kind) =>
			countParts(fillText(findOwnText('sms', kind, language), language, filling).body)
		);
		expect(Math.max(...parts)).toBeLessThanOrEqual(
			isGsm(findOwnText('sms', 'invitation', language).body) ? 2 : 3
		);
	});

	it('are Swedish in a language that the program does not have', () => {
		expect(findOwnText('letter', 'invitation', 'vi')).toEqual(findOwnText('letter', 'invitation', 'sv'));
	});
});

describe('a text that is filled in', () => {
	it('keeps the name and the day in one piece from right to left, and leaves the link as it is', () => {
		const { body } = fillText(findOwnText('sms', 'invitation', 'ar'), 'ar', filling);
		expect(body).toContain('\u2068Socialnämnden\u2069');
		expect(body).toContain('\u20682026-12-03\u2069');
		expect(body.endsWith(` ${filling.link}`)).toBe(true);
	});

	it('has a subject of one line, and a name as it is written', () => {
		const text = { subject: 'Från {namnd}', body: '{namnd}' };
		const filled = fillText(text, 'sv', { ...filling, boardName: 'Nämnd\r\nBcc: $&' });
		expect(filled.subject).toBe('Från Nämnd Bcc: $&');
	});
});
