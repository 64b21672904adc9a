/** What the charts of a report need to be told, and the numbers and notes that they share. */
import type { CountedShare } from '#lib/outcomes/change-shares.ts';
import { hiddenSymbols, type Shown } from '#lib/outcomes/disclosure/shown.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal, type NumberLanguage } from '#lib/shared/decimal.ts';
import { countText } from '#lib/shared/ui/count-text.ts';
import type { ReportPeriod } from '../figure-footing.ts';
import type { ReportQuestion } from '../report-questions.ts';
import type { CodeLabels } from './report-words.ts';

export interface ChartContext {
	readonly question: ReportQuestion;
	readonly period: ReportPeriod;
	/** The form's name and version; null when the figure is from none. */
	readonly instrument: { readonly name: string; readonly version: string } | null;
	/** The scale's name. */
	readonly scale: string;
	readonly labels: CodeLabels;
	readonly titles: Readonly<Record<string, string>>;
	readonly language: NumberLanguage;
}

export const secret = hiddenSymbols.secret;

export const hiddenCell = { kind: 'hidden', symbol: secret } as const;

export function percent(share: number, language: NumberLanguage): string {
	return m.report_percent({ share: formatDecimal(100 * share, 0, language) });
}

/** Per cent and count; the count alone where the group is too small for a share. */
export function cellText(cell: Shown<CountedShare>, language: NumberLanguage): string {
	if (cell.kind === 'hidden') return cell.symbol;
	const { count, share } = cell.value;
	if (share === null) return countText(count);
	return m.report_percent_count({ share: formatDecimal(100 * share, 0, language), count: countText(count) });
}

/** The same with its 95 % Wilson interval. */
export function intervalText(cell: Shown<CountedShare>, language: NumberLanguage): string {
	if (cell.kind === 'hidden' || !cell.value.interval || cell.value.share === null) {
		return cellText(cell, language);
	}
	const { low, high } = cell.value.interval;
	return m.report_share_interval({
		share: cellText(cell, language),
		low: formatDecimal(100 * low, 0, language),
		high: formatDecimal(100 * high, 0, language)
	});
}

export const shareOf = (cell: Shown<CountedShare> | undefined): number | null =>
	cell?.kind === 'shown' ? cell.value.share : null;
export const numberText = (value: Shown<number>): string =>
	value.kind === 'shown' ? String(value.value) : value.symbol;
export const points = (value: number | null, language: NumberLanguage): string =>
	value === null ? '–' : formatDecimal(value, 1, language);
/** With a sign also where it is more than nought. */
export const signed = (value: number | null, decimals: number, language: NumberLanguage): string =>
	value === null ? '–' : `${value > 0 ? '+' : ''}${formatDecimal(value, decimals, language)}`;

/** What stands under every figure. */
export function noteOf(parts: readonly string[], { period, instrument }: ChartContext): string {
	return [
		...parts,
		m.report_note_period({ from: period.from, to: period.to }),
		...(instrument
			? [m.report_note_instrument({ instrument: instrument.name, version: instrument.version })]
			: []),
		m.report_not_an_effect()
	].join(' ');
}
