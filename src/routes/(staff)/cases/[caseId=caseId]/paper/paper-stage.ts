/** How far the entering of a paper form has come: once, or twice with what differs settled at the end. */
import type { PaperRow } from '#lib/collection/paper.ts';
import type { RefusedForm } from '#lib/shared/refused-form.ts';

export type PaperStage = 'once' | 'second' | 'settle';

/** The form again, with what has been written and what is wrong or asked anew. */
export interface RefusedPaper extends RefusedForm {
	readonly hasGaps: boolean;
	readonly stage: PaperStage;
}

/** Where what was written the first time lies in the form, out of sight. */
export const firstFieldName = (row: Pick<PaperRow, 'name'>): string => `first.${row.name}`;

export function readStage(values: Readonly<Record<string, string>>): PaperStage {
	const stage = values['stage'];
	return stage === 'second' || stage === 'settle' ? stage : 'once';
}
