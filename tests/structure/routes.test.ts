/** Every page, action and endpoint that exists is registered, and nothing that does not exist is. */
import { describe, expect, it } from 'vitest';
import { routeAccess, type RouteAccess } from '#lib/access/route-access.ts';
import { listSourceFiles } from './source-files.ts';

const routeFiles = listSourceFiles('src/routes').filter(({ path }) => /\/\+(page|server)[^/]*$/.test(path));
const idOf = (path: string): string => path.slice('src/routes'.length).replace(/\/\+[^/]*$/, '');
const methodNames = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'fallback'];

/** The keys of `export const actions = { … }`, or null where there is none. */
function readActions(text: string): string[] | null {
	const start = /^export const actions\b[^=]*= \{$/m.exec(text);
	if (!start)
		return /\bactions\b[^\n]*\bexport\b|export \{[^}]*\bactions\b/.test(text) ? ['unreadable'] : null;
	const body = text.slice(start.index + start[0].length);
	const end = /^\}/m.exec(body)?.index ?? body.length;
	return [...body.slice(0, end).matchAll(/^\t(?:async )?(\w+)\b(?=[:(,]|$)/gm)].map(([, name = '']) => name);
}

function readMethods(text: string): string[] {
	return methodNames.filter((name) =>
		new RegExp(`^export (?:const|async function|function) ${name}\\b`, 'm').test(text)
	);
}

/** What the files say that there is, in the registry's own form. */
function listRoutes(): Map<string, { page: boolean; actions: string[]; methods: string[] }> {
	const routes = new Map<string, { page: boolean; actions: string[]; methods: string[] }>();
	for (const { path, text } of routeFiles) {
		const id = idOf(path);
		const route = routes.get(id) ?? { page: false, actions: [], methods: [] };
		routes.set(id, route);
		const name = path.slice(path.lastIndexOf('/') + 1);
		if (name.startsWith('+page')) route.page = true;
		if (name === '+page.server.ts') route.actions = readActions(text) ?? [];
		if (name === '+server.ts') route.methods = readMethods(text);
	}
	return routes;
}

const existing = listRoutes();
const keys = (table: object | undefined): string[] => Object.keys(table ?? {}).sort();
const describeAccess = ({ page, actions, methods }: RouteAccess) => ({
	page: page !== undefined,
	actions: keys(actions),
	methods: keys(methods)
});

describe('the registry of routes', () => {
	it('finds pages, actions and endpoints in the files', () => {
		const all = [...existing.values()];
		expect(all.length).toBeGreaterThan(15);
		expect(all.flatMap(({ actions }) => actions).length).toBeGreaterThan(8);
		expect(all.flatMap(({ methods }) => methods)).toContain('GET');
		expect(all.flatMap(({ actions }) => actions)).not.toContain('unreadable');
	});

	it('says whom each of them is for, and names nothing that is not there', () => {
		const found = Object.fromEntries(
			[...existing].map(([id, { page, actions, methods }]) => [
				id,
				{ page, actions: [...actions].sort(), methods: [...methods].sort() }
			])
		);
		const registered = Object.fromEntries(
			Object.entries(routeAccess).map(([id, access]) => [id, describeAccess(access)])
		);
		expect(registered).toEqual(found);
	});

	it('lets no endpoint take every method there is', () => {
		const broad = [...existing].filter(([, { methods }]) => methods.includes('fallback')).map(([id]) => id);
		expect(broad).toEqual([]);
	});

	it('leaves no way in beside it: no remote functions, and no other hook that answers', () => {
		expect(listSourceFiles('src', ['.remote.ts', '.remote.js']).map(({ path }) => path)).toEqual([]);
		const [hooks] = listSourceFiles('src', ['hooks.server.ts']);
		expect(hooks?.text).toContain('judgeRoute(');
		expect(listSourceFiles('src', ['hooks.ts']).map(({ path }) => path)).toEqual([]);
	});
});

describe('routes', () => {
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

describe('a file to keep', () => {
	it('is handed out in one place, so that every one has the same headers', () => {
		const own = listSourceFiles('src').filter(
			({ path, text }) => !path.endsWith('.test.ts') && /['"]content-disposition['"]/.test(text)
		);
		expect(own.map(({ path }) => path).sort()).toEqual([
			'src/routes/file-response.server.ts',
			// Shown on a page, and kept by the reader's browser for a sitting.
			'src/routes/picture-response.server.ts'
		]);
	});
});
