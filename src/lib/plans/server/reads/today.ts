import { listVersionsOf, type PlanVersion } from '../queries.ts';
import { listOpenOccasions, type OpenOccasion } from '../today/queries.ts';
import { casesInReach } from '#lib/cases/server/reach/queries.ts';
import { listOpenAlerts, listRoutines, type RiskAlert } from '#lib/collection/server/alerts/queries.ts';
import { listOpenInterviews, type OpenInterview } from '#lib/collection/server/interview/queries.ts';
import { listRecentAnswers, type RecentAnswer } from '#lib/collection/server/response/queries.ts';
import { sql } from 'drizzle-orm';
import type { CaseId, UnitId } from '#lib/shared/ids.ts';
import { addDays } from '#lib/shared/local-date.ts';
import { read } from '#lib/shared/server/read.ts';
import type { Work } from '#lib/shared/server/work.ts';

/** How far ahead what comes is shown, how long an answer counts as new, in days, and how many answers are shown. */
const ahead = 14;
const newFor = 14;
const mostAnswers = 50;

export interface AlertOfToday extends RiskAlert {
	readonly caseNumber: string;
	/** What the case's unit does; null where nobody has written it. */
	readonly routine: string | null;
}

export interface Today {
	readonly occasions: readonly OpenOccasion[];
	/** The versions that the occasions are of, for their words. */
	readonly versions: readonly PlanVersion[];
	/** Begun and not sent. */
	readonly interviews: readonly OpenInterview[];
	readonly answers: readonly RecentAnswer[];
	readonly alerts: readonly AlertOfToday[];
}

/** What there is to do in the cases that the actor reaches: open occasions, new answers, alerts. */
export const today = read({
	name: 'today',
	permission: 'case:read',
	inCase: 'in-query',
	audit: 'always',
	subject: (_input: Record<never, never>) => ({ type: 'case-list', id: null }),
	async run(work): Promise<Today> {
		const within = casesInReach(work);
		const occasions = await listOpenOccasions(work, within, addDays(work.today, ahead));
		return {
			occasions,
			versions: await listVersionsOf(work, [...new Set(occasions.map(({ planId }) => planId))]),
			interviews: await listOpenInterviews(work, within),
			answers: await listRecentAnswers(work, within, addDays(work.today, -newFor), mostAnswers),
			alerts: await listAlerts(work)
		};
	}
});

async function listAlerts(work: Work): Promise<readonly AlertOfToday[]> {
	const within = casesInReach(work);
	const alerts = await listOpenAlerts(work, (id) => sql`${id} in (select c.id from ${within} c)`);
	if (alerts.length === 0) return [];
	const cases = await work.query<{ id: CaseId; caseNumber: string; unitId: UnitId | null }>(sql`
		select c.id, c.case_number as "caseNumber", c.unit_id as "unitId" from ${within} c`);
	const routines = await listRoutines(work);
	return alerts.map((alert) => {
		const of = cases.find(({ id }) => id === alert.caseId);
		const routine = routines.find(({ unitId }) => unitId === of?.unitId);
		return { ...alert, caseNumber: of?.caseNumber ?? '', routine: routine?.routine ?? null };
	});
}
