import { delimiter, join } from 'node:path';
import type { Environment } from '#lib/shared/environment.ts';

/** Where instruments are read: those that ship with the program, and the municipality's own. */
export function listInstrumentDirectories({
	root,
	instrumentDirectories
}: Pick<Environment, 'root' | 'instrumentDirectories'>): string[] {
	const own = instrumentDirectories.split(delimiter).filter((directory) => directory !== '');
	return [join(root, 'instruments'), ...own];
}
