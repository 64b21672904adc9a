/**
 * PGlite's file system with an fsync that reaches the disk. Without this an acknowledged answer can be lost in a power
 * cut: Emscripten's NODEFS has no fsync at all, so PostgreSQL's own call returns at once (electric-sql/pglite #1107).
 */
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface DurableFiles {
	readonly fs: NodeFS;
	/** How many times something has been forced to disk since the folder was opened. */
	countFsyncs(): number;
}

/** What Emscripten's NODEFS looks like inside, as far as the hook needs it. */
interface NodeFileSystem {
	readonly stream_ops?: { fsync?: (stream: { nfd?: number; node: unknown }) => number };
	readonly realPath?: (node: unknown) => string;
}

/** A folder on disk as PGlite's file system. Refuses to start when the hook has nothing to hold on to. */
export function makeDurableFiles(directory: string): DurableFiles {
	let fsyncs = 0;
	const fs = new NodeFS(directory);
	const init = fs.init.bind(fs);

	function hook(module: unknown): void {
		const files = (module as { NODEFS?: NodeFileSystem }).NODEFS;
		if (!files?.stream_ops || !files.realPath) {
			throw new Error('Den inbyggda databasen kan inte spara säkert med den här versionen av PGlite.');
		}
		const realPath = files.realPath;
		files.stream_ops.fsync = (stream) => {
			if (stream.nfd === undefined) syncPath(realPath(stream.node));
			else fsyncSync(stream.nfd);
			fsyncs += 1;
			return 0;
		};
	}

	fs.init = (pg: PGlite, options: Parameters<NodeFS['init']>[1]) =>
		init(pg, { ...options, preRun: [...(options.preRun ?? []), hook] });
	return { fs, countFsyncs: () => fsyncs };
}

/** Forces a folder to disk with all that lies in it. */
export function syncFolder(path: string): void {
	for (const entry of readdirSync(path, { withFileTypes: true })) {
		if (entry.isDirectory()) syncFolder(join(path, entry.name));
		else if (entry.isFile()) syncPath(join(path, entry.name));
	}
	syncPath(path);
}

/** Also for folders: a file's name is safe on disk only when its folder has been forced there. */
function syncPath(path: string): void {
	const file = openSync(path, 'r');
	try {
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}
