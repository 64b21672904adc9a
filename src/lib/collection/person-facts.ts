import type { Client } from '#lib/cases/case.ts';
import type { Respondent } from '#lib/instruments/instrument.ts';
import type { PersonFacts } from '#lib/scoring/score.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

/**
 * What decides the cut-offs for whoever answered. Sex and age are known of the client only: a parent's or a member of
 * staff's own are not, and are never taken from the client. Age is the one reached during the year, since no more than
 * the birth year is stored.
 */
export function toPersonFacts(
	respondent: Respondent,
	client: Pick<Client, 'sex' | 'birthYear'>,
	answeredOn: LocalDate
): PersonFacts {
	if (respondent !== 'client' && respondent !== 'child') return { sex: null, ageInYears: null };
	const year = Number(answeredOn.slice(0, 4));
	return { sex: client.sex, ageInYears: client.birthYear === null ? null : year - client.birthYear };
}
