/** The file on its way, as the page shows it. */
import { importFields, requiredFields, type ImportField } from '#lib/cases/import/import-field.ts';
import type { ImportDesk } from '#lib/cases/server/reads/pending-import.ts';
import { m } from '#lib/paraglide/messages.js';
import { fieldLabels, problemSentence } from './import-words.ts';

type Pending = NonNullable<ImportDesk['pending']>;

/** More than these are mended in turns anyway. */
const problemsShown = 200;
const sampleLength = 24;

export const columnFieldName = (field: ImportField): string => `column.${field}`;

export function toPendingView({ id, cells, columns, unitId, checked }: Pending) {
	const { plan, problems, unmapped } = checked;
	return {
		id,
		rowCount: cells.rows.length - checked.emptyRows,
		unitId: unitId ?? '',
		fields: importFields.map((field) => ({
			name: columnFieldName(field),
			label: fieldLabels[field](),
			isRequired: requiredFields.includes(field),
			value: columns[field] === undefined ? '' : String(columns[field])
		})),
		headings: cells.headings.map((heading, at) => ({
			value: String(at),
			label: describeColumn(cells, heading, at)
		})),
		unmapped: unmapped.map((field) => ({ href: `#${columnFieldName(field)}`, text: needed(field) })),
		problemCount: problems.length,
		problems: problems.slice(0, problemsShown).map((problem, index) => ({
			key: String(index),
			row: String(problem.row),
			column: columnName(problem.field, { cells, columns }),
			value: problem.value,
			text: problemSentence(problem.code)
		})),
		summary: [
			m.case_import_new_cases({ count: plan.newCases.length }),
			m.case_import_added_interventions({
				count:
					plan.addedInterventions.length +
					plan.newCases.reduce((sum, { interventions }) => sum + interventions.length, 0)
			}),
			m.case_import_ended_interventions({ count: plan.endedInterventions.length }),
			m.case_import_unchanged({ count: plan.unchangedCases })
		],
		hasWork: plan.newCases.length + plan.addedInterventions.length + plan.endedInterventions.length > 0,
		isReady: problems.length === 0 && unmapped.length === 0
	};
}

const needed = (field: ImportField): string => m.case_import_unmapped({ field: fieldLabels[field]() });

/** The heading, and what stands first under it, so that nobody has to open the file beside. */
function describeColumn({ rows }: Pending['cells'], heading: string, at: number): string {
	const sample = rows.find((row) => row[at] !== '')?.[at] ?? '';
	const name = heading === '' ? m.case_import_no_heading({ letter: columnLetter(at) }) : heading;
	if (sample === '') return name;
	const short = sample.length > sampleLength ? `${sample.slice(0, sampleLength)}…` : sample;
	return m.case_import_column_sample({ heading: name, sample: short });
}

/** As the spreadsheet has it: "Öppnat (C)". A field that no column is chosen for has its own name. */
function columnName(field: ImportField, { cells, columns }: Pick<Pending, 'cells' | 'columns'>): string {
	const at = columns[field];
	if (at === undefined) return fieldLabels[field]();
	return `${cells.headings[at] ?? ''} (${columnLetter(at)})`.trim();
}

export function columnLetter(at: number): string {
	const above = Math.floor(at / 26) - 1;
	return (above < 0 ? '' : columnLetter(above)) + String.fromCharCode(65 + (at % 26));
}
