import type { ExportFormat, ExportGround, ExportState } from '#lib/exports/export-order.ts';
import type { ExportChoice } from '#lib/exports/server/reads/list-export-choices.ts';
import { m } from '#lib/paraglide/messages.js';

export const formatWords: Readonly<Record<ExportFormat, () => string>> = {
	'csv-swedish': m.exports_format_csv_swedish,
	csv: m.exports_format_csv,
	xlsx: m.exports_format_xlsx,
	spss: m.exports_format_spss,
	json: m.exports_format_json,
	fhir: m.exports_format_fhir
};

export const groundWords: Readonly<Record<ExportGround, () => string>> = {
	'own-follow-up': m.exports_ground_own_follow_up,
	'disclosure-decision': m.exports_ground_disclosure_decision
};

export const stateWords: Readonly<
	Record<
		ExportState,
		{ readonly word: () => string; readonly kind: 'neutral' | 'accent' | 'success' | 'problem' }
	>
> = {
	waiting: { word: m.exports_state_waiting, kind: 'neutral' },
	running: { word: m.exports_state_running, kind: 'accent' },
	done: { word: m.exports_state_done, kind: 'success' },
	failed: { word: m.exports_state_failed, kind: 'problem' },
	cancelled: { word: m.exports_state_cancelled, kind: 'neutral' },
	expired: { word: m.exports_state_expired, kind: 'neutral' }
};

/** What a file can contain, in words; the instrument by its title. */
export function sayChoice({ dataSet, instrumentVersion: version }: ExportChoice, instrument: string): string {
	return dataSet === 'case-responses'
		? m.exports_set_option_cases({ instrument, version })
		: m.exports_set_option_survey_anonymous({ instrument, version });
}

/** In a form field: `case-responses:audit:1.0.0`. */
export function writeChoice({ dataSet, instrumentId, instrumentVersion }: ExportChoice): string {
	return [dataSet, instrumentId, instrumentVersion].join(':');
}
