/** Made-up records of files, of instruments that ship with the program. */
import { join } from 'node:path';
import { describeAnswers, type UnansweredMarks } from '#lib/collection/unanswered.ts';
import type { ExportOrder } from '#lib/exports/export-order.ts';
import type { CaseRecord } from '#lib/exports/export-record.ts';
import { findInstrument, loadCatalogue, type Catalogue } from '#lib/instruments/server/catalogue.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';
import type { ExportId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

let catalogue: Catalogue | undefined;

export function shippedInstruments(): Catalogue {
	catalogue ??= loadCatalogue([join(import.meta.dirname, '..', '..', 'instruments')]);
	return catalogue;
}

export function shippedInstrument(id: string): Instrument {
	const found = findInstrument(shippedInstruments(), id);
	if (!found) throw new Error(`No instrument ${id}`);
	return found;
}

/** Answers to AUDIT by the codes printed on the form; null for a question that is not answered. */
export function auditCodes(codes: readonly (number | null)[]): Answers {
	return Object.fromEntries(
		codes.flatMap((code, index) => (code === null ? [] : [[`audit_${index + 1}`, code]]))
	);
}

export function testOrder(given: Partial<ExportOrder> = {}): ExportOrder {
	return {
		id: '0b1c2d3e-0000-4000-8000-000000000001' as ExportId,
		dataSet: 'case-responses',
		instrumentId: 'audit',
		instrumentVersion: '1.0.0',
		format: 'csv-swedish',
		valueForm: 'codes',
		ageForm: 'group',
		fromDay: null,
		toDay: null,
		providerId: null,
		unitIds: null,
		language: 'sv',
		ground: 'own-follow-up',
		...given
	};
}

/** A woman in her thirties who answered before the intervention. */
export function testRecord(
	instrument: Instrument,
	answers: Answers,
	given: Partial<CaseRecord> & { readonly marks?: UnansweredMarks } = {}
): CaseRecord {
	const { marks = {}, ...rest } = given;
	return {
		kind: 'case',
		number: 1,
		pseudonym: 'k3v9x0c2m4n7',
		occasion: 'before',
		repeat: 1,
		answeredOn: '2026-03-02' as LocalDate,
		mode: 'link',
		language: 'sv',
		layers: {},
		respondent: 'client',
		help: 'self',
		sex: 'female',
		birthYear: null,
		ageGroup: '30–49',
		provider: 'Påhittade utföraren',
		intervention: null,
		answers,
		statuses: describeAnswers(instrument.questionnaire, answers, marks),
		scores: scoreInstrument(instrument, answers, { sex: 'female', ageInYears: 36 }),
		...rest
	};
}
