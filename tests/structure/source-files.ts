/** The project's own source files and what each of them imports, read as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export interface SourceFile {
	/** Path from the project's root, with `/`. */
	readonly path: string;
	readonly text: string;
	/** Own files by path from the root (`src/lib/…`), packages by name; type imports apart. */
	readonly imports: readonly { readonly target: string; readonly isType: boolean }[];
}

const importPattern =
	/^[ \t]*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** Every file under the folder whose name ends with one of the endings; generated ones are left out. */
export function listSourceFiles(
	folder: string,
	endings: readonly string[] = ['.ts', '.svelte']
): SourceFile[] {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((path) => !path.startsWith('src/lib/paraglide/'))
		.sort()
		.map(readSourceFile);
}

function readSourceFile(path: string): SourceFile {
	const text = readFileSync(join(root, path), 'utf8');
	const imports = [...text.matchAll(importPattern)].map(([, typeWord, from, dynamic]) => ({
		target: resolveTarget(path, from ?? dynamic ?? ''),
		isType: typeWord !== undefined
	}));
	return { path, text, imports };
}

function resolveTarget(from: string, target: string): string {
	if (target.startsWith('#lib/')) return `src/lib/${target.slice(5)}`;
	if (target.startsWith('#tests/')) return `tests/${target.slice(7)}`;
	if (target.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), target));
	return target;
}
