/**
 * One demo that the tests share, started before them; each is told its address. GENKLANG_TEST_URL names one that is running
 * already.
 */
import type { TestProject } from 'vitest/node';
import { startDemo } from './demo-process.ts';

declare module 'vitest' {
	interface ProvidedContext {
		baseUrl: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const running = process.env['GENKLANG_TEST_URL'];
	if (running) {
		project.provide('baseUrl', running);
		return async () => {};
	}
	const demo = await startDemo();
	project.provide('baseUrl', demo.url);
	return () => demo.stop();
}
