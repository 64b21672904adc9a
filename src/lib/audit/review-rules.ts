/**
 * What makes a visit worth a closer look: rules of thumb with their limits, not accusations. 10 § 3 lag (2001:454) asks
 * for systematic and recurring checks; which signs to look for is the municipality's to decide, and these are a start.
 * "Own surname" is not among them: the log knows no names.
 */

export interface ReviewRule {
	/** How much it weighs when there are more visits than places in the sample. */
	readonly weight: number;
}

export const reviewRules = {
	/** The case is protected (skyddade personuppgifter). */
	'protected-case': { weight: 4 },
	/** The case lies outside what the person was assigned to that day. */
	'no-assignment': { weight: 4 },
	/** Many different cases in a short time: looking around rather than working. */
	'many-cases': { weight: 3 },
	/** Evening, night or weekend. */
	'outside-hours': { weight: 2 },
	/** Lists opened and searched over and over. */
	'repeated-search': { weight: 2 },
	/** Read, but nothing written by the same person in the case for two weeks before and after. */
	'read-only': { weight: 1 }
} as const satisfies Record<string, ReviewRule>;

export type RiskId = keyof typeof reviewRules;
export const riskIds = Object.keys(reviewRules) as RiskId[];

/** Why a visit is in the sample. */
export type SampleReason = RiskId | 'random';

export const reviewLimits = {
	/** `many-cases`: so many different cases within so many minutes. */
	manyCases: 20,
	manyCasesMinutes: 60,
	/** `outside-hours`: working hours in Swedish time, whole hours, Monday to Friday. */
	workBeginsHour: 6,
	workEndsHour: 19,
	/** `repeated-search`: so many lists or searches within so many minutes. */
	searches: 10,
	searchesMinutes: 10,
	/** `read-only`: days before and after in which writing explains the reading. */
	explainingDays: 14,
	/** Visits drawn for their risks and by chance, and at most so many for risks by one person before others' turn. */
	riskSample: 15,
	randomSample: 15,
	perPerson: 5
} as const;
