import adapter from '@sveltejs/adapter-node';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { builtMessages, compileMessages, messageOptions } from './bin/compile-messages.ts';

const root = import.meta.dirname;

/**
 * For tests with browsers, servers and databases. A test says by itself how long something may take, by the processor's time;
 * this only ends what would never be over. On a busy machine all of them take several times as long.
 */
const findsWhatHangs = { testTimeout: 600_000, hookTimeout: 600_000 };

export default defineConfig(async ({ command, mode }) => {
	const isBuild = command === 'build';
	const isDevelopment = !isBuild && mode !== 'test';
	if (!isDevelopment) await compileMessages(root, isBuild ? 'build' : 'tests');
	return {
		plugins: [
			// While somebody changes texts they are compiled as they are saved.
			isDevelopment
				? paraglideVitePlugin({ ...messageOptions, strategy: [...messageOptions.strategy] })
				: null,
			sveltekit({
				adapter: adapter({ out: 'build', precompress: true }),
				csp: {
					mode: 'nonce',
					directives: {
						'default-src': ['none'],
						'script-src': ['self'],
						'style-src': ['self'],
						// The one inline style there is: SvelteKit's own announcer for screen readers, by its hash.
						'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
						'img-src': ['self', 'data:'],
						'font-src': ['self'],
						'connect-src': ['self'],
						'manifest-src': ['self'],
						'form-action': ['self'],
						'frame-ancestors': ['none'],
						'base-uri': ['none'],
						'object-src': ['none'],
						'report-uri': ['/csp-report']
					}
				},
				// Only tablets have one; they start it themselves (src/service-worker/index.ts).
				serviceWorker: { register: false },
				version: { pollInterval: 0 }
			})
		],
		...(isBuild ? { resolve: { alias: { '#lib/paraglide': join(root, builtMessages) } } } : {}),
		environments: {
			client: {
				build: {
					rolldownOptions: {
						output: {
							codeSplitting: {
								groups: [
									// A page hands over its payload before anything else is loaded: this one has to stand by itself.
									{ name: 'payload', test: /runtime\/client\/payload\.js$/, priority: 1 },
									// What a dozen of the pages have in common is one file: asking for thirty takes a browser longer than their bytes do.
									{ name: 'common', minShareCount: 12 }
								]
							}
						}
					}
				}
			}
		},
		// Its package.json of 179 kB is read anew for each of the hundred files that are loaded from it: half a second of every start.
		ssr: { noExternal: ['drizzle-orm'] },
		test: {
			projects: [
				{
					extends: true,
					test: {
						name: 'unit',
						include: ['src/**/*.test.ts', 'tests/structure/**/*.test.ts'],
						environment: 'node',
						// Pure functions leave nothing behind: files share what they import, which takes most of the time.
						isolate: false,
						// Of two cores vitest would leave one for itself, which it hardly uses.
						maxWorkers: '100%',
						// Properties try hundreds of cases; on a busy machine that takes longer than vitest's five seconds.
						testTimeout: 30_000
					}
				},
				{
					extends: true,
					test: {
						name: 'integration',
						include: ['tests/integration/**/*.test.ts'],
						environment: 'node',
						globalSetup: ['tests/integration/start-postgres.ts'],
						...findsWhatHangs,
						fileParallelism: false,
						isolate: false
					}
				},
				{
					extends: true,
					test: {
						name: 'e2e',
						include: ['tests/e2e/**/*.test.ts'],
						environment: 'node',
						globalSetup: ['tests/e2e/start-demo.ts', 'tests/integration/start-postgres.ts'],
						...findsWhatHangs,
						fileParallelism: false,
						isolate: false
					}
				}
			]
		}
	};
});
