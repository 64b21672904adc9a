/**
 * Every text that is printed for clients or sent to them, in every language of theirs (docs/decisions/0057). Used as `sent`.
 * Apart from the words of their pages, so that no tablet carries what it never shows.
 */
import { m } from '#lib/paraglide/messages.js';
import { inEveryLanguage } from './foreign-words.ts';

export const sent_letter_subject = inEveryLanguage('sent_letter_subject', m.sent_letter_subject);
export const sent_letter_body = inEveryLanguage('sent_letter_body', m.sent_letter_body);
export const sent_invitation_subject = inEveryLanguage('sent_invitation_subject', m.sent_invitation_subject);
export const sent_invitation_body = inEveryLanguage('sent_invitation_body', m.sent_invitation_body);
export const sent_invitation_sms = inEveryLanguage('sent_invitation_sms', m.sent_invitation_sms);
export const sent_reminder_subject = inEveryLanguage('sent_reminder_subject', m.sent_reminder_subject);
export const sent_reminder_body = inEveryLanguage('sent_reminder_body', m.sent_reminder_body);
export const sent_reminder_sms = inEveryLanguage('sent_reminder_sms', m.sent_reminder_sms);
export const surveys_slip_code = inEveryLanguage('surveys_slip_code', m.surveys_slip_code);
export const surveys_slip_how = inEveryLanguage('surveys_slip_how', m.surveys_slip_how);
export const surveys_slip_anonymous = inEveryLanguage('surveys_slip_anonymous', m.surveys_slip_anonymous);
export const surveys_poster_title = inEveryLanguage('surveys_poster_title', m.surveys_poster_title);
export const surveys_poster_lead = inEveryLanguage('surveys_poster_lead', m.surveys_poster_lead);
export const surveys_poster_anonymous = inEveryLanguage(
	'surveys_poster_anonymous',
	m.surveys_poster_anonymous
);
export const surveys_poster_until = inEveryLanguage('surveys_poster_until', m.surveys_poster_until);
