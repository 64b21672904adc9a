/** Whether a survey may open: purpose, information and, where it is called for, an impact assessment (GDPR art. 35). */
import type { LocalDate } from '#lib/shared/local-date.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { purposes, type Purpose } from './survey.ts';

/** Where the assessment is found, when it was decided and who answers for it. */
export interface AssessmentReference {
	/** For example a case number in the registry (diarienummer). */
	readonly reference: string;
	readonly decidedOn: LocalDate;
	readonly owner: string;
}

export interface OpeningFacts {
	readonly purpose: Purpose | null;
	/** Whether answers can be tied to a person; the surveys there are now cannot. */
	readonly anonymity: 'open-anonymous' | 'identified';
	/** Whether the instrument asks about health, abuse, violence or other things of article 9 or 26 kap. OSL. */
	readonly isSensitive: boolean;
	readonly assessment: AssessmentReference | null;
}

export type OpeningProblem = 'purpose-required' | 'assessment-required';

/**
 * Refuses a survey without purpose (6 § lag 2001:454), and one about sensitive things whose answers are tied to persons
 * without an assessment: people who depend on the service and sensitive data together (IMY's list, two criteria).
 */
export function decideOpening(facts: OpeningFacts): Result<true, OpeningProblem> {
	if (facts.purpose === null || !purposes.includes(facts.purpose)) return refuse('purpose-required');
	const isNeeded = facts.anonymity === 'identified' && facts.isSensitive;
	const { assessment } = facts;
	if (isNeeded && !(assessment && assessment.reference.trim() && assessment.owner.trim())) {
		return refuse('assessment-required');
	}
	return ok(true);
}
