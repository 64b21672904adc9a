import { findDuplicates } from './find-duplicates.ts';
import type { InstrumentFile } from './instrument-file.ts';
import type { Band, BandSet, Scale, ScoredItem, Sex } from './instrument.ts';
import type { Complaint } from './lint-finding.ts';
import { hasWholeScores } from './scale-range.ts';

interface PlacedBand {
	readonly band: Band;
	readonly index: number;
}

interface ScaleEnds {
	readonly name: string;
	readonly lowest: number;
	readonly highest: number;
	readonly isWhole: boolean;
}

/** Band sets with bands outside the scale, gaps or overlaps: for each sex, and for each age the set tells apart. */
export function lintBands(
	file: InstrumentFile,
	scales: readonly Scale[],
	items: readonly ScoredItem[]
): Complaint[] {
	return scales.flatMap((scale, scaleIndex) => {
		const own = items.filter((item) => scale.items.includes(item.name));
		const isWhole = hasWholeScores({ ...scale, isProrated: scale.missing.kind === 'prorate' }, own);
		const ends = { name: scale.name, lowest: scale.lowest, highest: scale.highest, isWhole };
		const path = ['scales', scaleIndex, 'bandSets'];
		return [
			...lintSetNames(file.scales[scaleIndex]?.bandSets ?? [], scale.bandSets),
			...scale.bandSets.flatMap((set, setIndex) => at([setIndex], lintSet(set, ends)))
		].map((complaint) => ({ ...complaint, path: [...path, ...complaint.path] }));
	});
}

function at(path: (string | number)[], complaints: Complaint[]): Complaint[] {
	return complaints.map((complaint) => ({ ...complaint, path: [...path, ...complaint.path] }));
}

function lintSetNames(files: readonly { id?: string | undefined }[], sets: readonly BandSet[]): Complaint[] {
	const defaults = sets.flatMap((set, index) => (set.isDefault ? [index] : []));
	return [
		...findDuplicates(sets.map(({ id }) => id)).map(({ index, value }) => ({
			path: files[index]?.id === undefined ? [index] : [index, 'id'],
			rule: 'band-set-duplicate',
			message: `Två indelningar heter "${value}". Ge den ena ett eget id.`
		})),
		...defaults.slice(1).map((index) => ({
			path: [index, 'isDefault'],
			rule: 'band-set-default-duplicate',
			message: 'Bara en indelning per skala kan vara den som används i klientens resultat.'
		}))
	];
}

function lintSet(set: BandSet, scale: ScaleEnds): Complaint[] {
	const own = set.bands.flatMap((band, index) => at(['bands', index], lintBand(band, scale)));
	if (own.length > 0) return own;
	const found = listStrata(set).flatMap((stratum) => lintStratum(set, scale, stratum));
	const seen = new Set<string>();
	return found.filter((complaint) => {
		const key = `${complaint.path.join('/')} ${complaint.rule}`;
		return seen.has(key) ? false : seen.add(key);
	});
}

function lintBand(band: Band, scale: ScaleEnds): Complaint[] {
	const found: Complaint[] = [];
	if (band.from > band.to) {
		const message = `Intervallet går från ${band.from} till ${band.to}. Det första talet ska vara det lägre.`;
		found.push({ path: ['from'], rule: 'band-backwards', message });
	}
	if (band.from < scale.lowest || band.to > scale.highest) {
		const key = band.from < scale.lowest ? 'from' : 'to';
		const message = `Intervallet ${band.from}–${band.to} går utanför skalan "${scale.name}" (${scale.lowest}–${scale.highest}).`;
		found.push({ path: [key], rule: 'band-outside-scale', message });
	}
	if (scale.isWhole && !(Number.isInteger(band.from) && Number.isInteger(band.to))) {
		const message = `Skalan "${scale.name}" ger bara hela poäng. Skriv intervallet ${band.from}–${band.to} med heltal.`;
		found.push({ path: [], rule: 'band-not-whole', message });
	}
	if (band.ageMin !== null && band.ageMax !== null && band.ageMin > band.ageMax) {
		const message = `Åldern går från ${band.ageMin} till ${band.ageMax}. Det första talet ska vara det lägre.`;
		found.push({ path: ['ageMin'], rule: 'band-backwards', message });
	}
	return found;
}

