import { saveHidden } from './queries.ts';
import { findInstrument } from '../catalogue.ts';
import { listQuestions } from '../../list-questions.ts';
import { mayHideQuestions } from '../../may-hide-questions.ts';
import { listUnitsOfBoard } from '#lib/access/server/staff/queries.ts';
import type { HiddenQuestionsId, UnitId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface HideQuestionsInput {
	readonly instrumentId: string;
	/** Null: in every unit that has not chosen for itself. */
	readonly unitId: UnitId | null;
	/** All that are not to be asked. */
	readonly questions: readonly string[];
}

/**
 * Says which questions of an own form are not asked. Refuses a form that must be given as it is (`invalid-input`), a question
 * that it does not have, and a unit that the board does not have (`not-found`).
 */
export const hideQuestions = command({
	name: 'hideQuestions',
	permission: 'instrument:write',
	audit: 'always',
	subject: ({ unitId }: HideQuestionsInput) => ({ type: 'unit', id: unitId }),
	async run(work, { instrumentId, unitId, questions }: HideQuestionsInput): Promise<void> {
		const instrument = findInstrument(work.catalogue, instrumentId);
		if (!instrument) throw new Problem('not-found');
		const names = new Set(listQuestions(instrument.questionnaire).map(({ name }) => name));
		if (!mayHideQuestions(instrument) || questions.some((name) => !names.has(name))) {
			throw new Problem('invalid-input', { field: 'questions' });
		}
		const units = await listUnitsOfBoard(work);
		if (unitId !== null && !units.some(({ id }) => id === unitId)) throw new Problem('not-found');
		await saveHidden(work, { id: work.newId() as HiddenQuestionsId, instrumentId, unitId, questions });
	}
});
