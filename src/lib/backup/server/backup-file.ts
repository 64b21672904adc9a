/** The backup file as a stream in and out: lines, compressed, sealed. Never the whole of it in memory. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Database } from '#lib/shared/server/database.ts';
import { openBackup, sealBackup } from './backup-cipher.ts';
import { readLines, type BackupLine, type Beginning } from './backup-lines.ts';
import { makeRefusal, toRefusalKind } from './refusals.ts';
import { writeBackup, type BackupFacts, type BackupSummary } from './write-backup.ts';

/**
 * Writes a backup to a file that did not exist. It has its own name only when it is whole, on disk, and has been read back;
 * until then it is called `.partial`.
 */
export async function writeBackupFile(
	database: Database,
	facts: BackupFacts,
	passphrase: string,
	path: string
): Promise<BackupSummary> {
	if (existsSync(path)) throw new Error(`Filen ${path} finns redan. En säkerhetskopia skrivs aldrig över.`);
	const partial = `${path}.partial`;
	try {
		const target = createWriteStream(partial, { mode: 0o600, flush: true });
		const summary = await streamBackup(database, facts, passphrase, target);
		await checkBackupFile(partial, passphrase);
		await rename(partial, path);
		await syncFolder(dirname(path));
		return summary;
	} catch (error) {
		await rm(partial, { force: true });
		throw error;
	}
}

/** Writes a backup to a stream and ends it. Fails when the stream does, and then nothing that was written can be read in. */
export async function streamBackup(
	database: Database,
	facts: BackupFacts,
	passphrase: string,
	target: Writable
): Promise<BackupSummary> {
	const lines = new PassThrough();
	const stop = new AbortController();
	const writing = pipeline(
		lines,
		createGzip(),
		(source: AsyncIterable<Buffer>) => sealBackup(source, passphrase),
		target
	);
	writing.catch((error: unknown) => stop.abort(error));
	try {
		const summary = await writeBackup(database, facts, async (text) => {
			stop.signal.throwIfAborted();
			if (!lines.write(text)) await once(lines, 'drain', { signal: stop.signal });
		});
		lines.end();
		await writing;
		return summary;
	} catch (error) {
		lines.destroy();
		await writing.catch(() => {});
		throw stop.signal.aborted ? stop.signal.reason : error;
	}
}

/** The lines of the file. Refuses with a wrong passphrase, and wherever the file is not whole. */
export async function* readBackupFile(path: string, passphrase: string): AsyncGenerator<BackupLine, void> {
	const plain = createGunzip();
	const reading = pipeline(
		createReadStream(path),
		(source: AsyncIterable<Buffer>) => openBackup(source, passphrase),
		plain
	);
	// The error reaches whoever reads the lines, through `plain`.
	reading.catch(() => {});
	try {
		yield* readLines(plain);
	} catch (error) {
		if (toRefusalKind(error) || isFileError(error)) throw error;
		throw makeRefusal('damaged');
	}
}

export interface CheckedBackup extends BackupSummary {
	readonly beginning: Beginning;
}

/** Reads the whole file and says what is in it, or refuses. Touches nothing else. */
export async function checkBackupFile(path: string, passphrase: string): Promise<CheckedBackup> {
	let beginning: Beginning | undefined;
	let summary: BackupSummary | undefined;
	for await (const line of readBackupFile(path, passphrase)) {
		if (line.kind === 'beginning') beginning = line.beginning;
		if (line.kind === 'ending') summary = { tables: line.tables, rows: line.rows };
	}
	if (!beginning || !summary) throw makeRefusal('damaged');
	return { beginning, ...summary };
}

function isFileError(error: unknown): boolean {
	return error instanceof Error && 'syscall' in error;
}

async function syncFolder(path: string): Promise<void> {
	const folder = await open(path, 'r');
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}
