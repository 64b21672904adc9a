import type { Case } from '#lib/cases/case.ts';
import { m } from '#lib/paraglide/messages.js';

interface Step {
	readonly href: string;
	readonly label: string;
}

/** The way to a page inside a case: all cases, then the case. */
export function wayToCase({ id, caseNumber }: Pick<Case, 'id' | 'caseNumber'>): Step[] {
	return [
		{ href: '/cases', label: m.staff_cases_title() },
		{ href: `/cases/${id}`, label: m.staff_case_title({ caseNumber }) }
	];
}
