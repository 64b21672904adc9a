/** The shortcut by which commands find drizzle-orm's files: to the very files that Node finds, and for nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { resolveQuickly } from '../../bin/resolve-quickly.js';

const root = join(import.meta.dirname, '..', '..');
const drizzle = join(root, 'node_modules', 'drizzle-orm');

it('finds every file that drizzle-orm’s own files name, where it lies', () => {
	const files = readdirSync(drizzle, { recursive: true, encoding: 'utf8' });
	const known = new Set(files.map((file) => pathToFileURL(join(drizzle, file)).href));
	let asked = 0;
	for (const file of files.filter((one) => /^(pg-core|postgres-js|pglite|sql)\/[^/]*\.js$/.test(one))) {
		const parent = pathToFileURL(join(drizzle, file)).href;
		for (const [, specifier = ''] of readFileSync(join(drizzle, file), 'utf8').matchAll(
			/^(?:import|export)\b[^;]*? from "(\.[^"]+)";$/gm
		)) {
			asked += 1;
			expect(known, `${specifier} in ${file}`).toContain(resolveQuickly(specifier, parent));
		}
	}
	expect(asked).toBeGreaterThan(100);
});

it('leaves to Node what another package asks for, what is another package’s, and what is not named in full', () => {
	const parent = 'file:///a/node_modules/drizzle-orm/pg-core/table.js';
	expect(resolveQuickly('../entity.js', parent)).toBe('file:///a/node_modules/drizzle-orm/entity.js');
	expect(resolveQuickly('postgres', parent)).toBeNull();
	expect(resolveQuickly('drizzle-orm', parent)).toBeNull();
	expect(resolveQuickly('../entity', parent)).toBeNull();
	expect(resolveQuickly('../entity.cjs', parent)).toBeNull();
	expect(resolveQuickly('../../postgres/index.js', parent)).toBeNull();
	expect(resolveQuickly('./entity.js', undefined)).toBeNull();
	expect(resolveQuickly('./entity.js', 'file:///a/node_modules/postgres/src/index.js')).toBeNull();
	expect(resolveQuickly('./entity.cjs', parent.replace('.js', '.cjs'))).toBeNull();
	expect(resolveQuickly('./entity.js', parent.replace('.js', '.cjs'))).toBeNull();
});
