import type { Instrument } from '#lib/instruments/instrument.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { mayAdminister, type Permit } from '#lib/instruments/rights.ts';
import { listInstruments } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import type { InstrumentRow } from '#lib/instruments/ui/instrument-row.ts';
import { m } from '#lib/paraglide/messages.js';
import { fetch } from '#lib/shared/server/read.ts';
import { evidenceLabel, respondentsLabel } from '../../labels.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { context, locale } = locals;
	const permits = await fetch(context, listPermits, {});
	const rows = listInstruments(context.catalogue).map((instrument) => toRow(instrument, permits, locale));
	return {
		instruments: rows.sort((one, other) => one.title.localeCompare(other.title, 'sv')),
		findings: context.catalogue.findings.map(({ file, pointer, message }) => ({ file, pointer, message }))
	};
};

function toRow(instrument: Instrument, permits: readonly Permit[], language: 'sv' | 'en'): InstrumentRow {
	const { id, minutes, respondents } = instrument;
	const count = listQuestions(instrument.questionnaire).length;
	return {
		id,
		href: `/instruments/${id}`,
		title: textIn(instrument.title, language) ?? id,
		purpose: textIn(instrument.purpose, language) ?? '',
		about: [
			respondentsLabel(respondents),
			m.staff_instruments_question_count({ count }),
			...(minutes === null ? [] : [m.staff_instrument_minutes_value({ minutes })])
		].join(' · '),
		rights: describeRights(instrument, permits),
		evidence: evidenceLabel(instrument.evidence.wording)
	};
}

function describeRights(instrument: Instrument, permits: readonly Permit[]): InstrumentRow['rights'] {
	const needsPermit = instrument.rights.electronic === 'permit-required';
	if (!mayAdminister(instrument, 'link', permits).ok) {
		return { label: m.staff_instruments_permit_needed(), kind: 'warning' };
	}
	return needsPermit
		? { label: m.staff_instruments_permit_registered(), kind: 'accent' }
		: { label: m.staff_instruments_open(), kind: 'success' };
}
