/** Cases as the rows of a file, under the headings that the import knows again. No names and no personal identity numbers. */
import type { Case, Intervention } from '../case.ts';
import type { ImportField } from './import-field.ts';

export const exportFields = [
	'caseNumber',
	'clientNumber',
	'sex',
	'birthYear',
	'concern',
	'openedOn',
	'closedOn',
	'interventionName',
	'provider',
	'decidedOn',
	'startedOn',
	'endedOn'
] as const satisfies readonly ImportField[];
type ExportField = (typeof exportFields)[number];

interface Exported {
	readonly case: Case;
	readonly interventions: readonly (Intervention & { readonly providerName: string })[];
}

/** One row for each intervention, one for a case without any; an empty cell for what is not known. */
export function toExportRows(
	cases: readonly Exported[],
	sexWords: { readonly female: string; readonly male: string }
): string[][] {
	return cases.flatMap(({ case: one, interventions }) => {
		const { client } = one;
		const ofCase: Partial<Record<ExportField, string>> = {
			caseNumber: one.caseNumber,
			clientNumber: client.clientNumber,
			sex: client.sex === null ? '' : sexWords[client.sex],
			birthYear: client.birthYear === null ? '' : String(client.birthYear),
			concern: one.concern ?? '',
			openedOn: one.openedOn,
			closedOn: one.closedOn ?? ''
		};
		const rows = interventions.length === 0 ? [null] : interventions;
		return rows.map((intervention) => {
			const whole: Partial<Record<ExportField, string>> = {
				...ofCase,
				interventionName: intervention?.name ?? '',
				provider: intervention?.providerName ?? '',
				decidedOn: intervention?.decidedOn ?? '',
				startedOn: intervention?.startedOn ?? '',
				endedOn: intervention?.endedOn ?? ''
			};
			return exportFields.map((field) => whole[field] ?? '');
		});
	});
}
