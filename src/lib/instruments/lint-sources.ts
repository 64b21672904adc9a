import { findDuplicates } from './find-duplicates.ts';
import type { InstrumentFile } from './instrument-file.ts';
import type { Complaint } from './lint-finding.ts';
import { listSourceIds } from './source-ids.ts';

/** Sources declared twice, and every `source` anywhere in the file that names one that is not declared. */
export function lintSources(file: InstrumentFile): Complaint[] {
	const declared = new Set(file.sources.map(({ id }) => id));
	const { sources, ...rest } = file;
	return [
		...findDuplicates(sources.map(({ id }) => id)).map(({ index, value }) => ({
			path: ['sources', index, 'id'],
			rule: 'source-duplicate',
			message: `Källan "${value}" står två gånger. Ta bort den ena.`
		})),
		...sources.flatMap(({ id }, index): Complaint[] => {
			if (!id.includes(',')) return [];
			const message = `Källans id "${id}" innehåller ett komma, som skiljer källor åt. Byt id.`;
			return [{ path: ['sources', index, 'id'], rule: 'source-id-comma', message }];
		}),
		...listSourceFields(rest, []).flatMap(({ path, text }) => lintSourceField(text, declared, path))
	];
}

/** A complaint for each id in a source field that is not declared in `sources`. */
export function lintSourceField(
	text: string,
	declared: ReadonlySet<string>,
	path: readonly (string | number)[]
): Complaint[] {
	return listSourceIds(text)
		.filter((id) => !declared.has(id))
		.map((id) => ({
			path,
			rule: 'source-undeclared',
			message: `Källan "${id}" finns inte i sources i instrument.json. Lägg till den eller rätta stavningen.`
		}));
}

function listSourceFields(
	value: unknown,
	path: readonly (string | number)[]
): { path: readonly (string | number)[]; text: string }[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const innerPath = [...path, Array.isArray(value) ? Number(key) : key];
		if (key === 'source' && typeof inner === 'string') return [{ path: innerPath, text: inner }];
		return listSourceFields(inner, innerPath);
	});
}
