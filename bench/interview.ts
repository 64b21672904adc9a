/**
 * How long it takes from an answer key to the next question on the screen, in the built program, in Chromium with a
 * processor that is four times slower than this one.
 */
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { launching } from '../tests/e2e/browser.ts';
import { fillInterviewWorld } from '../tests/build/interview-world.ts';
import { startServer } from '../tests/build/server-process.ts';
import { listStorageKinds } from '../tests/fault/storage-under-fault.ts';
import { findFreePort } from '../tests/integration/postgres-cluster.ts';
import { printFigure } from './figure.ts';

const interviews = 10;
const slowdown = 4;

interface Measured {
	/** Milliseconds from each key to the frame in which the next question has been drawn. */
	readonly times: readonly number[];
	/** Milliseconds that the page's own thread has worked for each key: the same however busy the machine is. */
	readonly work: number;
}

async function measure(page: Page, address: string): Promise<Measured> {
	await page.goto(address, { waitUntil: 'load' });
	await page.getByText('Sparat', { exact: true }).waitFor();
	await page.evaluate(() => {
		// The heading that is to be seen: others stand beside it, ready to be shown.
		const asked = () =>
			document.querySelector('.shown #step .asked h1') ?? document.querySelector('.shown h1');
		const times: number[] = [];
		Object.assign(window, { times });
		let pressedAt = 0;
		let heading = asked()?.textContent;
		document.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
		new MutationObserver(() => {
			const now = asked()?.textContent;
			if (!now || now === heading || pressedAt === 0) return;
			heading = now;
			const from = pressedAt;
			pressedAt = 0;
			// The frame with it has been drawn when the task after the next frame begins.
			requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from)));
		}).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
	});
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	const workedBefore = await readWork(session);
	// Nobody answers a question sooner after it is shown than this, the first as little as the others.
	await page.waitForTimeout(250);
	for (const key of ['1', '2', '1', '0', '3', '1', '2', '1', '2', '4']) {
		await page.keyboard.press(key);
		await page.waitForTimeout(250);
	}
	const work = (await readWork(session)) - workedBefore;
	await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
	const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
	return { times, work: work / 10 };
}

/** Milliseconds that the page's main thread has worked so far. */
async function readWork(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

const percentile = (sorted: readonly number[], share: number): number =>
	sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;

const port = await findFreePort();
const storage = await listStorageKinds()[0]!.make();
const database = await storage.open();
const origin = `http://127.0.0.1:${port}`;
const world = await fillInterviewWorld(database, origin, interviews);
await database.close();
const server = await startServer(storage.settings, port);
const browser = await chromium.launch(launching);
try {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	await context.addCookies([{ ...world.cookie, domain: '127.0.0.1', path: '/', httpOnly: true }]);
	const page = await context.newPage();
	const times: number[] = [];
	const works: number[] = [];
	for (const { caseId, administrationId } of world.interviews) {
		const measured = await measure(page, `${origin}/cases/${caseId}/interviews/${administrationId}`);
		times.push(...measured.times);
		works.push(measured.work);
	}
	if (times.length < interviews * 9) throw new Error(`only ${times.length} keys led to a question`);
	const sorted = times.toSorted((one, other) => one - other);
	const print = (name: string, value: number, target?: { readonly atMost: number }) =>
		printFigure({
			name: `interview, answer key to next question, ${slowdown} × slower processor, ${times.length} keys: ${name}`,
			value: Math.round(value * 10) / 10,
			unit: 'ms',
			...(target ? { target } : {})
		});
	const sortedWorks = works.toSorted((one, other) => one - other);
	print('work in the page for each key, median of the interviews', percentile(sortedWorks, 0.5));
	print('median', percentile(sorted, 0.5));
	print('95th percentile', percentile(sorted, 0.95), { atMost: 50 });
} finally {
	await browser.close();
	await server.stop();
	await storage.remove();
}
