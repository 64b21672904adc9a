/** What the client's page and the client's own copy show alike. */
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { findBoardOf } from '../../../../../../../visitor.server.ts';
import { helpLabel, respondentLabel } from '../../../../../../../labels.ts';
import { toAnsweredQuestions } from '../../record-view.ts';
import { openResult } from '../open-result.server.ts';
import { toClientScales } from './client-view.ts';

type Params = Parameters<typeof openResult>[1];

/**
 * The result for the one who answered. There is none of answers by staff or a provider, none of answers that may not be
 * used, and none when the form's version is no longer loaded (`not-found`).
 */
export async function openClientResult(locals: App.Locals, params: Params) {
	const { locale } = locals;
	const { response, instrument, instrumentName, result, comparison, overview } = await openResult(
		locals,
		params
	);
	const isOwn = response.respondent !== 'staff' && response.respondent !== 'provider';
	if (!isOwn || !instrument || !result || !comparison) throw new Problem('not-found');
	const board = await findBoardOf(locals);
	return {
		boardName: board?.name ?? '',
		caseNumber: overview.case.caseNumber,
		formName: textIn(instrument.questionnaire.title, locale) ?? instrumentName,
		about: m.results_client_about({
			day: response.answeredOn,
			who: respondentLabel(response.respondent).toLocaleLowerCase('sv'),
			help: helpLabel(response.help).toLocaleLowerCase('sv')
		}),
		scales: toClientScales(instrument, result, locale),
		/** All times as a curve, where there are two or more and one scale. */
		chart: comparison.main?.chart ?? null,
		questions: toAnsweredQuestions(instrument, response),
		language: response.language,
		notices: instrument.rights.notices.map((notice) => textIn(notice, locale) ?? ''),
		answeredOn: response.answeredOn
	};
}
