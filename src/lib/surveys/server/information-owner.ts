import { getSurvey } from './queries.ts';
import {
	generalOfMode,
	splitSubject,
	type GeneralSubject,
	type InformationSubject
} from '../information-subject.ts';
import { listVersions } from '#lib/plans/server/queries.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from '#lib/shared/server/work.ts';

/**
 * Whether another version of the text may be written, and which general text is told where there is none. Refuses a plan or survey that the board has not (`not-found`). What
 * people are told in a survey is fixed when it is published: everybody who answers has been told the same.
 */
export async function requireSubject(
	work: Work,
	subject: InformationSubject
): Promise<{ readonly mayChange: boolean; readonly general: GeneralSubject }> {
	const { planId, surveyId, general } = splitSubject(subject);
	if (planId && (await listVersions(work, planId)).length === 0) throw new Problem('not-found');
	if (!surveyId) return { mayChange: true, general };
	const { state, anonymity } = await getSurvey(work, surveyId);
	return { mayChange: state === 'draft', general: generalOfMode(anonymity) };
}

/** The same, for whoever is about to change it: refuses a survey that has been published (`survey-fixed`). */
export async function requireChangeable(work: Work, subject: InformationSubject): Promise<void> {
	const { mayChange } = await requireSubject(work, subject);
	if (!mayChange) throw new Problem('survey-fixed', { field: 'information' });
}
