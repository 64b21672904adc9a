/**
 * `npm test` and, with --quick, `npm run check`: runs every kind of test in turn, says how each went, and ends with the
 * plain line "N passed, N failed". Lint, formatting, types and build count as one test each.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
	appendFileSync,
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statfsSync
} from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileMessages } from '../bin/compile-messages.ts';
import { makeDemoData } from './e2e/demo-process.ts';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'test-results');
const isQuick = process.argv.includes('--quick');

interface Outcome {
	readonly name: string;
	readonly passed: number;
	readonly failed: number;
	readonly seconds: number;
}

function bin(path: string): string {
	return join(root, 'node_modules', path);
}

/**
 * Runs a command with this very Node; its output is shown only when it fails, or as it comes when `isLoud`. With a `log`
 * it is there to be read meanwhile.
 */
function runNode(
	args: readonly string[],
	env: Record<string, string> = {},
	{ isLoud = false, log }: { readonly isLoud?: boolean; readonly log?: string } = {}
): Promise<number> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: ['ignore', isLoud ? 'inherit' : 'pipe', isLoud ? 'inherit' : 'pipe']
		});
		const output: Buffer[] = [];
		const keep = (chunk: Buffer): void => {
			output.push(chunk);
			if (log) appendFileSync(log, chunk);
		};
		child.stdout?.on('data', keep);
		child.stderr?.on('data', keep);
		child.on('close', (code) => {
			if (code !== 0 && !isLoud) process.stderr.write(Buffer.concat(output));
			resolve(code ?? 1);
		});
	});
}

/** In the inner loop, files with the same content as last time are not looked at again. */
function cached(tool: string): string[] {
	if (!isQuick) return [];
	return ['--cache', '--cache-strategy=content', `--cache-location=${join(root, '.cache', tool)}`];
}

async function timed(
	name: string,
	work: () => Promise<{ passed: number; failed: number }>
): Promise<Outcome> {
	const start = Date.now();
	const { passed, failed } = await work();
	const seconds = (Date.now() - start) / 1000;
	console.log(
		`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed in ${seconds.toFixed(0)} s`
	);
	return { name, passed, failed, seconds };
}

/** A tool that either passes or not. */
function runCheck(name: string, args: readonly string[]): Promise<Outcome> {
	return timed(name, async () => {
		const isGreen = (await runNode(args)) === 0;
		return { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1 };
	});
}

interface Part {
	readonly project: string;
	readonly name: string;
	/** None for all of the project's. */
	readonly files: readonly string[];
}

/** About how many seconds the heaviest files take beside others. */
const secondsOf: Readonly<Record<string, number>> = {
	'e2e/edge-input': 435,
	'integration/backup/backup': 350,
	'integration/kiosk/kiosk-faults': 295,
	'e2e/stored-scripts': 290,
	'e2e/matrix': 235,
	'e2e/matrix-two-boards': 215,
	'integration/anonymity/linkage': 200,
	'e2e/edge': 175,
	'e2e/hand-over': 170,
	'e2e/sign-in': 125,
	'integration/collection/interview-day': 115,
	'integration/access/throttle': 115,
	'integration/audit/traces': 110,
	'e2e/staff-rights': 85,
	'integration/anonymity/sitting': 75,
	'e2e/several-forms': 75,
	'integration/secrecy/canaries': 70,
	'integration/audit/verify-audit': 65,
	'integration/collection/fault': 65,
	'e2e/staff-identity': 60
};
/** Of the other files. */
const usualSeconds = 20;

/** The project's files in so many parts that take about as long: the heaviest first, each where there is least. */
function divide(project: string, count: number): Part[] {
	const parts = Array.from({ length: count }, (_, index) => ({
		project,
		name: `${project}-${index + 1}-of-${count}`,
		files: [] as string[],
		seconds: 0
	}));
	const files = readdirSync(join(root, 'tests', project), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.test.ts'))
		.map((path) => `${project}/${path}`)
		.sort()
		.map((path) => ({ path, seconds: secondsOf[path.replace('.test.ts', '')] ?? usualSeconds }))
		.sort((one, other) => other.seconds - one.seconds);
	for (const { path, seconds } of files) {
		const least = parts.reduce((one, other) => (other.seconds < one.seconds ? other : one));
		least.files.push(`tests/${path}`);
		least.seconds += seconds;
	}
	return parts;
}

/** One vitest project or a part of one; a run that breaks before any test counts as one failure. */
function runTests({ project, name, files }: Part, temporary = tmpdir()): Promise<Outcome> {
	const report = join(reports, `${name}.json`);
	return timed(`${name} tests`, async () => {
		const args = [bin('vitest/vitest.mjs'), 'run', '--project', project, ...files];
		args.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
		const code = await runNode(
			args,
			{ NO_COLOR: '1', TMPDIR: temporary },
			{ log: join(reports, `${name}.log`) }
		);
		if (!existsSync(report)) return { passed: 0, failed: 1 };
		const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
			numPassedTests: number;
			numFailedTests: number;
		};
		return { passed: numPassedTests, failed: code !== 0 && numFailedTests === 0 ? 1 : numFailedTests };
	});
}

