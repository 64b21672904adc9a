import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The program's version. */
export function readVersion(root: string): string {
	const content = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
	return content.version;
}
