/**
 * One demo that the tests share, started before them; each is told its address. GENKLANG_TEST_URL names one that is running
 * already.
 */
import type { TestProject } from 'vitest/node';
import { makeDemoData, startDemo } from './demo-process.ts';

declare module 'vitest' {
	interface ProvidedContext {
		baseUrl: string;
		/** Made-up data for demos that tests have to themselves; null when they make their own. */
		demoData: string | null;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const running = process.env['GENKLANG_TEST_URL'];
	if (running) {
		project.provide('baseUrl', running);
		project.provide('demoData', null);
		return async () => {};
	}
	// Made before by who runs several parts at once (tests/run.ts).
	const made = process.env['TEST_DEMO_DATA'];
	const data = made ? { folder: made, remove: () => {} } : await makeDemoData();
	project.provide('demoData', data.folder);
	const demo = await startDemo(data.folder);
	project.provide('baseUrl', demo.url);
	return async () => {
		await demo.stop();
		data.remove();
	};
}
