import { findAssessment, findTold } from '../information/queries.ts';
import { decideOpening, type OpeningProblem } from '../../assessment.ts';
import { subjectOfPlan } from '../../information-subject.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { findPlanOfOccasion } from '#lib/plans/server/queries.ts';
import type { OccasionId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export interface SendingObstacleInput {
	readonly instrumentId: string | null;
	/** The plan's occasion that it is for, whose plan may have a text of its own; left out, none. */
	readonly occasionId?: OccasionId | null;
}

/** What has to be in place before the instrument may be sent as a link in a case; null when everything is. */
export const sendingObstacle = read({
	name: 'sendingObstacle',
	permission: 'instrument:read',
	audit: 'none',
	subject: null,
	async run(work, { instrumentId, occasionId }: SendingObstacleInput): Promise<OpeningProblem | null> {
		const planId = occasionId ? await findPlanOfOccasion(work, occasionId) : null;
		const instrument = instrumentId === null ? null : findInstrument(work.catalogue, instrumentId);
		const decided = decideOpening({
			purpose: 'follow-up',
			anonymity: 'identified',
			isSensitive: instrument !== null && isSensitive(instrument),
			information: await findTold(work, planId ? subjectOfPlan(planId) : 'cases'),
			assessment: await findAssessment(work)
		});
		return decided.ok ? null : decided.problem;
	}
});
