/** One column of a file: what it is called, what it means, what can stand in it, and how it is read from a record. */
import type { ExportRecord } from './export-record.ts';

/** A number, a text or an ISO day; null where there is nothing and no reason (system missing). */
export type Cell = number | string | null;

export interface ValueLabel {
	readonly code: number | string;
	readonly label: string;
}

export interface Variable {
	readonly name: string;
	readonly kind: 'number' | 'text' | 'day';
	/** How many decimals a number can have. */
	readonly decimals: number;
	/** The longest text in bytes (UTF-8), where it is known; for formats that make room beforehand. */
	readonly width: number | null;
	/** What it is, on one line. */
	readonly label: string;
	/** The question as it was put, where there is one. */
	readonly wording: string | null;
	readonly valueLabels: readonly ValueLabel[];
	/** Whether −99…−95 can stand in it and mean that there is no value. */
	readonly hasMissingCodes: boolean;
	/** Where the rule or the wording comes from. */
	readonly source: string | null;
	/** The lowest and highest that can stand in it, for scores. */
	readonly range: readonly [number, number] | null;
	readonly read: (record: ExportRecord) => Cell;
}
