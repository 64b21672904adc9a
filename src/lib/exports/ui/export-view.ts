/** One ordered file as its card shows it. */
import type { ExportState } from '../export-order.ts';

export interface ExportView {
	readonly id: string;
	readonly title: string;
	readonly format: string;
	readonly state: ExportState;
	readonly stateWord: string;
	readonly stateKind: 'neutral' | 'accent' | 'success' | 'problem';
	readonly rowsDone: number;
	/** Null until it has been counted. */
	readonly rowsTotal: number | null;
	readonly orderedAt: string;
	readonly orderedBy: string;
	readonly recipient: string;
	readonly ground: string;
	/** Null when there is nothing to fetch. */
	readonly fetchUntil: string | null;
	readonly megabytes: number | null;
	/** Where the same can be ordered once more. */
	readonly again: string;
}
