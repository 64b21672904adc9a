/** Which of the ready questions can be answered at all, for the page that lists them: never how many. */
import type { Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import { listKnownVariables } from './known-variables.ts';
import type { Material } from './material.ts';
import { listAnswerable } from './report-questions.ts';

export function listReports(withheld: Withheld<Material>): ReturnType<typeof listAnswerable> {
	return listAnswerable(listKnownVariables(withheld.openForControl().cases));
}
