/** Gathers what a response's document says; what it looks like as a file is somebody else's. */
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { responseEntry, type ResponseEntry } from '#lib/collection/server/reads/response-entry.ts';
import { responseHistory } from '#lib/collection/server/reads/response-history.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PrintedDocument } from '#lib/shared/document.ts';
import type { CaseId, ResponseId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { hasAllLetters } from '#lib/shared/server/pdf/letters.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { answerLayerWords } from '../../../../../answer-layer-words.ts';
import { helpLabel, modeLabel, momentLabel, respondentLabel } from '../../../../../labels.ts';
import { findBoardOf } from '../../../../../visitor.server.ts';
import { groundLabel, nameOf } from './history-view.ts';
import { toRecordDocument, type ResponseRecord } from './record-document.ts';
import { toAnsweredQuestions, toBareAnswers, toRecordedScores } from './record-view.ts';
import { findAnsweredInstrument } from './worded-instrument.server.ts';

interface Params {
	readonly caseId: CaseId;
	readonly responseId: ResponseId;
}

/** The document. Refuses a response that is not the case's (`not-found`). */
export async function openRecord(locals: App.Locals, params: Params): Promise<PrintedDocument> {
	const record = await gather(locals, params);
	const written = record.questions.flatMap(({ question, answers }) => [
		question ?? '',
		...answers.map(({ text }) => text)
	]);
	return toRecordDocument(record, {
		madeAt: locals.context.now(),
		language: locals.locale,
		isLettersMissing: !written.every(hasAllLetters)
	});
}

async function gather(locals: App.Locals, { caseId, responseId }: Params): Promise<ResponseRecord> {
	const { context, locale, actor } = locals;
	const overview = await fetch(context, caseOverview, { caseId });
	const response = await fetch(context, caseResponse, { responseId });
	if (response.caseId !== caseId) throw new Problem('not-found');
	const { corrections, restrictions } = await fetch(context, responseHistory, { responseId });
	const entry = await fetch(context, responseEntry, { responseId });
	const instrument = await findAnsweredInstrument(locals, response);
	const board = await findBoardOf(locals);
	const name = textIn(instrument?.shortTitle ?? null, locale) ?? response.instrumentId;
	const madeBy = actor.kind === 'staff' ? actor.name : '';
	const now = restrictions.find(({ lifted }) => lifted === null);
	return {
		title: m.staff_response_title({
			instrument: name,
			occasion: momentLabel(response).toLocaleLowerCase('sv')
		}),
		boardName: board?.name ?? '',
		caseNumber: overview.case.caseNumber,
		instrumentName: name,
		facts: [
			{ term: m.results_record_board(), value: board?.name ?? '' },
			{ term: m.results_record_case(), value: overview.case.caseNumber },
			{ term: m.results_record_client(), value: overview.case.client.clientNumber },
			{ term: m.staff_response_date(), value: response.answeredOn },
			{ term: m.staff_response_who(), value: respondentLabel(response.respondent) },
			{ term: m.staff_response_help(), value: helpLabel(response.help) },
			{ term: m.staff_response_occasion(), value: momentLabel(response) },
			{ term: m.staff_response_mode(), value: modeLabel(response.mode) },
			{ term: m.results_record_entered(), value: enteredBy(entry) },
			{ term: m.staff_response_instrument(), value: textIn(instrument?.title ?? null, locale) ?? name },
			{ term: m.staff_response_version(), value: response.instrumentVersion },
			{ term: m.staff_response_language(), value: answerLayerWords(response, locale) },
			...(response.ruleVersion === null
				? []
				: [{ term: m.staff_response_rule(), value: response.ruleVersion }]),
			{
				term: m.results_record_made(),
				value: m.results_record_made_by({ day: toLocalDate(context.now()), name: madeBy })
			}
		],
		remarks: [
			...corrections.map(({ correctedOn, by, reason }) =>
				m.results_record_corrected({ day: correctedOn, name: nameOf(by, actor), reason })
			),
			...(now
				? [
						m.rights_restricted_notice({
							day: now.restrictedOn,
							name: nameOf(now.restrictedBy, actor),
							ground: groundLabel(now.ground)
						})
					]
				: []),
			...(instrument ? [] : [m.staff_response_version_missing()])
		],
		scores: instrument ? toRecordedScores(instrument.scales, response.scores, locale) : [],
		questions: instrument ? toAnsweredQuestions(instrument, response) : toBareAnswers(response.answers),
		language: response.language,
		notices: instrument?.rights.notices.map((notice) => textIn(notice, locale) ?? '') ?? [],
		madeBy
	};
}

function enteredBy(entry: ResponseEntry): string {
	switch (entry.by) {
		case 'respondent':
			return m.results_record_by_respondent();
		case 'staff':
			return entry.name ?? m.results_alert_somebody();
		case 'system':
			return m.results_record_by_system();
		case 'unknown':
			return m.results_record_by_unknown();
	}
}
