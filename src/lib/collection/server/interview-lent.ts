/** Which interview an actor with a lent session may answer: that one and nothing else. */
import type { AdministrationId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from '#lib/shared/server/work.ts';

/** The administration that the session is lent to; the Problem that there is none. */
export function requireLent({ actor }: Pick<Work, 'actor'>): AdministrationId {
	if (actor.kind !== 'respondent' || !actor.lentTo) throw new Problem('not-permitted');
	return actor.lentTo;
}
