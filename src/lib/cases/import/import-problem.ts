/** What can be wrong with a file of cases, each with its place: whoever exported it must be able to find and mend it. */
import type { ImportField } from './import-field.ts';

export type ImportProblemCode =
	| 'missing'
	| 'too-long'
	| 'not-a-date'
	| 'in-the-future'
	| 'not-a-sex'
	| 'not-a-year'
	| 'not-a-personal-number'
	| 'is-a-personal-number'
	| 'contradicts-number'
	| 'closed-before-opened'
	| 'ended-before-start'
	| 'intervention-without-name'
	| 'intervention-without-provider'
	| 'unknown-provider'
	| 'differs-in-file'
	| 'differs-from-known'
	| 'person-of-another-client'
	| 'case-of-another-client'
	| 'case-out-of-reach'
	| 'case-is-closed';

export interface ImportProblem {
	/** As the spreadsheet counts: the heading is row 1. */
	readonly row: number;
	readonly field: ImportField;
	readonly code: ImportProblemCode;
	/** What stands in the cell; empty where nothing does. */
	readonly value: string;
}
