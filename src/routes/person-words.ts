import { m } from '#lib/paraglide/messages.js';
import type { PossibleBand } from '#lib/scoring/score.ts';

/** Whom a limit is for: sex, age, both or everybody. */
export function personWords({
	sex,
	ageMin,
	ageMax
}: Pick<PossibleBand, 'sex' | 'ageMin' | 'ageMax'>): string {
	const sexWords =
		sex === null ? null : sex === 'female' ? m.staff_instrument_band_women() : m.staff_instrument_band_men();
	const words = [sexWords, ageWords(ageMin, ageMax)].filter((word) => word !== null);
	return words.length === 0 ? m.staff_instrument_band_everyone() : words.join(', ');
}

function ageWords(from: number | null, to: number | null): string | null {
	if (from !== null && to !== null) return m.staff_instrument_band_age({ from, to });
	if (from !== null) return m.staff_instrument_band_age_from({ from });
	return to === null ? null : m.staff_instrument_band_age_to({ to });
}
