/** The instruments a caseworker can choose between, those already used in the case first. */
import type { InstrumentChoice } from '#lib/instruments/ui/instrument-choice.ts';
import type { AdministrationMode, Instrument } from '#lib/instruments/instrument.ts';
import { mayAdminister, type AdministrationRefusal, type Permit } from '#lib/instruments/rights.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { respondentsLabel } from '../../../labels.ts';

interface Input {
	readonly instruments: readonly Instrument[];
	readonly permits: readonly Permit[];
	readonly mode: AdministrationMode;
	readonly usedIds: ReadonlySet<string>;
	/** Where choosing one leads, without the instrument. */
	readonly here: string;
	readonly language: 'sv' | 'en';
}

export function toInstrumentChoices({
	instruments,
	permits,
	mode,
	usedIds,
	here,
	language
}: Input): InstrumentChoice[] {
	const choices = instruments.map((instrument): InstrumentChoice => {
		const given = mayAdminister(instrument, mode, permits);
		const { minutes } = instrument;
		return {
			id: instrument.id,
			title: textIn(instrument.shortTitle, language) ?? instrument.id,
			purpose: textIn(instrument.purpose, language) ?? '',
			who: respondentsLabel(instrument.respondents),
			minutes: minutes === null ? null : m.staff_send_minutes({ minutes }),
			isUsed: usedIds.has(instrument.id),
			href: given.ok ? `${here}?instrument=${instrument.id}` : null,
			closedBecause: given.ok ? null : closedWords[given.problem]()
		};
	});
	const rank = (choice: InstrumentChoice) => (choice.isUsed ? 0 : choice.href === null ? 2 : 1);
	return choices.sort((one, other) => rank(one) - rank(other) || one.title.localeCompare(other.title, 'sv'));
}

const closedWords: Record<AdministrationRefusal, () => string> = {
	'permit-required': m.staff_send_closed_permit,
	'wording-missing': m.staff_send_closed_wording
};
