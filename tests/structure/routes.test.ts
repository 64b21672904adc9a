import { describe, expect, it } from 'vitest';
import { judgeRoute } from '#lib/access/route-access.ts';
import { listSourceFiles } from './source-files.ts';

const routeFiles = listSourceFiles('src/routes').filter(({ path }) => /\/\+(page|server)[^/]*$/.test(path));
const routeIds = [
	...new Set(routeFiles.map(({ path }) => path.slice('src/routes'.length).replace(/\/\+[^/]*$/, '')))
];

describe('routes', () => {
	it('all lie in a group that says who may open them', () => {
		expect(routeIds.length).toBeGreaterThan(10);
		expect(routeIds.filter((id) => judgeRoute(id, { kind: 'anonymous' }, true) === 'not-found')).toEqual([]);
	});

	it('change something only through form actions, never through a GET', () => {
		const found = routeFiles
			.filter(({ path }) => path.endsWith('+page.server.ts'))
			.filter(({ text }) => {
				const load =
					/export const load\b[\s\S]*?(?=^export |^function |^async function |$(?![\s\S]))/m.exec(
						text
					)?.[0] ?? '';
				return /\brun\(/.test(load);
			})
			.map(({ path }) => path);
		expect(found).toEqual([]);
	});
});
