/** The scales of an instrument and every source's limits, in words. */
import type { Band, BandSet, Instrument, Scale } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import type { ScaleDescription } from '#lib/instruments/ui/scale-description.ts';
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
		limits: scale.bandSets.flatMap((set) => describeBandSet(set, scale, language))
	}));
}

function describeBandSet(set: BandSet, scale: Scale, language: 'sv' | 'en'): ScaleDescription['limits'] {
	const source = textIn(set.title, language) ?? set.source;
	return set.bands.map((band) => ({
		key: `${set.id} ${band.from} ${band.to} ${band.sex} ${band.ageMin} ${band.ageMax}`,
		source,
		evidence: evidenceLabel(set.evidence),
		isDefault: set.isDefault,
		person: capitalise(personWords(band)),
		label: capitalise(textIn(band.label, language) ?? ''),
		points: pointsOf(band, set, scale)
	}));
}

function pointsOf(band: Band, set: BandSet, scale: Scale): string {
	if (set.kind === 'cut-off' && band.to >= scale.highest) {
		return m.staff_instrument_band_points_from({ from: pointsText(band.from) });
	}
	return `${pointsText(band.from)}–${pointsText(band.to)}`;
}

function describeChangeParameters({ change }: Scale, language: 'sv' | 'en'): string {
	if (!change) return m.staff_instrument_change_unknown();
	return m.staff_instrument_change_known({
		sd: formatDecimal(change.standardDeviation, 2, language),
		reliability: formatDecimal(change.reliability, 2, language),
		kind: change.reliabilityKind,
		group: change.group,
		source: change.source
	});
}
