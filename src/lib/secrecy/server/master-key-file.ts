/** The file that holds the master key: one line, readable by nobody else, and never beside the data. */
import { randomBytes } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	openSync,
	readFileSync,
	realpathSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { dirname, join, relative, resolve, isAbsolute, basename } from 'node:path';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { keyBytes, toMasterKey, type MasterKey } from './master-key.ts';

const beginning = 'genklang-master-key-1';
const line = new RegExp(`^${beginning} ([A-Za-z0-9_-]{43})\\s*$`);

/**
 * Reads the key, or says in one sentence why it is refused: the file is missing, damaged, in the data folder, or can be
 * read by others. As PostgreSQL does with its own keys, a file that root owns may be readable by a group.
 */
export function readMasterKeyFile(path: string, dataDirectory: string | null): Result<MasterKey, string> {
	if (!existsSync(path)) return refuse(`Huvudnyckeln ${path} finns inte.`);
	if (dataDirectory !== null && isInside(path, dataDirectory)) {
		return refuse(
			`Huvudnyckeln ${path} ligger i datamappen. Flytta den någon annanstans, så att den som får datamappen inte får nyckeln.`
		);
	}
	const { mode, uid } = statSync(path);
	const forbidden = uid === 0 && process.getuid?.() !== 0 ? 0o037 : 0o077;
	if (process.platform !== 'win32' && (mode & forbidden) !== 0) {
		return refuse(`Huvudnyckeln ${path} kan läsas av andra. Kör: chmod 600 ${path}`);
	}
	try {
		const text = line.exec(readFileSync(path, 'utf8'))?.[1];
		if (text === undefined) return refuse(`Filen ${path} innehåller ingen huvudnyckel.`);
		return ok(toMasterKey(Buffer.from(text, 'base64url')));
	} catch {
		return refuse(`Huvudnyckeln ${path} går inte att läsa.`);
	}
}

/** Makes a new key in a file that did not exist. Refuses a place in the data folder. */
export function createMasterKeyFile(path: string, dataDirectory: string | null): Result<MasterKey, string> {
	if (existsSync(path)) return refuse(`Filen ${path} finns redan. En nyckel skrivs aldrig över.`);
	if (dataDirectory !== null && isInside(path, dataDirectory)) {
		return refuse(`${path} ligger i datamappen. Välj en annan plats för nyckeln.`);
	}
	const bytes = randomBytes(keyBytes);
	try {
		const file = openSync(path, 'wx', 0o600);
		writeFileSync(file, `${beginning} ${bytes.toString('base64url')}\n`);
		fsyncSync(file);
		closeSync(file);
	} catch (error) {
		return refuse(
			`Filen ${path} går inte att skriva (${(error as NodeJS.ErrnoException).code ?? 'okänt fel'}).`
		);
	}
	return ok(toMasterKey(bytes));
}

function isInside(path: string, folder: string): boolean {
	const inside = relative(realPathOf(folder), realPathOf(path));
	return inside === '' || (!inside.startsWith('..') && !isAbsolute(inside));
}

/** Where it really lies, links followed as far as it exists. */
function realPathOf(path: string): string {
	const whole = resolve(path);
	if (existsSync(whole)) return realpathSync(whole);
	const above = dirname(whole);
	return above === whole ? whole : join(realPathOf(above), basename(whole));
}
