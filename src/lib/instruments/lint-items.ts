import { findDuplicates } from './find-duplicates.ts';
import type { InstrumentFile } from './instrument-file.ts';
import type { ItemOption, ItemPlace } from './item-options.ts';
import type { Complaint } from './lint-finding.ts';

type ItemFile = InstrumentFile['items'][number];
type Places = ReadonlyMap<string, ItemPlace>;

/** Items that do not exist, are named twice, or whose scores do not match the codes they can be answered with. */
export function lintItems(file: InstrumentFile, places: Places): Complaint[] {
	return [
		...findDuplicates(file.items.map(({ name }) => name)).map(({ index, value }) => ({
			path: ['items', index, 'name'],
			rule: 'item-duplicate',
			message: `Frågan "${value}" står två gånger i items. Ta bort den ena.`
		})),
		...findDuplicates(file.items.map(({ number }) => number)).map(({ index, value }) => ({
			path: ['items', index, 'number'],
			rule: 'item-number-duplicate',
			message: `Numret "${value}" används två gånger. Varje fråga behöver ett eget nummer vid inmatning från papper.`
		})),
		...file.items.flatMap((item, index) => lintItem(item, ['items', index], places.get(item.name)))
	];
}

function lintItem(item: ItemFile, path: (string | number)[], place: ItemPlace | undefined): Complaint[] {
	if (!place) {
		const message = `Frågan "${item.name}" finns inte i survey.json. Rätta namnet (för en matris: "matris.rad").`;
		return [{ path: [...path, 'name'], rule: 'item-unknown', message }];
	}
	if (item.scores === 'none') return [];
	const scoresPath = [...path, 'scores'];
	if (place.options === null) {
		const message = `"${item.name}" besvaras inte med en kod och kan inte ge poäng. Skriv "scores": "none".`;
		return [{ path: scoresPath, rule: 'item-not-scorable', message }];
	}
	const ambiguous = findDuplicates(place.options.map(({ code }) => String(code))).map(({ value }) => ({
		path: scoresPath,
		rule: 'code-ambiguous',
		message: `"${item.name}" har två svarsalternativ med koden ${value}. Ge varje alternativ en egen kod.`
	}));
	const own =
		item.scores === 'code'
			? lintCodesAsScores(item.name, place.options, scoresPath)
			: lintScores(item.name, item.scores, place.options, scoresPath);
	return [...ambiguous, ...own];
}

function lintCodesAsScores(
	name: string,
	options: readonly ItemOption[],
	path: (string | number)[]
): Complaint[] {
	return options
		.filter(({ code, role }) => role === 'answer' && typeof code !== 'number')
		.map(({ code }) => ({
			path,
			rule: 'code-not-a-number',
			message: `Koden "${code}" i "${name}" är inget tal. Skriv poäng per kod i stället för "code".`
		}));
}

function lintScores(
	name: string,
	scores: Readonly<Record<string, number | null>>,
	options: readonly ItemOption[],
	path: (string | number)[]
): Complaint[] {
	const codes = new Set(options.map(({ code }) => String(code)));
	const unknown = Object.keys(scores)
		.filter((code) => !codes.has(code))
		.map((code) => ({
			path: [...path, code],
			rule: 'score-code-unknown',
			message: `"${name}" har inget svarsalternativ med koden ${code}. Ta bort poängen eller rätta koden.`
		}));
	const unscored = options
		.filter(({ code, role }) => role === 'answer' && !Object.hasOwn(scores, String(code)))
		.map(({ code }) => ({
			path,
			rule: 'option-without-score',
			message: `Koden ${code} i "${name}" saknar poäng. Ange poängen, eller null för ett svar utan poäng.`
		}));
	return [...unknown, ...unscored];
}
