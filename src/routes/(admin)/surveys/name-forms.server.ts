/** What a survey's forms are called to staff. */
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import type { AskedInstrument } from '#lib/instruments/sitting.ts';
import { textIn } from '#lib/instruments/text-in.ts';

/** Their short names, in order; the id of one that is not here. */
export function nameForms({ context, locale }: App.Locals, asked: readonly AskedInstrument[]): string[] {
	return asked.map(({ id, version }) => {
		const instrument = findInstrument(context.catalogue, id, version);
		return textIn(instrument?.shortTitle ?? null, locale) ?? id;
	});
}
