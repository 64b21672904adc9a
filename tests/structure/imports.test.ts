/** Who may import whom: architecture rules 1–6, read from the source itself. */
import { describe, expect, it } from 'vitest';
import { listSourceFiles, type SourceFile } from './source-files.ts';

/** Which other cores a core may use; every core may use shared. */
const allowedCores: Readonly<Record<string, readonly string[]>> = {
	shared: [],
	access: [],
	audit: ['access'],
	secrecy: [],
	backup: [],
	incident: [],
	instruments: [],
	questionnaire: ['instruments'],
	scoring: ['instruments'],
	cases: ['secrecy'],
	plans: ['cases', 'instruments'],
	pictures: ['instruments', 'questionnaire'],
	collection: ['questionnaire', 'scoring', 'cases', 'instruments', 'plans', 'pictures'],
	surveys: ['collection', 'instruments'],
	kiosk: ['surveys', 'collection', 'questionnaire', 'instruments', 'pictures'],
	outcomes: ['scoring', 'cases', 'instruments'],
	targets: ['outcomes', 'instruments'],
	retention: [],
	jobs: [],
	rights: ['retention', 'secrecy'],
	reports: ['outcomes', 'targets', 'instruments'],
	invitations: ['collection', 'cases'],
	exports: ['collection', 'scoring', 'cases', 'instruments', 'questionnaire', 'outcomes'],
	charts: [],
	demo: ['access']
};

type Shelf = 'core' | 'server' | 'ui';

function placeOf(path: string): { domain: string; shelf: Shelf } | null {
	const [, lib, domain, shelf] = path.split('/');
	if (lib !== 'lib' || !domain) return null;
	if (shelf === 'server') return { domain, shelf: 'server' };
	if (shelf === 'ui' || path.endsWith('.svelte')) return { domain, shelf: 'ui' };
	return { domain, shelf: 'core' };
}

const isTest = (file: SourceFile): boolean => /\.test\.ts$|\.fixture\.ts$/.test(file.path);
const isOwn = (target: string): boolean => target.startsWith('src/');
const files = listSourceFiles('src').filter((file) => !isTest(file));

function breaches(of: (file: SourceFile) => readonly string[]): string[] {
	return files.flatMap((file) => of(file).map((target) => `${file.path} → ${target}`));
}

