/** What somebody has folded out stays so: see `open-when.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '..', '..', 'src');
const components = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
	path.endsWith('.svelte')
);

it('no <details> is closed by the page itself', () => {
	const found = components.filter((path) =>
		/<details\b[^>]*\sopen=/.test(readFileSync(join(source, path), 'utf8').replaceAll('bind:open=', ''))
	);
	expect(components.length).toBeGreaterThan(100);
	expect(found).toEqual([]);
});
