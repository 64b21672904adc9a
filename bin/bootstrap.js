// The way in on a fresh machine: needs nothing but Node 20 and npm. Installs the dependencies, gets a newer Node from
// the npm package `node` when the system's is too old, and starts the wanted command with it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === 'win32';

// The program runs its TypeScript as it is, which Node does by itself from 22.18 (SvelteKit 3 needs 22.17).
const oldestNode = [22, 18];
const fetchedNode = '24';

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** @param {string} version for example "v20.1.0" */
export function isNewEnough(version) {
	const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
	return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * Runs npm and stops with its own words when it fails.
 * @param {string[]} args
 */
function npm(args) {
	const result = spawnSync(isWindows ? 'npm.cmd' : 'npm', args, {
		cwd: root,
		encoding: 'utf8',
		shell: isWindows
	});
	if (result.status === 0) return;
	say(result.stdout ?? '');
	say(result.stderr ?? '');
	say(`npm ${args[0]} gick inte att köra. Kontrollera nätet och försök igen.`);
	process.exit(1);
}

/** Installs the dependencies unless the ones in place come from this very lock file. */
export function installDependencies() {
	const lock = createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
	const stamp = join(root, 'node_modules', '.genklang-installed');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
	const inPlace = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(inPlace) || !existsSync(stamp)) say('Hämtar programmets delar (en gång, någon minut) …');
	else say('Uppdaterar programmets delar …');
	npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
	writeFileSync(stamp, lock);
}

/** @returns {string} the path of a Node that is new enough, fetched from npm when the system's is not */
export function findNode() {
	if (isNewEnough(process.version)) return process.execPath;
	const home = join(root, '.node');
	const fetched = join(home, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');
	if (!existsSync(fetched)) {
		say(`Node ${process.version} är för gammal; hämtar Node ${fetchedNode} till mappen .node …`);
		mkdirSync(home, { recursive: true });
		if (!existsSync(join(home, 'package.json')))
			writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
		npm(['install', '--prefix', home, `node@${fetchedNode}`, '--no-audit', '--no-fund', '--loglevel=error']);
	}
	const version = spawnSync(fetched, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
	if (!isNewEnough(version)) {
		say(`Node ${fetchedNode} gick inte att hämta. Installera Node 24 för hand och försök igen.`);
		process.exit(1);
	}
	return fetched;
}

/**
 * Replaces this process, as far as Node can: same terminal, same signals, same exit code.
 * @param {string} node
 * @param {string[]} args
 */
export function runWith(node, args) {
	const path = `${dirname(node)}${delimiter}${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
	const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		process.on(signal, () => child.kill(signal));
	}
	child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [script = 'bin/genklang.js', ...args] = process.argv.slice(2);
	installDependencies();
	runWith(findNode(), [join(root, script), ...args]);
}
