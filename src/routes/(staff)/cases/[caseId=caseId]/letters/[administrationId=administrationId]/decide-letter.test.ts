import { describe, expect, it } from 'vitest';
import type { Administration } from '#lib/collection/administration.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { decideLetter } from './decide-letter.ts';

const today = '2026-03-02' as LocalDate;
const sent = { state: 'sent', expiresOn: '2026-03-02', surveyTitle: null } as unknown as Administration;
const invited = { declinedOn: null };

describe('a letter of a link', () => {
	it('can be made while the link is open, and printed again once it is', () => {
		expect(decideLetter(sent, null, today)).toBe('possible');
		expect(decideLetter({ ...sent, state: 'started' } as Administration, null, today)).toBe('possible');
		expect(decideLetter(sent, invited, today)).toBe('printable');
	});

	it('is none after the last day, after an answer, or for whoever said no, thank you', () => {
		expect(decideLetter(sent, invited, '2026-03-03' as LocalDate)).toBe('expired');
		expect(decideLetter({ ...sent, state: 'answered' } as Administration, invited, today)).toBe('over');
		expect(decideLetter({ ...sent, state: 'withdrawn' } as Administration, null, today)).toBe('over');
		expect(decideLetter(sent, { declinedOn: today }, today)).toBe('declined');
	});

	it('is none of its own for the second form of a survey, which the first one’s letter opens', () => {
		expect(decideLetter({ ...sent, surveyTitle: 'Våren' }, null, today)).toBe('of-survey');
		expect(decideLetter({ ...sent, surveyTitle: 'Våren' }, invited, today)).toBe('printable');
	});
});
