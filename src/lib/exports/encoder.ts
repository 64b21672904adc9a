/** What turns records into the bytes of one file, a record at a time: nothing is kept between them. */
import type { ExportRecord } from './export-record.ts';

export type Piece = string | Uint8Array;

export interface Encoder {
	readonly fileName: string;
	readonly head: () => Piece;
	readonly row: (record: ExportRecord) => Piece;
	readonly tail: () => Piece;
}
