/** `npm run demo`: builds when needed, makes the made-up data when they are not there, and serves. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from './build.ts';
import type { CommandIo } from './command-io.ts';
import { run as serve } from './serve.ts';

/** Resolves when the demo has been told to stop. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const data = process.env['GENKLANG_DATA'] ?? join(io.root, 'data', 'demo');
	process.env['GENKLANG_DATA'] = data;
	process.env['GENKLANG_MODE'] = 'demo';
	if (!(await buildIfNeeded(io))) return 1;
	const { hasDemoMark } = await import('../../src/lib/demo/server/demo-marker.ts');
	if (!hasDemoMark(data)) {
		if (existsSync(data) && readdirSync(data).length > 0) {
			io.stderr(`Mappen ${data} är inte tom och inte gjord av demo. Välj en tom mapp i GENKLANG_DATA.\n`);
			return 1;
		}
		io.stderr('Skapar påhittade demodata …\n');
		const { loadDemo } = await import('../demo-data/load-demo.ts');
		await loadDemo(data, io.root, (text) => io.stderr(`  ${text}\n`));
	}
	const { demoAccounts, demoPassword } = await import('../../src/lib/demo/demo-accounts.ts');
	io.stderr(`Påhittade konton, alla med lösenordet ${demoPassword} (koden står på inloggningssidan):\n`);
	for (const { email, name } of demoAccounts) io.stderr(`  ${email.padEnd(34)}${name}\n`);
	return serve(args, io);
}
