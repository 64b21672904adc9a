import { listHiddenOf, type HiddenQuestions } from './queries.ts';
import { listUnitsOfBoard, type Unit } from '#lib/access/server/staff/queries.ts';
import { read } from '#lib/shared/server/read.ts';

/** What is not asked where, of one form, and the board's units. */
export const listHidden = read({
	name: 'listHidden',
	permission: 'instrument:write',
	audit: 'none',
	subject: null,
	async run(
		work,
		{ instrumentId }: { readonly instrumentId: string }
	): Promise<{ readonly hidden: readonly HiddenQuestions[]; readonly units: readonly Unit[] }> {
		return { hidden: await listHiddenOf(work, instrumentId), units: await listUnitsOfBoard(work) };
	}
});
