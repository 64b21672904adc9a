/** What work in the units' cases costs, as rows that may be shown. */
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { discloseEffort } from '#lib/outcomes/disclosure/effort-figures.ts';
import { mapShown, type Shown } from '#lib/outcomes/disclosure/shown.ts';
import { m } from '#lib/paraglide/messages.js';
import { effortFigures } from '#lib/plans/server/reads/effort-figures.ts';
import { formatDecimal } from '#lib/shared/decimal.ts';
import { fetch } from '#lib/shared/server/read.ts';

const kindWords: Readonly<Record<string, (of: { instrument: string }) => string>> = {
	'case-opening': () => m.non_response_kind_case_opening(),
	paper: m.non_response_kind_paper,
	interview: m.non_response_kind_interview
};

export async function openEffort({ context, locale }: App.Locals) {
	const figures = discloseEffort(await fetch(context, effortFigures, {}));
	const nameOf = (id: string | null): string => {
		const instrument = id === null ? null : findInstrument(context.catalogue, id);
		return textIn(instrument?.shortTitle ?? null, locale) ?? id ?? '';
	};
	const text = (value: Shown<number>, decimals: number): string =>
		value.kind === 'shown' ? formatDecimal(value.value, decimals, locale) : value.symbol;
	return figures.map(({ kind, instrumentId, cases, medianSeconds, medianKeystrokes }) => ({
		key: `${kind} ${instrumentId}`,
		kind: kindWords[kind]?.({ instrument: nameOf(instrumentId) }) ?? kind,
		cases: text(cases, 0),
		minutes: text(
			mapShown(medianSeconds, (seconds) => seconds / 60),
			1
		),
		keystrokes: text(medianKeystrokes, 0)
	}));
}
