/**
 * Makes one ordered file: rows are read a few at a time, written, packed (in other threads, by zlib), cut in pieces, sealed
 * and stored, each step waiting for the next. However many rows there are, no more than some pieces are in memory.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import yazl from 'yazl';
import type { ExportPartId } from '#lib/shared/ids.ts';
import type { Encoder } from '../encoder.ts';
import type { ExportRecord } from '../export-record.ts';
import type { ExportFiles } from '../make-files.ts';

/** Of the file, before it is sealed. */
const pieceBytes = 65_536;
/** How large a part of the time the maker works; the rest is for whoever answers questions. */
const workingShare = 1 / 3;
/** How long it works at a time: nobody who answers meanwhile waits for more. */
const workingMs = 3;
/** How often it tells how far it has come, and asks whether the file is still wanted. */
const reportMs = 500;

export interface Store {
	/** Takes a piece of the file. */
	readonly put: (piece: { id: ExportPartId; number: number; bytes: Buffer }) => Promise<void>;
	/** Told how many rows are written; false says that the order has been cancelled. */
	readonly report: (rowsDone: number) => Promise<boolean>;
	readonly newId: () => string;
}

export interface MadeFile {
	readonly rows: number;
	readonly bytes: number;
	/** SHA-256, in hexadecimal. */
	readonly hash: string;
}

/** The message of the error that stops a file that nobody wants any more. */
export const cancelled = 'export-cancelled';

/** Writes the whole file to the store. Throws an error with the message `cancelled` when the order has been cancelled meanwhile. */
export async function makeExport(
	{ rows, others }: ExportFiles,
	records: AsyncIterable<ExportRecord | null>,
	store: Store
): Promise<MadeFile> {
	const archive = new yazl.ZipFile();
	const counted = { rows: 0 };
	const source = Readable.from(writeRows(rows, records, store, counted), { objectMode: false });
	for (const { path, content } of others) archive.addBuffer(Buffer.from(content), path);
	archive.addReadStream(source, rows.fileName);
	archive.end();
	const output = archive.outputStream as Readable;
	// Neither end of the pipe tells the other by itself.
	source.on('error', (error) => output.destroy(error));
	try {
		return { ...(await storePieces(output, store)), rows: counted.rows };
	} finally {
		source.destroy();
	}
}

async function* writeRows(
	encoder: Encoder,
	records: AsyncIterable<ExportRecord | null>,
	store: Store,
	counted: { rows: number }
): AsyncGenerator<Buffer, void> {
	yield toBuffer(encoder.head());
	let waiting: Buffer[] = [];
	let [begun, reported] = [performance.now(), performance.now()];
	for await (const record of records) {
		if (record) {
			waiting.push(toBuffer(encoder.row(record)));
			counted.rows += 1;
		}
		const worked = performance.now() - begun;
		if (worked < workingMs) continue;
		if (waiting.length > 0) yield Buffer.concat(waiting);
		waiting = [];
		if (performance.now() - reported >= reportMs) {
			if (!(await store.report(counted.rows))) throw new Error(cancelled);
			reported = performance.now();
		}
		await wait((worked * (1 - workingShare)) / workingShare);
		begun = performance.now();
	}
	const last = Buffer.concat([...waiting, toBuffer(encoder.tail())]);
	if (last.length > 0) yield last;
}

function toBuffer(piece: string | Uint8Array): Buffer {
	return typeof piece === 'string'
		? Buffer.from(piece)
		: Buffer.from(piece.buffer, piece.byteOffset, piece.length);
}

async function storePieces(output: Readable, store: Store): Promise<Omit<MadeFile, 'rows'>> {
	const hash = createHash('sha256');
	let waiting: Buffer[] = [];
	let waitingBytes = 0;
	let bytes = 0;
	let number = 0;
	const put = async (): Promise<void> => {
		const piece = Buffer.concat(waiting);
		waiting = [];
		waitingBytes = 0;
		hash.update(piece);
		bytes += piece.length;
		await store.put({ id: store.newId() as ExportPartId, number, bytes: piece });
		number += 1;
	};
	for await (const chunk of output as AsyncIterable<Buffer>) {
		waiting.push(chunk);
		waitingBytes += chunk.length;
		if (waitingBytes >= pieceBytes) await put();
	}
	if (waitingBytes > 0) await put();
	return { bytes, hash: hash.digest('hex') };
}
