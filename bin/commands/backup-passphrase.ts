/** The passphrase of a backup: from standard input, a file or the environment, never from the command line. */
import { readFileSync } from 'node:fs';
import { ok, refuse, type Result } from '../../src/lib/shared/result.ts';
import type { CommandIo } from './command-io.ts';

const missing =
	'Lösenfras saknas. Skriv den på första raden i en fil och sätt GENKLANG_BACKUP_PASSPHRASE_FILE till filen, eller ge den på standard in med --passphrase-stdin.';

/** The first line of what was given; refuses when nothing was. */
export async function readPassphrase(isOnStdin: boolean, io: CommandIo): Promise<Result<string, string>> {
	const given = isOnStdin ? ok(await io.stdin()) : readFromSettings();
	if (!given.ok) return given;
	const [passphrase = ''] = given.value.split(/\r?\n/);
	return passphrase === '' ? refuse(missing) : ok(passphrase);
}

function readFromSettings(): Result<string, string> {
	const path = process.env['GENKLANG_BACKUP_PASSPHRASE_FILE'];
	if (!path) return ok(process.env['GENKLANG_BACKUP_PASSPHRASE'] ?? '');
	try {
		return ok(readFileSync(path, 'utf8'));
	} catch {
		return refuse(`Filen ${path} med lösenfrasen går inte att läsa.`);
	}
}
