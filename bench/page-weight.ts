/**
 * What the first question page weighs over the network, everything compressed, from the built server as it answers a
 * browser that takes brotli; and beside it what a page with SurveyJS's own runtime would begin with.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { launching } from '../tests/e2e/browser.ts';
import { enterAsClient } from '../tests/e2e/respondent-links.ts';
import { chromium } from 'playwright-core';
import { printFigure } from './figure.ts';

const root = join(import.meta.dirname, '..');
const port = 3918;

interface Fetched {
	/** Bytes of the body as it came. */
	readonly size: number;
	readonly text: string;
}

/** The body with its size on the wire, headers left out. */
function fetchOverWire(url: string): Promise<Fetched> {
	return new Promise((resolve, reject) => {
		get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => {
				const body = Buffer.concat(chunks);
				const plain = response.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
				resolve({ size: body.length, text: plain.toString('utf8') });
			});
		}).on('error', reject);
	});
}

function listAddresses(text: string, pattern: RegExp, from: string): string[] {
	return [...new Set([...text.matchAll(pattern)].map(([, address]) => new URL(address ?? '', from).href))];
}

async function sumSizes(urls: readonly string[]): Promise<number> {
	const fetched = await Promise.all(urls.map(fetchOverWire));
	return fetched.reduce((sum, { size }) => sum + size, 0);
}

async function measurePage(url: string): Promise<void> {
	const page = await fetchOverWire(url);
	const styles = listAddresses(page.text, /<link[^>]+href="([^"]+\.css)"/g, url);
	const scripts = listAddresses(page.text, /(?:src|href)="([^"]+\.js)"/g, url);
	const icons = listAddresses(page.text, /<link[^>]+rel="icon"[^>]+href="([^"]+)"/g, url);
	const sheets = await Promise.all(styles.map(fetchOverWire));
	const fonts = sheets.flatMap(({ text }, index) =>
		listAddresses(text, /url\(["']?([^"')]+\.woff2)/g, styles[index] ?? url)
	);
	const css = sheets.reduce((sum, { size }) => sum + size, 0);
	const js = await sumSizes(scripts);
	const font = await sumSizes(fonts);
	const icon = await sumSizes(icons);
	const print = (name: string, value: number, target?: { readonly atMost: number }) =>
		printFigure({
			name: `first question page: ${name}`,
			value,
			unit: 'bytes',
			...(target ? { target } : {})
		});
	print('html', page.size);
	print('css', css);
	print('font', font);
	print('icon', icon);
	print('javascript', js, { atMost: 45_000 });
	print('everything', page.size + css + js + font + icon, { atMost: 60_000 });
}

/** What a tablet in a waiting room loads, once: it keeps everything for when there is no network. No limit is set. */
async function measureKiosk(url: string): Promise<void> {
	const browser = await chromium.launch(launching);
	try {
		const page = await browser.newPage();
		const session = await page.context().newCDPSession(page);
		await session.send('Network.enable');
		const kinds = new Map<string, string>();
		const bytes = new Map<string, number>();
		session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
		session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
			const kind = (kinds.get(requestId) ?? 'Other').toLowerCase();
			bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
		});
		await page.goto(url, { waitUntil: 'networkidle' });
		const print = (name: string, value: number) =>
			printFigure({ name: `tablet, start screen: ${name}`, value, unit: 'bytes' });
		for (const [kind, value] of bytes) print(kind, value);
		print(
			'everything',
			[...bytes.values()].reduce((sum, value) => sum + value, 0)
		);
	} finally {
		await browser.close();
	}
}

/** SurveyJS's renderer is no dependency of ours: it is fetched once, for this comparison. */
function findSurveyUi(): string | null {
	const folder = join(root, '.cache', 'survey-react-ui');
	const file = join(folder, 'package', 'survey-react-ui.min.js');
	if (existsSync(file)) return file;
	mkdirSync(folder, { recursive: true });
	try {
		execFileSync('npm', ['pack', 'survey-react-ui@3.0.0', '--silent'], { cwd: folder, stdio: 'pipe' });
		const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
		execFileSync('tar', ['xzf', archive ?? ''], { cwd: folder });
	} catch {
		return null;
	}
	return existsSync(file) ? file : null;
}

function measureSurveyJs(): void {
	const core = join(root, 'node_modules', 'survey-core');
	const ui = findSurveyUi();
	const files: readonly (readonly [name: string, file: string | null])[] = [
		['survey-core 3.1.1 min.js', join(core, 'survey.core.min.js')],
		['survey-core 3.1.1 min.css', join(core, 'survey-core.min.css')],
		['survey-react-ui 3.0.0 min.js, React not counted', ui]
	];
	let total = 0;
	for (const [name, file] of files) {
		if (file === null) {
			process.stderr.write(`${name}: not measured, the registry could not be reached\n`);
			continue;
		}
		const value = brotliCompressSync(readFileSync(file)).length;
		total += value;
		printFigure({ name: `SurveyJS: ${name}`, value, unit: 'bytes' });
	}
	printFigure({ name: 'SurveyJS: everything above', value: total, unit: 'bytes' });
}

function startDemo(data: string): Promise<ChildProcess> {
	const child = spawn(process.execPath, [join(root, 'bin', 'genklang.js'), 'demo'], {
		env: { ...process.env, PORT: String(port), GENKLANG_DATA: data },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	return new Promise((resolve, reject) => {
		child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('ready') && resolve(child));
		child.on('exit', () => reject(new Error('the demo stopped before it was ready')));
	});
}

const folder = mkdtempSync(join(tmpdir(), 'genklang-bench-'));
try {
	const child = await startDemo(join(folder, 'demo'));
	const stopped = new Promise((resolve) => child.once('exit', resolve));
	try {
		const origin = `http://127.0.0.1:${port}`;
		await measurePage(`${await enterAsClient(origin)}/questions`);
		await measureKiosk(`${origin}/demo/enter/kiosk`);
	} finally {
		child.kill('SIGTERM');
		await stopped;
	}
	measureSurveyJs();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
