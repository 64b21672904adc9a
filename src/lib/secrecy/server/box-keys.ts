/**
 * Private keys of the surveys' answer boxes. They lie outside the database, its log and its backups, one file each, and
 * are destroyed when the box has been emptied: from then on nobody can open what was put in it, not with every copy of
 * the database there is (docs/anonymity.md). Losing one loses the answers that had not been taken out.
 */
import { randomBytes } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	unlinkSync,
	writeSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from '#lib/shared/problem.ts';

export interface BoxKeys {
	/** Whether there is a place for keys at all. */
	readonly isReady: boolean;
	/** Keeps the key; returns when it is on disk. Throws `box-keys-missing` where no place has been chosen. */
	keep(boxId: string, privateKey: Uint8Array): void;
	/** The key, or null when it is not here: destroyed, or another server's. */
	find(boxId: string): Uint8Array<ArrayBuffer> | null;
	/** Writes over the key and takes it away. Nothing happens when it is not here. */
	destroy(boxId: string): void;
	/** Boxes whose keys have been here for so long. */
	listOlderThan(milliseconds: number): readonly string[];
}

const fileName = /^([0-9a-f-]{36})\.key$/;

/** Keys as files in a folder that only the program's own account can read. */
export function openBoxKeys(folder: string): BoxKeys {
	const directory = resolve(folder);
	const fileOf = (boxId: string): string => join(directory, `${boxId}.key`);
	return {
		isReady: true,
		keep(boxId, privateKey) {
			mkdirSync(directory, { recursive: true, mode: 0o700 });
			const unfinished = `${fileOf(boxId)}.new`;
			writeThrough(unfinished, 'wx', privateKey);
			renameSync(unfinished, fileOf(boxId));
			syncDirectory(directory);
		},
		find(boxId) {
			return existsSync(fileOf(boxId)) ? new Uint8Array(readFileSync(fileOf(boxId))) : null;
		},
		destroy(boxId) {
			const file = fileOf(boxId);
			if (!existsSync(file)) return;
			writeThrough(file, 'r+', randomBytes(statSync(file).size));
			unlinkSync(file);
			syncDirectory(directory);
		},
		listOlderThan(milliseconds) {
			if (!existsSync(directory)) return [];
			const limit = Date.now() - milliseconds;
			return readdirSync(directory).flatMap((name) => {
				const boxId = fileName.exec(name)?.[1];
				return boxId && statSync(join(directory, name)).mtimeMs < limit ? [boxId] : [];
			});
		}
	};
}

function writeThrough(file: string, flags: 'wx' | 'r+', bytes: Uint8Array): void {
	const handle = openSync(file, flags, 0o600);
	try {
		writeSync(handle, bytes, 0, bytes.length, 0);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

function syncDirectory(directory: string): void {
	const handle = openSync(directory, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Keys that are gone when the process ends: for tests and for data that nobody shall open. */
export function makeMemoryBoxKeys(): BoxKeys {
	const keys = new Map<string, Uint8Array<ArrayBuffer>>();
	return {
		isReady: true,
		keep: (boxId, privateKey) => void keys.set(boxId, new Uint8Array(privateKey)),
		find(boxId) {
			const key = keys.get(boxId);
			return key ? new Uint8Array(key) : null;
		},
		destroy(boxId) {
			keys.get(boxId)?.fill(0);
			keys.delete(boxId);
		},
		listOlderThan: () => [...keys.keys()]
	};
}

/** Where no folder has been chosen: no box can be made, and none is opened. */
export const noBoxKeys: BoxKeys = {
	isReady: false,
	keep() {
		throw new Problem('box-keys-missing');
	},
	find: () => null,
	destroy: () => {},
	listOlderThan: () => []
};
