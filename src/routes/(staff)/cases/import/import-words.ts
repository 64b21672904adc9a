/** What the fields of a file are called, and the sentence for each thing that can be wrong with one. */
import type { ImportField } from '#lib/cases/import/import-field.ts';
import type { ImportProblemCode } from '#lib/cases/import/import-problem.ts';
import type { FileFault } from '#lib/cases/import/file-fault.ts';
import { maxImportRows } from '#lib/cases/import/import-limits.ts';
import { m } from '#lib/paraglide/messages.js';

type Words = () => string;

export const fieldLabels: Readonly<Record<ImportField, Words>> = {
	caseNumber: m.case_import_field_case_number,
	clientNumber: m.case_import_field_client_number,
	name: m.case_import_field_name,
	personalNumber: m.case_import_field_personal_number,
	sex: m.case_import_field_sex,
	birthYear: m.case_import_field_birth_year,
	concern: m.case_import_field_concern,
	openedOn: m.case_import_field_opened_on,
	closedOn: m.case_import_field_closed_on,
	interventionName: m.case_import_field_intervention,
	provider: m.case_import_field_provider,
	decidedOn: m.case_import_field_decided_on,
	startedOn: m.case_import_field_started_on,
	endedOn: m.case_import_field_ended_on
};

const problemWords: Readonly<Record<ImportProblemCode, Words>> = {
	missing: m.case_import_problem_missing,
	'too-long': m.case_import_problem_too_long,
	'not-a-date': m.case_import_problem_not_a_date,
	'in-the-future': m.case_import_problem_in_the_future,
	'not-a-sex': m.case_import_problem_not_a_sex,
	'not-a-year': m.case_import_problem_not_a_year,
	'not-a-personal-number': m.case_import_problem_not_a_personal_number,
	'is-a-personal-number': m.case_import_problem_is_a_personal_number,
	'contradicts-number': m.case_import_problem_contradicts_number,
	'closed-before-opened': m.case_import_problem_closed_before_opened,
	'ended-before-start': m.case_import_problem_ended_before_start,
	'intervention-without-name': m.case_import_problem_without_name,
	'intervention-without-provider': m.case_import_problem_without_provider,
	'unknown-provider': m.case_import_problem_unknown_provider,
	'differs-in-file': m.case_import_problem_differs_in_file,
	'differs-from-known': m.case_import_problem_differs_from_known,
	'person-of-another-client': m.case_import_problem_person_of_another,
	'case-of-another-client': m.case_import_problem_case_of_another,
	'case-out-of-reach': m.case_import_problem_out_of_reach,
	'case-is-closed': m.case_import_problem_case_is_closed
};

export const problemSentence = (code: ImportProblemCode): string => problemWords[code]();

const faultWords: Readonly<Record<FileFault, Words>> = {
	empty: m.case_import_file_empty,
	'no-rows': m.case_import_file_no_rows,
	'not-a-spreadsheet': m.case_import_file_not_a_spreadsheet,
	'old-excel': m.case_import_file_old_excel,
	'too-large': m.case_import_file_too_large,
	'too-many-rows': () => m.case_import_file_too_many_rows({ max: maxImportRows })
};

export const faultSentence = (fault: FileFault): string => faultWords[fault]();
