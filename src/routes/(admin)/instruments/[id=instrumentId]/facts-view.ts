/** What an instrument is, who owns it and where its parts come from, in words. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { languageName } from '../../../language-name.ts';
import { evidenceLabel, respondentsLabel, sensitiveLabel } from '../../../labels.ts';

interface Fact {
	readonly term: string;
	readonly value: string;
}

export function describeFacts(instrument: Instrument, language: 'sv' | 'en'): Fact[] {
	const { minutes, recall, respondents, questionnaire, ruleVersion, scales, sensitive } = instrument;
	const count = listQuestions(questionnaire).length;
	const cases = instrument.referenceCaseCount ?? 0;
	return [
		{ term: m.staff_instruments_who(), value: respondentsLabel(respondents) },
		{ term: m.staff_instruments_questions(), value: m.staff_instruments_question_count({ count }) },
		...(minutes === null
			? []
			: [{ term: m.staff_instrument_minutes(), value: m.staff_instrument_minutes_value({ minutes }) }]),
		...(recall === null
			? []
			: [{ term: m.staff_instrument_recall(), value: textIn(recall.label, language) ?? '' }]),
		{ term: m.information_sensitive(), value: sensitiveLabel(sensitive) },
		{ term: m.staff_instrument_languages(), value: questionnaire.languages.map((tag) => languageName(tag, language)).join(', ') },
		{ term: m.easy_read_fact(), value: easyReadWords(instrument) },
		...(scales.length === 0
			? []
			: [
					{ term: m.staff_instrument_rule_version(), value: ruleVersion },
					{
						term: m.staff_instrument_reference_cases(),
						value: m.staff_instrument_reference_cases_value({ count: cases })
					}
				])
	];
}

export interface RightsView {
	readonly facts: readonly Fact[];
	readonly limits: readonly string[];
	/** Must be visible where the instrument is shown. */
	readonly notices: readonly string[];
}

export function describeRights({ rights }: Instrument, language: 'sv' | 'en'): RightsView {
	return {
		facts: [
			{ term: m.staff_instrument_rights_holder(), value: rights.holder },
			{ term: m.staff_instrument_rights_licence(), value: rights.licence },
			...(rights.contact === null
				? []
				: [{ term: m.staff_instrument_rights_contact(), value: rights.contact }])
		],
		limits: [
			rights.electronic === 'permit-required'
				? m.staff_instrument_rights_permit()
				: m.staff_instrument_rights_open(),
			...(rights.mayEdit ? [] : [m.staff_instrument_rights_edit()]),
			...(rights.commercial ? [] : [m.staff_instrument_rights_commercial()])
		],
		notices: rights.notices.map((notice) => textIn(notice, language) ?? '')
	};
}

export interface SourceView {
	readonly id: string;
	readonly title: string;
	readonly address: string | null;
	readonly evidence: string;
}

export function describeSources({ sources }: Instrument): SourceView[] {
	return sources.map(({ id, title, address, evidence }) => ({
		id,
		title,
		address: address !== null && /^https?:\/\//.test(address) ? address : null,
		evidence: evidenceLabel(evidence)
	}));
}

function easyReadWords({ easyRead }: Instrument): string {
	if (!easyRead) return m.easy_read_fact_none();
	return easyRead.review ? m.easy_read_fact_tried(easyRead.review) : m.easy_read_fact_untried();
}
