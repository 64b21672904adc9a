/** `genklang create-key <fil>`: makes the master key, once, in a file of its own. */
import { createMasterKeyFile } from '../../src/lib/secrecy/server/master-key-file.ts';
import type { CommandIo } from './command-io.ts';

/** Writes a new key to a file that does not exist. 0 when it was made, 1 when it could not be, 2 when no file is named. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const [path, ...rest] = args;
	if (path === undefined || path.startsWith('-') || rest.length > 0) {
		io.stderr('Skriv: genklang create-key <fil>\n');
		return 2;
	}
	const made = createMasterKeyFile(path, process.env['GENKLANG_DATA'] ?? null);
	if (!made.ok) {
		io.stderr(`${made.problem}\n`);
		return 1;
	}
	io.stdout(`Huvudnyckeln ${made.value.id} ligger i ${path}. Sätt GENKLANG_MASTER_KEY_FILE till den filen.
Spara en kopia på ett annat, låst ställe: utan nyckeln går namn, svar och anteckningar aldrig att läsa igen.
`);
	return 0;
}
