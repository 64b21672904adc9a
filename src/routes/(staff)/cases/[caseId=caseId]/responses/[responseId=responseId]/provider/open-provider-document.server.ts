/** The client's answers for the one who carries out the help, with the client's yes on it: without a yes there is none. */
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { responseHandOvers } from '#lib/collection/server/reads/response-hand-overs.ts';
import { responseHistory } from '#lib/collection/server/reads/response-history.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DocumentBlock, PrintedDocument } from '#lib/shared/document.ts';
import type { CaseId, ResponseId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { helpLabel, respondentLabel } from '../../../../../../labels.ts';
import { findBoardOf } from '../../../../../../visitor.server.ts';
import { answersTable } from '../answers-table.ts';
import { toAnsweredQuestions, toBareAnswers } from '../record-view.ts';
import { findAnsweredInstrument } from '../worded-instrument.server.ts';

interface Params {
	readonly caseId: CaseId;
	readonly responseId: ResponseId;
}

/** Refuses what the client has not agreed to, and answers that have been restricted since (`not-found`). */
export async function openProviderDocument(
	locals: App.Locals,
	{ caseId, responseId }: Params,
	url: URL
): Promise<PrintedDocument> {
	const { context, locale } = locals;
	const overview = await fetch(context, caseOverview, { caseId });
	const response = await fetch(context, caseResponse, { responseId });
	const handOvers = await fetch(context, responseHandOvers, { responseId });
	const { restrictions } = await fetch(context, responseHistory, { responseId });
	const agreed = handOvers.find(({ interventionId }) => interventionId === url.searchParams.get('to'));
	const intervention = overview.interventions.find(({ id }) => id === agreed?.interventionId);
	const isRestricted = restrictions.some(({ lifted }) => lifted === null);
	if (response.caseId !== caseId || !agreed || !intervention || isRestricted) throw new Problem('not-found');
	const instrument = await findAnsweredInstrument(locals, response);
	const board = await findBoardOf(locals);
	const name = textIn(instrument?.shortTitle ?? null, locale) ?? response.instrumentId;
	const madeAt = context.now();
	const questions = instrument ? toAnsweredQuestions(instrument, response) : toBareAnswers(response.answers);
	const title = m.results_provider_document({ instrument: name, day: response.answeredOn });
	return {
		title,
		language: locale,
		author: board?.name ?? '',
		footer: m.results_provider_footer({ provider: intervention.providerName, day: toLocalDate(madeAt) }),
		pageOf: (page, pages) => m.results_page_of({ page, pages }),
		madeAt,
		blocks: [
			{ kind: 'heading', level: 1, text: title },
			{
				kind: 'facts',
				facts: [
					{ term: m.results_provider_receiver(), value: intervention.providerName },
					{ term: m.results_provider_intervention(), value: intervention.name },
					{ term: m.results_record_board(), value: board?.name ?? '' },
					{ term: m.results_record_case(), value: overview.case.caseNumber },
					{ term: m.staff_response_date(), value: response.answeredOn },
					{ term: m.staff_response_who(), value: respondentLabel(response.respondent) },
					{ term: m.staff_response_help(), value: helpLabel(response.help) }
				]
			},
			{
				kind: 'paragraph',
				tone: 'strong',
				text: m.results_provider_statement({
					day: agreed.agreedOn,
					provider: intervention.providerName,
					name: agreed.recordedByName ?? m.results_alert_somebody()
				})
			},
			{ kind: 'heading', level: 2, text: m.staff_response_answers() },
			answersTable(questions, response.language),
			...(instrument?.rights.notices ?? []).map((notice): DocumentBlock => ({
				kind: 'paragraph',
				tone: 'note',
				text: textIn(notice, locale) ?? ''
			})),
			{ kind: 'paragraph', tone: 'note', text: m.results_provider_limits() }
		]
	};
}
