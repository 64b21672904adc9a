import { reachesWholeBoard } from '../reaches-export.ts';
import type { DataSet } from '../../export-order.ts';
import { listAnsweredInstruments } from '#lib/collection/server/export/queries.ts';
import { casesInReach } from '#lib/cases/server/reach/queries.ts';
import { listSurveyedInstruments } from '#lib/surveys/server/export/queries.ts';
import { read } from '#lib/shared/server/read.ts';

export interface ExportChoice {
	readonly dataSet: DataSet;
	readonly instrumentId: string;
	readonly instrumentVersion: string;
}

/** What there is to order: instruments with responses in cases within reach, and those that surveys were held with. */
export const listExportChoices = read({
	name: 'listExportChoices',
	permission: 'export:make',
	inCase: 'in-query',
	audit: 'none',
	subject: null,
	async run(work, _input: Record<never, never>): Promise<readonly ExportChoice[]> {
		const answered = await listAnsweredInstruments(work, casesInReach(work));
		const surveyed = reachesWholeBoard(work) ? await listSurveyedInstruments(work) : [];
		return [
			...answered.map((one) => ({ dataSet: 'case-responses' as const, ...one })),
			...surveyed.map((one) => ({ dataSet: 'anonymous-responses' as const, ...one }))
		];
	}
});
