import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { mayAdminister } from '#lib/instruments/rights.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { languageName } from '../../../../../language-name.ts';
import { helpLabel, modeLabel, occasionLabel, respondentLabel } from '../../../../../labels.ts';
import { wayToCase } from '../../way-to-case.ts';
import { toAnsweredQuestions, toBareAnswers, toRecordedScores } from './record-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { context, locale } = locals;
	const overview = await fetch(context, caseOverview, { caseId: params.caseId });
	const response = await fetch(context, caseResponse, { responseId: params.responseId });
	if (response.caseId !== params.caseId) throw new Problem('not-found');
	const bare = findInstrument(context.catalogue, response.instrumentId, response.instrumentVersion);
	const worded = bare && mayAdminister(bare, 'paper', await fetch(context, listPermits, {}));
	const instrument = worded?.ok ? worded.value : null;
	const name = textIn(instrument?.shortTitle ?? null, locale) ?? response.instrumentId;
	return {
		way: wayToCase(overview.case),
		title: m.staff_response_title({
			instrument: name,
			occasion: occasionLabel(response.occasion).toLocaleLowerCase('sv')
		}),
		facts: [
			{ term: m.staff_response_date(), value: response.answeredOn },
			{ term: m.staff_response_who(), value: respondentLabel(response.respondent) },
			{ term: m.staff_response_help(), value: helpLabel(response.help) },
			{ term: m.staff_response_occasion(), value: occasionLabel(response.occasion) },
			{ term: m.staff_response_mode(), value: modeLabel(response.mode) },
			{ term: m.staff_response_instrument(), value: textIn(instrument?.title ?? null, locale) ?? name },
			{ term: m.staff_response_version(), value: response.instrumentVersion },
			{ term: m.staff_response_language(), value: languageName(response.language, locale) },
			...(response.ruleVersion === null
				? []
				: [{ term: m.staff_response_rule(), value: response.ruleVersion }])
		],
		language: response.language,
		isVersionMissing: instrument === null,
		scores: instrument ? toRecordedScores(instrument.scales, response.scores, locale) : [],
		questions: instrument
			? toAnsweredQuestions(instrument, response.answers, response.language)
			: toBareAnswers(response.answers),
		notices: instrument?.rights.notices.map((notice) => textIn(notice, locale) ?? '') ?? []
	};
};
