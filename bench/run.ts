/** `npm run bench`: every measurement in turn, one JSON line per figure. `npm run bench scoring` runs only that one. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const notMeasurements = new Set(['run.ts', 'figure.ts']);
const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname, { withFileTypes: true })
	.filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !notMeasurements.has(entry.name))
	.map((entry) => entry.name)
	.filter((name) => wanted.length === 0 || wanted.includes(name.replace('.ts', '')));

let failures = 0;
for (const file of files) {
	const { status } = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, file)], {
		stdio: 'inherit'
	});
	if (status !== 0) failures += 1;
}
process.exitCode = failures === 0 ? 0 : 1;
