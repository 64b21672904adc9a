/** The dry run: the same reading and deciding as when it is carried out, so that what is shown is what is done. */
import type { Work } from '#lib/shared/server/work.ts';
import { decideImport, type ImportPlan } from '../../import/decide-import.ts';
import { requiredFields, type ImportField } from '../../import/import-field.ts';
import type { ImportProblem } from '../../import/import-problem.ts';
import { readRows } from '../../import/read-rows.ts';
import { findKnownRecords } from './find-known.ts';
import type { PendingImport } from './queries.ts';

export interface CheckedImport {
	readonly plan: ImportPlan;
	readonly problems: readonly ImportProblem[];
	readonly emptyRows: number;
	/** Required fields that no column is chosen for: then the rows are not read. */
	readonly unmapped: readonly ImportField[];
}

const nothing: ImportPlan = {
	clients: [],
	newCases: [],
	addedInterventions: [],
	endedInterventions: [],
	unchangedCases: 0
};

export async function checkImport(work: Work, { cells, columns }: PendingImport): Promise<CheckedImport> {
	const unmapped = requiredFields.filter((field) => columns[field] === undefined);
	if (unmapped.length > 0) return { plan: nothing, problems: [], emptyRows: 0, unmapped };
	const read = readRows(cells.rows, columns, work.today);
	const decided = decideImport(read.rows, await findKnownRecords(work, read.rows));
	const problems = [...read.problems, ...decided.problems].sort((one, other) => one.row - other.row);
	return { plan: decided.plan, problems, emptyRows: read.emptyRows, unmapped };
}
