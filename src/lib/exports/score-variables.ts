/** The columns that an instrument's scales become: the score, why there is none, and what the score is called. */
import type { Instrument, Scale } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NoScoreReason } from '#lib/scoring/score.ts';
import type { FileLanguage } from './export-order.ts';
import { findCommonPrefix, toVariableName } from './variable-name.ts';
import type { Variable } from './variable.ts';

/** The whole scale is `audit_summa`; a part has its own name after the instrument's, once. */
export function nameScale(prefix: string, scale: string): string {
	if (scale === 'total') return `${prefix}_summa`;
	const name = toVariableName(scale);
	return name.startsWith(prefix) ? name : `${prefix}_${name}`;
}

/** What the instrument's variables begin with: what its questions have in common, or its own id. */
export function prefixOf(instrument: Pick<Instrument, 'id' | 'items'>): string {
	const names = instrument.items.map(({ name }) => name);
	return toVariableName(findCommonPrefix(names) ?? instrument.id.replaceAll('-', ''));
}

const reasonCodes: Readonly<Record<NoScoreReason, number>> = {
	'missing-items': 1,
	'invalid-answer': 2,
	'no-scored-items': 3
};

/** Three variables per scale, or two where the scale has no bands; then whether the form is complete. */
export function listScoreVariables(instrument: Instrument, language: FileLanguage): Variable[] {
	const prefix = prefixOf(instrument);
	const scales = instrument.scales.flatMap((scale) => toVariables(scale, prefix, language));
	return [...scales, completeVariable(prefix, language)];
}

function toVariables(scale: Scale, prefix: string, language: FileLanguage): Variable[] {
	const locale = { locale: language };
	const name = nameScale(prefix, scale.name);
	const title = textIn(scale.title, language) ?? scale.name;
	const common = {
		width: null,
		wording: null,
		source: scale.source,
		hasMissingCodes: false,
		valueLabels: []
	} as const;
	const score: Variable = {
		...common,
		name,
		kind: 'number',
		decimals: hasWholeScores(scale) ? 0 : 4,
		label: m.exports_var_score({ scale: title }, locale),
		range: [scale.lowest, scale.highest],
		read: ({ scores }) => scores.scales[scale.name]?.score ?? null
	};
	const reason: Variable = {
		...common,
		name: `${name}_saknas`,
		kind: 'number',
		decimals: 0,
		label: m.exports_var_score_missing({ scale: title }, locale),
		valueLabels: [
			{ code: 1, label: m.exports_reason_missing_items({}, locale) },
			{ code: 2, label: m.exports_reason_invalid_answer({}, locale) },
			{ code: 3, label: m.exports_reason_no_scored_items({}, locale) }
		],
		range: null,
		read: ({ scores }) => {
			const why = scores.scales[scale.name]?.reason ?? null;
			return why === null ? null : reasonCodes[why];
		}
	};
	const set = scale.bandSets.find(({ isDefault }) => isDefault) ?? onlyOne(scale.bandSets);
	if (!set) return [score, reason];
	const band: Variable = {
		...common,
		name: `${name}_grans`,
		kind: 'text',
		decimals: 0,
		label: m.exports_var_band({ scale: title, set: textIn(set.title, language) ?? set.id }, locale),
		source: set.source,
		range: null,
		read: ({ scores }) =>
			scores.scales[scale.name]?.bands.find((applied) => applied.set === set.id)?.label ?? null
	};
	return [score, reason, band];
}

/** Sums of whole points are whole, unless they are worked out from the answered ones and left unrounded. */
function hasWholeScores({ aggregate, missing, rounding, weights }: Scale): boolean {
	if (rounding !== 'none') return true;
	return aggregate === 'sum' && missing.kind === 'no-score' && [...weights.values()].every(Number.isInteger);
}

const onlyOne = <T>(values: readonly T[]): T | undefined => (values.length === 1 ? values[0] : undefined);

/** REDCap's convention: 2 is complete, 0 is not. Questions that the form skips by itself are no gaps. */
function completeVariable(prefix: string, language: FileLanguage): Variable {
	const locale = { locale: language };
	return {
		name: `${prefix}_complete`,
		kind: 'number',
		decimals: 0,
		width: null,
		label: m.exports_var_complete({}, locale),
		wording: null,
		valueLabels: [
			{ code: 0, label: m.exports_complete_0({}, locale) },
			{ code: 2, label: m.exports_complete_2({}, locale) }
		],
		hasMissingCodes: false,
		source: 'REDCap',
		range: null,
		read: ({ statuses }) => ([...statuses.values()].includes('skipped') ? 0 : 2)
	};
}
