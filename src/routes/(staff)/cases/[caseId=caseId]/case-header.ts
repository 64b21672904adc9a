/** The facts of a case and its interventions in words: numbers and days, never a name. */
import type { Case, Intervention } from '#lib/cases/case.ts';
import { m } from '#lib/paraglide/messages.js';
import { sexLabel } from '../../../labels.ts';

export interface CaseHeader {
	readonly title: string;
	/** Client number, sex and year of birth on one line. */
	readonly client: string;
	readonly concern: string | null;
	readonly openedOn: string;
	readonly closedOn: string | null;
}

export interface InterventionView {
	readonly key: string;
	readonly name: string;
	readonly provider: string;
	readonly period: string;
	readonly decided: string | null;
	readonly startedOn: string;
	readonly endedOn: string;
}

export function toCaseHeader({ client, caseNumber, concern, openedOn, closedOn }: Case): CaseHeader {
	const { clientNumber, sex, birthYear } = client;
	const parts = [
		m.staff_case_client({ clientNumber }),
		sex === null ? m.staff_case_sex_unknown() : sexLabel(sex).toLocaleLowerCase('sv'),
		birthYear === null ? m.staff_case_birth_year_unknown() : m.staff_case_born({ year: birthYear })
	];
	return {
		title: m.staff_case_title({ caseNumber }),
		client: parts.join(' · '),
		concern,
		openedOn,
		closedOn
	};
}

export function toInterventionViews(
	interventions: readonly (Intervention & { readonly providerName: string })[]
): InterventionView[] {
	return interventions.map(({ id, name, providerName, decidedOn, startedOn, endedOn }) => ({
		key: id,
		name,
		provider: providerName,
		period: periodWords(startedOn, endedOn),
		startedOn: startedOn ?? '',
		endedOn: endedOn ?? '',
		decided: decidedOn === null ? null : m.staff_case_intervention_decided({ date: decidedOn })
	}));
}

function periodWords(from: string | null, to: string | null): string {
	if (from !== null && to !== null) return m.staff_case_intervention_period({ from, to });
	if (from !== null) return m.staff_case_intervention_ongoing({ from });
	return to === null ? m.staff_case_intervention_no_dates() : m.staff_case_intervention_until({ to });
}
