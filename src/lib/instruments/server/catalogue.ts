import { join } from 'node:path';
import { compareVersions } from '#lib/instruments/compare-versions.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { LintFinding } from '#lib/instruments/lint-finding.ts';
import { joinInstruments, type AskedInstrument } from '#lib/instruments/sitting.ts';
import { listInstrumentFolders } from './list-instrument-folders.ts';
import { loadInstrument } from './load-instrument.ts';

/** All instruments that can be used, compiled once, and what is wrong with those that cannot. */
export interface Catalogue {
	/** Newest version first. */
	readonly versionsById: ReadonlyMap<string, readonly Instrument[]>;
	readonly findings: readonly LintFinding[];
}

/**
 * Loads every `<directory>/<id>/<version>/`. An instrument with findings is left out; the others load all the same.
 * The same id and version in a later directory is left out, with a finding: a text once answered never changes.
 */
export function loadCatalogue(directories: readonly string[]): Catalogue {
	const versionsById = new Map<string, Instrument[]>();
	const findings: LintFinding[] = [];
	for (const folder of directories.flatMap((directory) => listFolders(directory, findings))) {
		const loaded = loadInstrument(folder);
		if (!loaded.ok) {
			findings.push(...loaded.problem);
			continue;
		}
		const instrument = loaded.value;
		const versions = versionsById.get(instrument.id) ?? [];
		if (versions.some(({ version }) => version === instrument.version)) {
			const message = `${instrument.id} ${instrument.version} finns redan i en annan mapp. Ge den ett nytt versionsnummer.`;
			const file = join(folder, 'instrument.json');
			findings.push({ file, pointer: '/version', rule: 'instrument-duplicate', message });
			continue;
		}
		versionsById.set(instrument.id, [...versions, instrument].sort(newestFirst));
	}
	return { versionsById, findings };
}

/** The instrument in the given version, or the newest; null when there is none. */
export function findInstrument(catalogue: Catalogue, id: string, version?: string): Instrument | null {
	const versions = catalogue.versionsById.get(id) ?? [];
	if (version === undefined) return versions[0] ?? null;
	return versions.find((instrument) => instrument.version === version) ?? null;
}

/** The forms of one sitting, and all of them as one instrument. */
export interface Sitting {
	readonly forms: readonly Instrument[];
	readonly joined: Instrument;
}

/** The forms in the versions that are asked; null when one of them is not in the catalogue. */
export function findSitting(catalogue: Catalogue, asked: readonly AskedInstrument[]): Sitting | null {
	const forms = asked.flatMap(({ id, version }) => findInstrument(catalogue, id, version) ?? []);
	return forms.length === asked.length && forms.length > 0 ? { forms, joined: joinInstruments(forms) } : null;
}

/** The newest version of every instrument, by id. */
export function listInstruments(catalogue: Catalogue): Instrument[] {
	return [...catalogue.versionsById.values()]
		.flatMap((versions) => versions.slice(0, 1))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function newestFirst(a: Instrument, b: Instrument): number {
	return compareVersions(b.version, a.version);
}

function listFolders(directory: string, findings: LintFinding[]): string[] {
	const folders = listInstrumentFolders(directory);
	if (folders !== null) return folders;
	const message = 'Mappen finns inte eller går inte att läsa.';
	findings.push({ file: directory, pointer: '', rule: 'directory-missing', message });
	return [];
}