interface Stratum {
	readonly sex: Sex;
	readonly age: number;
	readonly name: string;
	readonly bands: readonly PlacedBand[];
	/** True when a younger and an older age have bands but this one has none. */
	readonly isHole: boolean;
	/** True when the set has bands for this sex at some age. */
	readonly hasSex: boolean;
}

/** Each sex at each age where the set changes. */
function listStrata(set: BandSet): Stratum[] {
	const placed = set.bands.map((band, index) => ({ band, index }));
	const starts = placed.flatMap(({ band }) => [band.ageMin ?? 0, band.ageMax === null ? 0 : band.ageMax + 1]);
	const ages = [...new Set([0, ...starts])].sort((a, b) => a - b);
	return (['female', 'male'] as const).flatMap((sex) => {
		const ofSex = placed.filter(({ band }) => band.sex === null || band.sex === sex);
		const groups = ages.map((age) => ofSex.filter(({ band }) => fitsAge(band, age)));
		const first = groups.findIndex((group) => group.length > 0);
		const last = groups.findLastIndex((group) => group.length > 0);
		return ages.map((age, index) => ({
			sex,
			age,
			name: `${sex === 'female' ? 'kvinnor' : 'män'}${ages.length > 1 ? `, ${age} år` : ''}`,
			bands: groups[index] ?? [],
			isHole: groups[index]?.length === 0 && index > first && index < last,
			hasSex: ofSex.length > 0
		}));
	});
}

function fitsAge(band: Band, age: number): boolean {
	return age >= (band.ageMin ?? 0) && age <= (band.ageMax ?? Infinity);
}

function lintStratum(set: BandSet, scale: ScaleEnds, stratum: Stratum): Complaint[] {
	if (stratum.isHole || (!stratum.hasSex && set.kind === 'bands')) {
		const message = `Indelningen "${set.id}" säger inget om ${stratum.name}. Lägg till intervall eller rätta åldrarna.`;
		return [{ path: ['bands'], rule: 'band-gap', message }];
	}
	const sorted = stratum.bands.toSorted((a, b) => a.band.from - b.band.from || a.band.to - b.band.to);
	const found = sorted.flatMap((next, place): Complaint[] => {
		const before = sorted[place - 1];
		return before ? lintNeighbours(before, next, set, scale, stratum) : [];
	});
	const [first, last] = [sorted[0], sorted.at(-1)];
	if (set.kind === 'cut-off' || !first || !last) return found;
	if (first.band.from > scale.lowest) found.push(gap(first, scale.lowest, first.band.from, stratum, 'from'));
	if (last.band.to < scale.highest) found.push(gap(last, last.band.to, scale.highest, stratum, 'to'));
	return found;
}

function lintNeighbours(
	before: PlacedBand,
	next: PlacedBand,
	set: BandSet,
	scale: ScaleEnds,
	stratum: Stratum
): Complaint[] {
	const isOverlapping = scale.isWhole ? next.band.from <= before.band.to : next.band.from < before.band.to;
	if (isOverlapping) {
		const message = `Intervallen ${before.band.from}–${before.band.to} och ${next.band.from}–${next.band.to} överlappar (${stratum.name}).`;
		return [{ path: ['bands', next.index], rule: 'band-overlap', message }];
	}
	const step = scale.isWhole ? 1 : 0;
	if (set.kind === 'cut-off' || next.band.from <= before.band.to + step) return [];
	return [gap(next, before.band.to, next.band.from, stratum, 'from')];
}

function gap(
	{ index }: PlacedBand,
	from: number,
	to: number,
	stratum: Stratum,
	key: 'from' | 'to'
): Complaint {
	const message = `Mellan ${from} och ${to} poäng saknas intervall (${stratum.name}). Intervallen ska täcka hela skalan.`;
	return { path: ['bands', index, key], rule: 'band-gap', message };
}
