/** Whether answers may be collected: purpose, information and, where it is called for, an impact assessment (GDPR art. 35). */
import type { LocalDate } from '#lib/shared/local-date.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { toPublishable, type PublishedInformation } from './information.ts';
import { purposes, type Purpose } from './survey.ts';

/**
 * Where the board's assessment is found, when it was decided and who answers for it. One may cover several similar ways
 * of collecting (GDPR art. 35.1), so the board has one, renewed when something changes (art. 35.11).
 */
export interface AssessmentReference {
	/** For example a case number in the registry (diarienummer). */
	readonly reference: string;
	readonly decidedOn: LocalDate;
	readonly owner: string;
}

export interface OpeningFacts {
	readonly purpose: Purpose | null;
	/** Whether answers can be tied to a person: links in cases and confidential surveys are, the other surveys are not. */
	readonly anonymity: 'open-anonymous' | 'identified';
	/** Whether the instrument asks about health, abuse, violence or other things of article 9: see `isSensitive`. */
	readonly isSensitive: boolean;
	/** The text that is in force. */
	readonly information: Pick<PublishedInformation, 'content'> | null;
	readonly assessment: AssessmentReference | null;
}

export type OpeningProblem = 'purpose-required' | 'information-incomplete' | 'assessment-required';

/**
 * Refuses collecting without a purpose (6 § lag 2001:454), without a whole text about it (GDPR art. 13), and about
 * sensitive things tied to persons without an assessment: people who depend on the service and sensitive data together
 * (IMY's list, two criteria).
 */
export function decideOpening(facts: OpeningFacts): Result<true, OpeningProblem> {
	if (facts.purpose === null || !purposes.includes(facts.purpose)) return refuse('purpose-required');
	if (!facts.information || !toPublishable(facts.information.content))
		return refuse('information-incomplete');
	const isNeeded = facts.anonymity === 'identified' && facts.isSensitive;
	const { assessment } = facts;
	if (isNeeded && !(assessment && assessment.reference.trim() && assessment.owner.trim())) {
		return refuse('assessment-required');
	}
	return ok(true);
}
