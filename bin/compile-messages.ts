/**
 * Makes functions of the texts in messages/, when they have changed since last time: for tests and tools in src/lib/paraglide
 * with a file for each language, for the build beside it with a file for each text, so that a page has only its own.
 */
import { compile } from '@inlang/paraglide-js';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How the texts become functions, the same for every use of them. */
export const messageOptions = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	// The locale is chosen once per request in hooks.server.ts and read from <html lang> in the browser.
	strategy: ['globalVariable', 'baseLocale'],
	emitReadme: false
} as const;

/** Where the build finds its own, one module for each text. */
export const builtMessages = '.cache/messages';

/** What they are for. */
export type MessageUse = 'tests' | 'build';

/** Compiles the messages unless what is there was made from these very texts; throws when they have a fault. */
export async function compileMessages(root: string, use: MessageUse): Promise<void> {
	const outdir = join(root, use === 'build' ? builtMessages : messageOptions.outdir);
	const stampFile = join(root, '.cache', `messages-${use}.stamp`);
	const stamp = hashOfMessages(root);
	const isMade = existsSync(join(outdir, 'messages.js'));
	if (isMade && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
	await compile({
		...messageOptions,
		strategy: [...messageOptions.strategy],
		project: join(root, messageOptions.project),
		outdir,
		outputStructure: use === 'build' ? 'message-modules' : 'locale-modules'
	});
	mkdirSync(join(root, '.cache'), { recursive: true });
	writeFileSync(stampFile, stamp);
}

function hashOfMessages(root: string): string {
	const texts = readdirSync(join(root, 'messages'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	const others = [
		join(root, messageOptions.project, 'settings.json'),
		join(root, 'node_modules', '@inlang', 'paraglide-js', 'package.json'),
		import.meta.filename
	];
	const hash = createHash('sha256');
	for (const path of [...others, ...texts]) hash.update(path.slice(root.length)).update(readFileSync(path));
	return hash.digest('hex');
}

if (process.argv[1] === import.meta.filename) {
	await compileMessages(join(import.meta.dirname, '..'), 'tests');
}