function hasCommand(command: string): boolean {
	return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

/** Debian's chromium, whole and without its windows, where we may install it; otherwise Playwright's own. */
async function installBrowser(): Promise<void> {
	if (process.env['GENKLANG_TEST_BROWSER']) return;
	const missing = ['chromium', 'chromium-headless-shell'].filter((name) => !hasCommand(name));
	if (missing.length === 0) return;
	if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
		console.log(`Installerar ${missing.join(' och ')} för testerna …`);
		const install = (name: string): string => `DEBIAN_FRONTEND=noninteractive apt-get install -y -qq ${name}`;
		// One at a time: where there is no light one, the whole one does its work.
		const script = ['apt-get update -qq', ...missing.map(install)].join('; ');
		const { stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
		if (!hasCommand('chromium')) console.error(stderr);
		return;
	}
	if (hasCommand('chromium')) return;
	await runNode([bin('playwright-core/cli.js'), 'install', 'chromium'], {}, { isLoud: true });
}

/** Where databases and browsers of the tests lie: in memory where there is room, since nothing there outlives the run. */
function makeTemporaryFolder(): string {
	const memory = '/dev/shm';
	const needed = 4 * 1024 ** 3;
	const free = (folder: string): number => {
		const { bavail, bsize } = statfsSync(folder);
		return bavail * bsize;
	};
	const isRoomy = existsSync(memory) && free(memory) > needed && freemem() > 2 * needed;
	const folder = mkdtempSync(join(isRoomy ? memory : tmpdir(), 'genklang-tests-'));
	// PostgreSQL runs as a user of its own when we are root, and has to come to its folder in this one.
	chmodSync(folder, 0o711);
	return folder;
}

/** Writes what types are found by anew: not while they are checked. */
const build = (): Promise<Outcome> => runCheck('build', [join(root, 'bin', 'genklang.js'), 'build']);

async function runInTurn(steps: readonly (() => Promise<Outcome>)[]): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const step of steps) outcomes.push(await step());
	return outcomes;
}

async function main(): Promise<number> {
	rmSync(reports, { recursive: true, force: true });
	mkdirSync(reports, { recursive: true });
	await compileMessages(root, 'tests');
	await runNode([bin('@sveltejs/kit/svelte-kit.js'), 'sync']);
	// Begun before the rest: the build waits for it.
	const types = runCheck('types', [
		bin('svelte-check/bin/svelte-check'),
		// The compiler in machine code: a third of the time. It finds components by the paths in tsconfig.json.
		'--tsgo',
		...(isQuick ? ['--incremental'] : []),
		'--fail-on-warnings',
		'--output=human'
	]);
	const rows = [
		[() => runTests({ project: 'unit', name: 'unit', files: [] })],
		[
			() => runCheck('lint', [bin('eslint/bin/eslint.js'), '--max-warnings=0', ...cached('eslint'), '.']),
			() =>
				runCheck('format', [
					bin('prettier/bin/prettier.cjs'),
					'--check',
					'--log-level=warn',
					...cached('prettier'),
					'.'
				]),
			...(isQuick ? [] : [() => types.then(build)])
		],
		[() => types]
	];
	const outcomes: Outcome[] = (await Promise.all(rows.map(runInTurn))).flat();
	if (!isQuick) {
		await installBrowser();
		const temporary = makeTemporaryFolder();
		try {
			// Each waits half its time, for browsers and processes: another has what it leaves.
			const run = (project: string, count: number): Promise<Outcome[]> =>
				Promise.all(divide(project, count).map((part) => runTests(part, temporary)));
			const integration = run('integration', 2);
			// Once for all of them, and its folder goes with the rest; a demo that does not start is told of by each.
			const data = await makeDemoData(temporary).catch(() => null);
			if (data) process.env['TEST_DEMO_DATA'] = data.folder;
			const browsers = run('e2e', 3);
			outcomes.push(...(await integration), ...(await browsers));
		} finally {
			rmSync(temporary, { recursive: true, force: true });
		}
	}
	const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
	const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
	console.log(`${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