describe('imports', () => {
	it('keeps cores pure and within the arrows', () => {
		const found = breaches((file) => {
			const place = placeOf(file.path);
			if (place?.shelf !== 'core') return [];
			const allowed = [place.domain, 'shared', ...(allowedCores[place.domain] ?? [])];
			return file.imports
				.map(({ target }) => target)
				.filter((target) => {
					const other = isOwn(target) ? placeOf(target) : null;
					if (other)
						return (
							other.shelf !== 'core' || !(allowed.includes(other.domain) || other.domain === 'paraglide')
						);
					if (place.domain === 'charts') return !target.startsWith('d3-') || target === 'd3-selection';
					if (file.path === 'src/lib/outcomes/distributions.ts' && target === 'cephes') return false;
					return target !== 'valibot';
				});
		});
		expect(found).toEqual([]);
	});

	it('knows every domain that exists', () => {
		const domains = new Set(files.flatMap((file) => placeOf(file.path)?.domain ?? []));
		expect([...domains].filter((domain) => !(domain in allowedCores))).toEqual([]);
	});

	it('keeps clock, chance and process out of the cores', () => {
		const found = files
			.filter((file) => placeOf(file.path)?.shelf === 'core')
			.filter((file) =>
				/Date\.now|Math\.random|\bprocess\.|new Date\(\)|crypto\.|performance\./.test(file.text)
			)
			.map((file) => file.path);
		expect(found).toEqual([]);
	});

	it("lets a shell use another domain's queries and tables for foreign keys, never its commands", () => {
		const found = breaches((file) => {
			const place = placeOf(file.path);
			if (place?.shelf !== 'server') return [];
			return file.imports
				.filter(({ target }) => {
					const other = isOwn(target) ? placeOf(target) : null;
					if (!other) return /^(\$app|svelte|d3-)/.test(target);
					if (other.shelf === 'ui') return true;
					if (other.shelf === 'core' || other.domain === place.domain || other.domain === 'shared')
						return false;
					// Sealing is for every shell, as the database is.
					if (place.domain === 'demo' || other.domain === 'secrecy') return false;
					if (/[/-]tables\.ts$/.test(target)) return !/[/-]tables\.ts$/.test(file.path);
					// What belongs to a person is found in one place, to be erased and to be told alike.
					return !/\/(queries|catalogue|personal-rows)\.ts$/.test(target);
				})
				.map(({ target }) => target);
		});
		expect(found).toEqual([]);
	});

	it('gives components their data as props', () => {
		const found = breaches((file) => {
			const place = placeOf(file.path);
			if (place?.shelf !== 'ui') return [];
			return file.imports
				.filter(
					({ target, isType }) => !isType && /\/server\/|^drizzle|^survey-core|^postgres$|^d3-/.test(target)
				)
				.map(({ target }) => target);
		});
		expect(found).toEqual([]);
	});

	it('lets nobody import a route', () => {
		const found = breaches((file) =>
			file.path.startsWith('src/routes/')
				? []
				: file.imports.map(({ target }) => target).filter((target) => target.startsWith('src/routes/'))
		);
		expect(found).toEqual([]);
	});

	it('uses survey-core only where definitions are compiled', () => {
		const found = breaches((file) =>
			file.path.startsWith('src/lib/instruments/server/')
				? []
				: file.imports.map(({ target }) => target).filter((target) => target.startsWith('survey-core'))
		);
		expect(found).toEqual([]);
	});

	it('uses d3 only for geometry in charts', () => {
		const found = breaches((file) =>
			file.path.startsWith('src/lib/charts/') && file.path.endsWith('.ts')
				? []
				: file.imports.map(({ target }) => target).filter((target) => target.startsWith('d3-'))
		);
		expect(found).toEqual([]);
	});

	it('keeps WebAssembly out of the browser, where the policy against foreign code stops it', () => {
		const graph = new Map(files.map((file) => [file.path, file.imports.filter(({ isType }) => !isType)]));
		const reaches = (path: string, seen: Set<string>): boolean => {
			if (path === 'src/lib/outcomes/distributions.ts') return true;
			if (seen.has(path) || path.includes('/paraglide/')) return false;
			seen.add(path);
			return (graph.get(path) ?? []).some(({ target }) => reaches(target, seen));
		};
		const inBrowser = files.filter(({ path }) => path.endsWith('.svelte') || placeOf(path)?.shelf === 'ui');
		expect(inBrowser.length).toBeGreaterThan(0);
		expect(inBrowser.filter(({ path }) => reaches(path, new Set())).map(({ path }) => path)).toEqual([]);
	});

	it('has no cycles', () => {
		const graph = new Map(files.map((file) => [file.path, file.imports.filter(({ isType }) => !isType)]));
		const done = new Set<string>();
		const cycles: string[] = [];
		const visit = (path: string, trail: readonly string[]): void => {
			if (trail.includes(path)) {
				cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
				return;
			}
			if (done.has(path)) return;
			for (const { target } of graph.get(path) ?? []) visit(target, [...trail, path]);
			done.add(path);
		};
		for (const path of graph.keys()) visit(path, []);
		expect(cycles).toEqual([]);
	});

	it('has no drawers and no barrels', () => {
		const drawers = files.filter((file) => /\/(utils?|helpers?|common|misc)(\/|\.)/.test(file.path));
		const barrels = files.filter(
			(file) => /\/index\.ts$/.test(file.path) && !file.path.includes('service-worker')
		);
		expect([...drawers, ...barrels].map((file) => file.path)).toEqual([]);
	});

	it('reads settings in one place', () => {
		const found = files.filter((file) => /process\.env/.test(file.text)).map((file) => file.path);
		expect(found).toEqual(['src/hooks.server.ts']);
	});

	it('never puts unchecked html on a page', () => {
		expect(files.filter((file) => /\{@html/.test(file.text)).map((file) => file.path)).toEqual([]);
	});
});
