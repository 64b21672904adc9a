import type { Actor } from '#lib/access/actor.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import type { Correction, Restriction } from '#lib/collection/correction.ts';
import { caseResponse, type ScoredResponse } from '#lib/collection/server/reads/case-response.ts';
import { interviewNotes } from '#lib/collection/server/reads/interview-notes.ts';
import { responseHistory } from '#lib/collection/server/reads/response-history.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { answerLayerWords } from '../../../../../answer-layer-words.ts';
import { helpLabel, modeLabel, momentLabel, respondentLabel } from '../../../../../labels.ts';
import { wayToCase } from '../../way-to-case.ts';
import { groundLabel, nameOf, toCorrectionViews, toRestrictionViews } from './history-view.ts';
import { toAnsweredQuestions, toBareAnswers, toRecordedScores } from './record-view.ts';
import { findAnsweredInstrument } from './worded-instrument.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { actor, context, locale } = locals;
	const overview = await fetch(context, caseOverview, { caseId: params.caseId });
	const response = await fetch(context, caseResponse, { responseId: params.responseId });
	if (response.caseId !== params.caseId) throw new Problem('not-found');
	const { corrections, restrictions, may } = await fetch(context, responseHistory, {
		responseId: params.responseId
	});
	const instrument = await findAnsweredInstrument(locals, response);
	const name = textIn(instrument?.shortTitle ?? null, locale) ?? response.instrumentId;
	return {
		way: wayToCase(overview.case),
		title: m.staff_response_title({
			instrument: name,
			occasion: momentLabel(response).toLocaleLowerCase('sv')
		}),
		facts: [
			{ term: m.staff_response_date(), value: response.answeredOn },
			{ term: m.staff_response_who(), value: respondentLabel(response.respondent) },
			{ term: m.staff_response_help(), value: helpLabel(response.help) },
			{ term: m.staff_response_occasion(), value: momentLabel(response) },
			{ term: m.staff_response_mode(), value: modeLabel(response.mode) },
			{ term: m.staff_response_instrument(), value: textIn(instrument?.title ?? null, locale) ?? name },
			{ term: m.staff_response_version(), value: response.instrumentVersion },
			{ term: m.staff_response_language(), value: answerLayerWords(response, locale) },
			...(response.ruleVersion === null
				? []
				: [{ term: m.staff_response_rule(), value: response.ruleVersion }])
		],
		language: response.language,
		here: `/cases/${params.caseId}/responses/${response.id}`,
		saved: savedSentence(url.searchParams.get('saved')),
		may: { correct: may.correct && instrument !== null, restrict: may.restrict },
		corrected: toLatest(corrections, actor),
		restricted: toInForce(restrictions, actor),
		corrections: toCorrectionViews(corrections, {
			instrument,
			language: response.language,
			locale,
			actor,
			answers: response.answers,
			scores: response.scores
		}),
		restrictions: toRestrictionViews(restrictions, actor),
		isVersionMissing: instrument === null,
		scores: instrument ? toRecordedScores(instrument.scales, response.scores, locale) : [],
		questions: instrument ? toAnsweredQuestions(instrument, response) : toBareAnswers(response.answers),
		notes: await listNotes(context, response, instrument),
		notices: instrument?.rights.notices.map((notice) => textIn(notice, locale) ?? '') ?? []
	};
};

/** What was noted in the conversation, each with the number of its question. */
async function listNotes(context: Context, { id, mode }: ScoredResponse, instrument: Instrument | null) {
	if (mode !== 'interview' && mode !== 'kiosk') return [];
	const notes = await fetch(context, interviewNotes, { responseId: id });
	const numbers = new Map(instrument?.items.map(({ name, number }) => [name, number]));
	return Object.entries(notes).map(([name, text]) => ({
		key: name,
		number: numbers.get(name) ?? name,
		text
	}));
}

const savedWords: Readonly<Record<string, () => string>> = {
	correction: m.rights_correct_saved,
	restriction: m.rights_restrict_saved,
	lift: m.rights_lift_saved,
	meanwhile: m.rights_restrict_meanwhile
};

function savedSentence(what: string | null): string | null {
	return what !== null && Object.hasOwn(savedWords, what) ? (savedWords[what]?.() ?? null) : null;
}

function toLatest(corrections: readonly Correction[], actor: Actor): string | null {
	const last = corrections.at(-1);
	return last ? m.rights_corrected_notice({ day: last.correctedOn, name: nameOf(last.by, actor) }) : null;
}

function toInForce(restrictions: readonly Restriction[], actor: Actor): string | null {
	const now = restrictions.find(({ lifted }) => lifted === null);
	if (!now) return null;
	return m.rights_restricted_notice({
		day: now.restrictedOn,
		name: nameOf(now.restrictedBy, actor),
		ground: groundLabel(now.ground)
	});
}
