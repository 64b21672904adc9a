/** What there is to choose among when a survey is planned. */
import { mayAdminister, type Permit } from '#lib/instruments/rights.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { purposes } from '#lib/surveys/survey.ts';
import type { Choice } from '../../choices.ts';
import { purposeLabel } from '../../labels.ts';

export interface SurveyChoices {
	readonly providers: readonly Choice[];
	readonly purposes: readonly Choice[];
	readonly instruments: readonly Choice[];
}

/** Instruments that may be given by link and are not for staff. */
export function toSurveyChoices(
	instruments: readonly Instrument[],
	permits: readonly Permit[],
	providers: readonly { readonly id: string; readonly name: string }[],
	locale: 'sv' | 'en'
): SurveyChoices {
	return {
		providers: providers.map(({ id, name }) => ({ value: id, label: name })),
		purposes: purposes.map((purpose) => ({ value: purpose, label: purposeLabel(purpose) })),
		instruments: instruments
			.filter(
				(instrument) =>
					mayAdminister(instrument, 'link', permits).ok && !instrument.respondents.includes('staff')
			)
			.map(({ id, title }) => ({ value: id, label: textIn(title, locale) ?? id }))
	};
}
