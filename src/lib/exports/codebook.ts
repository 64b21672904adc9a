/** What every column of a file means, as a table, and what the file is, as facts: the same in every format. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ExportOrder, FileLanguage } from './export-order.ts';
import { missingCodes, type MissingKind } from './missing-codes.ts';
import type { Variable } from './variable.ts';

export interface Fact {
	readonly name: string;
	readonly value: string;
}

export interface Codebook {
	readonly title: string;
	/** The file's own number, which the access log knows, and everything it rests on. */
	readonly facts: readonly Fact[];
	readonly headings: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** What has to be known before the figures are used. */
	readonly notes: readonly string[];
}

export interface CodebookInput {
	readonly order: ExportOrder;
	readonly instrument: Instrument;
	readonly variables: readonly Variable[];
	readonly boardName: string;
	readonly providerName: string | null;
	readonly recipient: string;
	/** `2026-03-02`. */
	readonly madeOn: string;
}

export function makeCodebook(input: CodebookInput): Codebook {
	const { order, instrument, variables } = input;
	const { language } = order;
	const locale = { locale: language };
	const title = textIn(instrument.title, language) ?? instrument.id;
	return {
		title: m.exports_codebook_title({ instrument: title }, locale),
		facts: listFacts(input, title),
		headings: [
			m.exports_codebook_variable({}, locale),
			m.exports_codebook_kind({}, locale),
			m.exports_codebook_label({}, locale),
			m.exports_codebook_wording({}, locale),
			m.exports_codebook_values({}, locale),
			m.exports_codebook_missing({}, locale),
			m.exports_codebook_range({}, locale),
			m.exports_codebook_source({}, locale)
		],
		rows: variables.map((variable) => toRow(variable, language)),
		notes: listNotes(order)
	};
}

function listFacts(input: CodebookInput, title: string): Fact[] {
	const { order, instrument, boardName, providerName, recipient, madeOn } = input;
	const { language } = order;
	const locale = { locale: language };
	const all = m.exports_all({}, locale);
	return [
		{ name: m.exports_fact_board({}, locale), value: boardName },
		{ name: m.exports_fact_number({}, locale), value: order.id },
		{ name: m.exports_fact_made_on({}, locale), value: madeOn },
		{ name: m.exports_fact_data_set({}, locale), value: nameDataSet(order.dataSet, language) },
		{
			name: m.exports_fact_instrument({}, locale),
			value: `${title} (${instrument.id} ${instrument.version})`
		},
		{ name: m.exports_fact_rules({}, locale), value: instrument.ruleVersion },
		{
			name: m.exports_fact_holder({}, locale),
			value: `${instrument.rights.holder}. ${instrument.rights.licence}`
		},
		{
			name: m.exports_fact_period({}, locale),
			value:
				order.fromDay === null && order.toDay === null ? all : `${order.fromDay ?? ''}–${order.toDay ?? ''}`
		},
		{ name: m.exports_fact_provider({}, locale), value: providerName ?? all },
		{ name: m.exports_fact_recipient({}, locale), value: recipient },
		{ name: m.exports_fact_ground({}, locale), value: nameGround(order.ground, language) }
	];
}

/** The data set in words. */
export function nameDataSet(dataSet: ExportOrder['dataSet'], locale: FileLanguage): string {
	return dataSet === 'case-responses'
		? m.exports_set_case_responses({}, { locale })
		: m.exports_set_anonymous_responses({}, { locale });
}

/** The ground in words. */
export function nameGround(ground: ExportOrder['ground'], locale: FileLanguage): string {
	return ground === 'own-follow-up'
		? m.exports_ground_own_follow_up({}, { locale })
		: m.exports_ground_disclosure_decision({}, { locale });
}

const missingWords: Readonly<Record<MissingKind, (locale: FileLanguage) => string>> = {
	skipped: (locale) => m.exports_missing_skipped({}, { locale }),
	'dont-know': (locale) => m.exports_missing_dont_know({}, { locale }),
	declined: (locale) => m.exports_missing_declined({}, { locale }),
	'not-shown': (locale) => m.exports_missing_not_shown({}, { locale }),
	'not-asked': (locale) => m.exports_missing_not_asked({}, { locale })
};

/** The codes for what has no value, lowest first, with their words. */
export function listMissingLabels(
	language: FileLanguage
): { readonly code: number; readonly label: string }[] {
	return Object.entries(missingCodes).map(([kind, code]) => ({
		code,
		label: missingWords[kind as MissingKind](language)
	}));
}

function toRow(variable: Variable, language: FileLanguage): string[] {
	const { name, kind, label, wording, valueLabels, hasMissingCodes, range, source } = variable;
	const locale = { locale: language };
	const kinds = {
		number: m.exports_kind_number({}, locale),
		text: m.exports_kind_text({}, locale),
		day: m.exports_kind_day({}, locale)
	};
	const coded = (values: readonly { readonly code: number | string; readonly label: string }[]): string =>
		values.map((value) => `${value.code} = ${value.label}`).join('; ');
	return [
		name,
		kinds[kind],
		label,
		wording ?? '',
		coded(valueLabels),
		hasMissingCodes ? coded(listMissingLabels(language)) : '',
		range === null ? '' : `${range[0]}–${range[1]}`,
		source ?? ''
	];
}

function listNotes({ dataSet, language }: ExportOrder): string[] {
	const locale = { locale: language };
	const common = [m.exports_note_no_words({}, locale), m.exports_note_change({}, locale)];
	return dataSet === 'case-responses'
		? [m.exports_note_pseudonym({}, locale), m.exports_note_left_out({}, locale), ...common]
		: [m.exports_note_anonymous({}, locale), ...common];
}
