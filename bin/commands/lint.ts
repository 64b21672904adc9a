/** `genklang lint [mapp …]`: says what is wrong in instruments, with file and place. */
import { isAbsolute, join, relative } from 'node:path';
import { loadCatalogue } from '../../src/lib/instruments/server/catalogue.ts';
import { listInstrumentFolders } from '../../src/lib/instruments/server/list-instrument-folders.ts';
import type { CommandIo } from './command-io.ts';

/**
 * Lints the instruments in the given directories, or the program's own. Prints one line per finding and a line with
 * the count; 0 when nothing is wrong, 1 when something is, 2 when there is nothing to lint.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const option = args.find((arg) => arg.startsWith('-'));
	if (option !== undefined) {
		io.stderr(`Valet ${option} finns inte. Skriv: genklang lint [mapp …]\n`);
		return 2;
	}
	const directories = args.length > 0 ? args : [join(io.root, 'instruments')];
	const folders = directories.map(listInstrumentFolders);
	const unread = directories.find((_, index) => (folders[index] ?? []).length === 0);
	if (unread !== undefined) {
		io.stderr(`Inga formulär hittades i ${unread}. Där ska finnas mappar som <id>/<version>/.\n`);
		return 2;
	}
	const { findings } = loadCatalogue(directories);
	for (const { file, pointer, rule, message } of findings) {
		io.stdout(`${shorten(file, io.root)}#${pointer} ${rule}: ${message}\n`);
	}
	const instrumentCount = folders.flat().length;
	io.stdout(`${instrumentCount} formulär granskade, ${findings.length || 'inga'} fel.\n`);
	return findings.length > 0 ? 1 : 0;
}

/** The program's own files are named from its folder. */
function shorten(file: string, root: string): string {
	const inside = relative(root, file);
	return isAbsolute(file) && !inside.startsWith('..') ? inside : file;
}
