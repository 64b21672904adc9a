/** The list of everything the program is built of (SBOM, CycloneDX), made by npm from the lock file. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const sbomName = 'sbom.cdx.json';

interface Sbom {
	readonly metadata: { readonly component: { name: string } };
}

/**
 * Writes the list into the build. What only the build needs is in it too: some of it, as Svelte, ends up in the pages.
 * False when npm could not make it.
 */
export function writeSbom(root: string): boolean {
	const made = spawnSync(
		'npm',
		['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'],
		{
			cwd: root,
			encoding: 'utf8',
			maxBuffer: 50_000_000,
			shell: process.platform === 'win32'
		}
	);
	if (made.status !== 0) return false;
	const sbom = JSON.parse(made.stdout) as Sbom;
	const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string };
	// npm takes the folder's name.
	sbom.metadata.component.name = name;
	writeFileSync(join(root, 'build', sbomName), `${JSON.stringify(sbom, null, '\t')}\n`);
	return true;
}
