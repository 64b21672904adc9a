import type { Expression } from './expression.ts';
import type { BandSetFile, InstrumentFile, ScaleFile } from './instrument-file.ts';
import type { BandSet, EvidenceMark, Instrument, Scale, ScoredItem, StructuralZero } from './instrument.ts';
import { listItemPlaces } from './item-options.ts';
import { findScoreRange, toScoreByCode } from './item-scores.ts';
import type { Questionnaire } from './questionnaire.ts';
import { findScaleRange } from './scale-range.ts';
import { listSourceIds } from './source-ids.ts';

/** The parts of an instrument that the rest of the build and the linter stand on. */
export interface InstrumentParts {
	readonly file: InstrumentFile;
	readonly questionnaire: Questionnaire;
	/** The conditions of `structuralZeros`, compiled, in the file's order. */
	readonly conditions: readonly Expression[];
	/** `completeIf` of the scales that have one, compiled, by scale name. */
	readonly completeIfs: ReadonlyMap<string, Expression>;
}

/**
 * Puts a parsed `instrument.json` and its compiled questionnaire together. Items and bands are taken as they are
 * written: `lintInstrument` says whether they hold.
 */
export function buildInstrument({
	file,
	questionnaire,
	conditions,
	completeIfs
}: InstrumentParts): Instrument {
	const items = buildItems(file, questionnaire);
	const { class: rightsClass, ...rights } = file.rights;
	return {
		id: file.id,
		version: file.version,
		ruleVersion: file.ruleVersion,
		title: file.title,
		shortTitle: file.shortTitle,
		purpose: file.purpose,
		respondents: file.respondents,
		minutes: file.minutes,
		recall: file.recall,
		standardised: file.standardised,
		sensitive: file.sensitive,
		evidence: file.evidence,
		easyRead: file.easyRead,
		rights: { ...rights, rightsClass },
		items,
		scales: file.scales.map((scale) => ({
			...buildScale(scale, items, file),
			completeIf: completeIfs.get(scale.name) ?? null
		})),
		structuralZeros: file.structuralZeros.flatMap((zero, index): StructuralZero[] => {
			const when = conditions[index];
			return when ? [{ when, items: zero.items, source: zero.source }] : [];
		}),
		risks: file.risks,
		sources: file.sources,
		questionnaire
	};
}

/** The items with the scores of their codes; an item that cannot be scored has none. */
export function buildItems(file: InstrumentFile, questionnaire: Questionnaire): ScoredItem[] {
	const places = listItemPlaces(questionnaire);
	return file.items.map((item) => {
		const scoreByCode = toScoreByCode(item.scores, places.get(item.name)?.options ?? []);
		return {
			name: item.name,
			number: item.number,
			scoreByCode,
			...findScoreRange(scoreByCode),
			recallDays: item.recallDays,
			isExperience: item.experience
		};
	});
}

/** The scale with its ends computed and what was left out filled in, but for its compiled `completeIf`. */
export function buildScale(scale: ScaleFile, items: readonly ScoredItem[], file: InstrumentFile): Scale {
	const weights = new Map(Object.entries(scale.weights));
	const own = items.filter((item) => scale.items.includes(item.name));
	const range = findScaleRange({ aggregate: scale.aggregate, weights }, own);
	return {
		name: scale.name,
		title: scale.title,
		items: scale.items,
		reversed: scale.reversed,
		weights,
		aggregate: scale.aggregate,
		missing: scale.missing === 'no-score' ? { kind: 'no-score' } : { kind: 'prorate', ...scale.missing },
		completeIf: null,
		rounding: scale.rounding,
		direction: scale.direction,
		...range,
		bandSets: scale.bandSets.map((set) => buildBandSet(set, range, file)),
		change: scale.change,
		source: scale.source
	};
}

function buildBandSet(
	set: BandSetFile,
	range: { lowest: number; highest: number },
	file: InstrumentFile
): BandSet {
	return {
		id: set.id ?? set.source,
		source: set.source,
		evidence: set.evidence ?? findEvidence(set.source, file),
		title: set.title,
		kind: set.kind,
		isDefault: set.isDefault,
		bands: set.bands.map((band) => ({
			label: band.label,
			from: band.from ?? range.lowest,
			to: band.to ?? range.highest,
			sex: band.sex,
			ageMin: band.ageMin,
			ageMax: band.ageMax
		}))
	};
}

function findEvidence(sourceIds: string, file: InstrumentFile): EvidenceMark {
	const [first] = listSourceIds(sourceIds);
	return file.sources.find((source) => source.id === first)?.evidence ?? 'REC';
}
