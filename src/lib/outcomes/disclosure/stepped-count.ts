import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import { hidden, show, type Shown } from './shown.ts';
import type { Withheld } from './withheld.ts';

/** Counts of answers that are still coming are shown in steps of this many, and never below it. */
const step = 5;

/**
 * How many answers may be said to have come: at least this many, in whole steps; hidden when there are fewer than one step.
 * A count that moved with every answer would tell who has just answered.
 */
export function toSteppedCount(answers: number): Shown<number> {
	return answers < step ? hidden : show(Math.floor(answers / step) * step);
}

interface AnswersTo {
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
	readonly forms: number;
}

/** How many have answered about each provider in each survey, in steps. */
export function countAnswersInSteps(
	counts: Withheld<readonly AnswersTo[]>
): ReadonlyMap<SurveyId, ReadonlyMap<ProviderId, Shown<number>>> {
	const bySurvey = Map.groupBy(counts.openForControl(), ({ surveyId }) => surveyId);
	return new Map(
		[...bySurvey].map(([surveyId, own]) => [
			surveyId,
			new Map(own.map(({ providerId, forms }) => [providerId, toSteppedCount(forms)]))
		])
	);
}
