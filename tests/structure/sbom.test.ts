/**
 * What the program is built of: every package from one registry and with a hash, and the list that is made with each build
 * (CycloneDX 1.5). Which registry that is depends on where the lock file was made; there is only one.
 */
import { mkdirSync, mkdtempSync, copyFileSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sbomName, writeSbom } from '../../bin/write-sbom.ts';
import { root } from './source-files.ts';

interface LockedPackage {
	readonly version?: string;
	readonly resolved?: string;
	readonly integrity?: string;
	readonly link?: boolean;
	readonly inBundle?: boolean;
}
interface Component {
	readonly name: string;
	readonly version: string;
	readonly purl: string;
	readonly licenses?: readonly { license?: { id?: string; name?: string }; expression?: string }[];
	readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
	readonly packages: Readonly<Record<string, LockedPackage>>;
};
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('what the program is built of', () => {
	it('comes from one registry, by name, with a hash', () => {
		const own = locked.filter(([, { inBundle }]) => !inBundle);
		expect(own.length).toBeGreaterThan(100);
		expect(own.filter(([, { link }]) => link)).toEqual([]);
		expect(
			own.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)
		).toEqual([]);
		const addresses = own.flatMap(([, { resolved }]) => (resolved ? [new URL(resolved)] : []));
		expect(new Set(addresses.map(({ origin }) => origin)).size).toBeLessThanOrEqual(1);
		expect(addresses.filter(({ protocol }) => protocol !== 'https:')).toEqual([]);
		// The file at the address is the package of that name: nothing has been put in another's place.
		const elsewhere = own.filter(([path, { resolved }]) => {
			const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
			return resolved && !decodeURIComponent(new URL(resolved).pathname).includes(`/${name}/-/`);
		});
		expect(elsewhere.map(([path]) => path)).toEqual([]);
	});

	it(
		'lists every package of the lock file with version, address, licence and hash',
		{ timeout: 60_000 },
		() => {
			const place = mkdtempSync(join(tmpdir(), 'genklang-sbom-'));
			try {
				for (const file of ['package.json', 'package-lock.json'])
					copyFileSync(join(root, file), join(place, file));
				mkdirSync(join(place, 'build'));
				// As on a clean machine: nothing is installed, and nothing is fetched.
				expect(writeSbom(place)).toBe(true);
				const sbom = JSON.parse(readFileSync(join(place, 'build', sbomName), 'utf8')) as {
					readonly bomFormat: string;
					readonly specVersion: string;
					readonly serialNumber: string;
					readonly version: number;
					readonly metadata: { readonly component: Component };
					readonly components: readonly Component[];
				};
				expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
				expect(sbom.serialNumber).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
				expect(sbom.metadata.component).toMatchObject({
					name: 'genklang',
					licenses: [{ license: { id: 'EUPL-1.2' } }]
				});
				const named = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
				const missing = locked
					.map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`)
					.filter((name) => !named.has(name));
				expect(missing).toEqual([]);
				for (const { purl, name, hashes } of sbom.components) {
					expect(purl, name).toMatch(/^pkg:npm\//);
					expect(hashes?.[0]?.alg, name).toBe('SHA-512');
				}
				const unlicensed = sbom.components
					.filter(({ licenses }) => !licenses?.length)
					.map(({ name }) => name);
				expect(unlicensed.sort()).toEqual(withoutLicence);
			} finally {
				rmSync(place, { recursive: true, force: true });
			}
		}
	);
});

/**
 * Packages that do not say their licence in their package.json. Two are tools of the build and MIT in their repository;
 * png-js, which pdfkit brings, is MIT by its LICENSE file.
 */
const withoutLicence = ['@inlang/plugin-message-format', 'png-js', 'sqlite-wasm-kysely'];
