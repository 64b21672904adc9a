import { listInvitedInReach, type InvitedInSurvey } from '../survey/queries.ts';
import { casesInReach } from '#lib/cases/server/reach/queries.ts';
import { addDays } from '#lib/shared/local-date.ts';
import { read } from '#lib/shared/server/read.ts';

/** So long after a survey has closed those who were invited in it are listed. */
const listedDays = 30;

/** Those of one's own cases that have been invited in confidential surveys, and what has come of it. No address, no answer. */
export const invitedInSurveys = read({
	name: 'invitedInSurveys',
	permission: 'case:read',
	inCase: 'in-query',
	audit: 'always',
	subject: (_input: Record<never, never>) => ({ type: 'case-list', id: null, reason: 'survey' }),
	run: (work): Promise<readonly InvitedInSurvey[]> =>
		listInvitedInReach(work, casesInReach(work), addDays(work.today, -listedDays))
});
