/** Builds the program, unless what is built was made from these very files. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toEmptyCluster, toNewCluster } from '../../src/lib/shared/environment.ts';
import { writeSbom } from '../write-sbom.ts';
import type { CommandIo } from './command-io.ts';

/** Everything the build is made from. */
const buildInputs = [
	'src',
	'messages',
	'client-languages',
	'drizzle',
	'static',
	'project.inlang/settings.json',
	'vite.config.ts',
	'bin/compile-messages.ts',
	'package-lock.json'
];

/** Exit code 0 when there is a build of the files as they are now. */
export async function run(_args: readonly string[], io: CommandIo): Promise<number> {
	return (await buildIfNeeded(io)) ? 0 : 1;
}

/** True when there is a build of the files as they are now; says what it does when it takes time. */
export async function buildIfNeeded(io: CommandIo): Promise<boolean> {
	const stampFile = join(io.root, '.cache', 'build-stamp');
	const stamp = hashOfInputs(io.root);
	const isBuilt = existsSync(join(io.root, 'build', 'handler.js'));
	if (isBuilt && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
	io.stderr('Bygger programmet (en gång, någon minut) …\n');
	const vite = join(io.root, 'node_modules', 'vite', 'bin', 'vite.js');
	const built = spawnSync(process.execPath, [vite, 'build', '--logLevel=error'], {
		cwd: io.root,
		encoding: 'utf8'
	});
	if (built.status !== 0) {
		io.stderr(`${built.stdout}${built.stderr}\nProgrammet gick inte att bygga.\n`);
		return false;
	}
	if (!writeSbom(io.root)) io.stderr('Listan över programmets delar (SBOM) gick inte att göra med npm.\n');
	await packClusters(io.root);
	mkdirSync(dirname(stampFile), { recursive: true });
	writeFileSync(stampFile, stamp);
	return true;
}

/** What new embedded databases are made out of (decision 0064). */
async function packClusters(root: string): Promise<void> {
	const { packCluster } = await import('../../src/lib/shared/server/open-pglite.ts');
	const { migrateDatabase } = await import('../../src/lib/shared/server/migrate.ts');
	writeFileSync(toEmptyCluster(root), await packCluster(async () => {}));
	writeFileSync(toNewCluster(root), await packCluster((database) => migrateDatabase(database, root)));
}

function hashOfInputs(root: string): string {
	const hash = createHash('sha256');
	for (const path of buildInputs.flatMap((input) => listFiles(root, input))) {
		hash.update(path).update(readFileSync(join(root, path)));
	}
	return hash.digest('hex');
}

function listFiles(root: string, input: string): string[] {
	if (input.includes('.')) return [input];
	return readdirSync(join(root, input), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.parentPath.includes(join('src', 'lib', 'paraglide')))
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.sort();
}
