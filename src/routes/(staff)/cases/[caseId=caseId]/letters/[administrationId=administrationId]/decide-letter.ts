import type { Administration } from '#lib/collection/administration.ts';
import type { InvitationLine } from '#lib/invitations/server/queries.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

/**
 * What can be done about a letter. `printable`: there is one, with the link that is open · `possible`: one can be made, with a
 * new link · `declined`: the person has said no, thank you · `expired`: the link has to be renewed first · `over`: answered or
 * taken back · `of-survey`: the survey's own letter opens it too.
 */
export type LetterState = 'printable' | 'possible' | 'declined' | 'expired' | 'over' | 'of-survey';

/** What can be done about a letter of the link on the day, given how its holder has been invited. */
export function decideLetter(
	administration: Administration,
	invited: Pick<InvitationLine, 'declinedOn'> | null,
	today: LocalDate
): LetterState {
	if (administration.state !== 'sent' && administration.state !== 'started') return 'over';
	if (invited !== null && invited.declinedOn !== null) return 'declined';
	if (administration.expiresOn === null || administration.expiresOn < today) return 'expired';
	if (invited) return 'printable';
	return administration.surveyTitle === null ? 'possible' : 'of-survey';
}
