/** The scales of an instrument and every source's limits, in words. */
import type { Band, BandSet, Instrument, Scale } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import type { LimitSet, ScaleDescription } from '#lib/instruments/ui/scale-description.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal } from '#lib/shared/decimal.ts';
import { evidenceLabel } from '../../../labels.ts';
import { capitalise, pointsText } from '../../../number-words.ts';
import { personWords } from '../../../person-words.ts';

export function describeScales(instrument: Instrument, language: 'sv' | 'en'): ScaleDescription[] {
	const numbers = new Map(instrument.items.map(({ name, number }) => [name, number]));
	return instrument.scales.map((scale) => ({
		name: scale.name,
		title: textIn(scale.title, language) ?? scale.name,
		items: scale.items.map((item) => numbers.get(item) ?? item).join(', '),
		range: `${pointsText(scale.lowest)}–${pointsText(scale.highest)}`,
		direction:
			scale.direction === 'lower-better'
				? m.staff_instrument_direction_lower()
				: m.staff_instrument_direction_higher(),
		missing:
			scale.missing.kind === 'prorate'
				? m.staff_instrument_scale_missing_prorate({ max: scale.missing.maxMissing })
				: m.staff_instrument_scale_missing_none(),
		change: describeChangeParameters(scale, language),
		limits: scale.bandSets.map((set) => describeBandSet(set, scale, language))
	}));
}

function describeBandSet(set: BandSet, scale: Scale, language: 'sv' | 'en'): LimitSet {
	const persons = [...new Set(set.bands.map((band) => capitalise(personWords(band))))];
	const labels = [...new Set(set.bands.map((band) => textIn(band.label, language) ?? ''))];
	return {
		key: set.id,
		source: textIn(set.title, language) ?? set.source,
		tags: set.source,
		evidence: evidenceLabel(set.evidence),
		isDefault: set.isDefault,
		persons,
		bands: labels.map((label) => ({
			label: capitalise(label),
			points: persons.map((person) => {
				const band = set.bands.find(
					(candidate) =>
						textIn(candidate.label, language) === label && capitalise(personWords(candidate)) === person
				);
				return band ? pointsOf(band, set, scale) : '–';
			})
		}))
	};
}

function pointsOf(band: Band, set: BandSet, scale: Scale): string {
	if (set.kind === 'cut-off' && band.to >= scale.highest) {
		return m.staff_instrument_band_points_from({ from: pointsText(band.from) });
	}
	return `${pointsText(band.from)}–${pointsText(band.to)}`;
}

function describeChangeParameters({ change }: Scale, language: 'sv' | 'en'): string | null {
	if (!change) return null;
	return m.staff_instrument_change_known({
		sd: formatDecimal(change.standardDeviation, 2, language),
		reliability: formatDecimal(change.reliability, 2, language),
		kind: change.reliabilityKind,
		group: change.group,
		source: change.source
	});
}
