import { findLinkRow, listAsked, type LinkRow } from '../link/queries.ts';
import { storeSubmission, type Submission } from '../link/store-submissions.ts';
import type { Help } from '../../administration.ts';
import { listOtherLayers } from '../../answer-layers.ts';
import { areTooLarge } from '../../answers-size.ts';
import { decideLink } from '../../decide-link.ts';
import { decideSubmission, type DecidedSubmission } from '../../decide-submission.ts';
import { toPersonFacts } from '../../person-facts.ts';
import { parseSubmissionId } from '../../submission-id.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';
import { findRisks } from '#lib/instruments/find-risks.ts';
import { findSitting, type Sitting } from '#lib/instruments/server/catalogue.ts';
import { splitSitting, type AskedInstrument } from '#lib/instruments/sitting.ts';
import { planNextAfter } from '#lib/plans/server/schedule/queries.ts';
import { readAnswers } from '#lib/questionnaire/read-answers.ts';
import type { PersonFacts } from '#lib/scoring/score.ts';
import type { InformationId, ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { writeBoxed } from '#lib/surveys/answer-box.ts';
import { putInBox, putInBoxWithCode } from '#lib/surveys/server/boxes/queries.ts';
import { findSurveyLink, type SurveyLinkRow } from '#lib/surveys/server/queries.ts';
import { limitOf } from '#lib/surveys/link-limit.ts';
import { isSurveyOpen } from '#lib/surveys/is-survey-open.ts';

export interface SubmitResponseInput {
	readonly token: string;
	/** Null: those that the server has kept for the link. */
	readonly answers: Answers | null;
	/** The questionnaire's own language is stored when it does not have this one. */
	readonly language: LanguageTag;
	readonly help: Help;
	/** Uuid version 4 made by the page; sending again with the same one is the same submission. */
	readonly submissionId: string;
	/** Which text the page linked to about how answers are handled; a survey has its own and stores nothing. */
	readonly informationId?: InformationId | null;
}

/**
 * Takes in the answers of whoever holds a link: checks and scores them and, in one statement, stores them and closes the
 * link; of several forms in one sitting all or none. Returns only when they are durably stored. Sending the same submission again is success and changes nothing.
 * Refuses a link that is not open, and answers that do not fit (`answers-refused`, `answers-too-large`).
 */
export const submitResponse = command({
	name: 'submitResponse',
	permission: 'response:submit',
	// A case's submission carries its audit row in its own statement. An anonymous one must leave none.
	audit: 'in-statement',
	subject: null,
	async run(work, input: SubmitResponseInput): Promise<{ readonly responseId?: ResponseId }> {
		const submissionId = parseSubmissionId(input.submissionId);
		if (!submissionId) throw new Problem('invalid-input', { field: 'submissionId' });
		if (areTooLarge(input.answers)) throw new Problem('answers-too-large');
		const tokenHash = hashToken(input.token);
		const link = await findLinkRow(work, tokenHash);
		if (link) {
			const sitting = getSitting(work, listAsked(link));
			const sent = complete(sitting, input, link.draftAnswers ?? {});
			return submitToCase(work, tokenHash, link, sitting, submissionId, sent);
		}
		const survey = await findSurveyLink(work, tokenHash);
		if (!survey) throw new Problem('link-unknown');
		const sitting = getSitting(work, survey.instruments);
		return submitToSurvey(work, tokenHash, survey, sitting, submissionId, complete(sitting, input, {}));
	}
});

/** What was sent, with what the server has kept where nothing was sent along. */
function complete({ joined }: Sitting, input: SubmitResponseInput, kept: Answers): SubmitResponseInput {
	const { languages, defaultLanguage } = joined.questionnaire;
	const language = languages.includes(input.language) ? input.language : defaultLanguage;
	return { ...input, answers: input.answers ?? kept, language };
}

async function submitToCase(
	work: Work,
	tokenHash: string,
	link: LinkRow,
	sitting: Sitting,
	responseId: ResponseId,
	input: SubmitResponseInput
): Promise<{ readonly responseId: ResponseId }> {
	if (link.responseId === responseId) return { responseId };
	const open = decideLink(link, work.today);
	if (!open.ok) throw new Problem(open.problem);
	const person = toPersonFacts(link.respondent, link, work.today);
	// Taken apart as they were given: each form is checked as it was seen, and then what was hidden in it is left out.
	const given = readAnswers(sitting.joined.questionnaire, input.answers);
	if (!given.ok) throw new Problem('answers-refused');
	const { help, language, informationId = null } = input;
	const { occasionId } = link;
	// Done today makes the next one of an interval; both are stored with the answers.
	const next = occasionId && (await planNextAfter(work, occasionId, { state: 'done', on: work.today }));
	const { forms } = sitting;
	const ownAnswers = splitSitting(forms.length, given.value);
	const ownLayers = splitSitting(forms.length, link.draftLayers ?? {});
	const asked = [{ ...link, tokenHash }, ...link.others];
	// A response to each form, each scored by itself; the link's own is the submission's.
	const submissions = forms.flatMap((form, index): Submission[] => {
		const of = asked[index];
		if (!of) return [];
		const { answers, scored } = decide(form, { answers: ownAnswers[index] ?? {} }, person);
		return [
			{
				administrationId: of.administrationId,
				tokenHash: of.tokenHash,
				caseId: link.caseId,
				responseId: index === 0 ? responseId : (work.newId() as ResponseId),
				help,
				language,
				answerLayers: listOtherLayers(ownLayers[index] ?? {}, answers, language),
				informationId,
				answers,
				scored,
				risks: findRisks(form, answers).map(({ item }) => item),
				next: index === 0 ? next : null
			}
		];
	});
	if (await storeSubmission(work, submissions)) return { responseId };

	// Somebody was quicker: the same submission sent twice, another one, or staff who closed the link.
	const now = await findLinkRow(work, tokenHash);
	if (now?.responseId === responseId) return { responseId };
	const closed = now ? decideLink(now, work.today) : null;
	throw new Problem(closed && !closed.ok ? closed.problem : 'link-unknown');
}

/** How often an answer is sealed again when its box was emptied meanwhile; once is enough but for a clock gone wrong. */
const sealAttempts = 3;

async function submitToSurvey(
	work: Work,
	tokenHash: string,
	found: SurveyLinkRow,
	{ joined }: Sitting,
	id: ResponseId,
	input: SubmitResponseInput
): Promise<Record<never, never>> {
	const { answers } = decide(joined, input, { sex: null, ageInYears: null });
	const text = writeBoxed({ language: input.language, answers });
	let survey: SurveyLinkRow | null = found;
	for (let attempt = 1; survey && attempt <= sealAttempts; attempt += 1) {
		const { door, boxId, boxPublicKey: publicKey, boxSize: size, providerId } = survey;
		// Somebody tries the survey before it is published: nothing is kept.
		if (door === 'trial') return {};
		if (!isSurveyOpen(survey, work.today) || !boxId || !publicKey || !size) break;
		const sealed = await work.sealToBox({ id: boxId, publicKey, size }, text);
		if (sealed === null) throw new Problem('answers-too-large');
		const answer = { id, boxId, providerId, sealed };
		const outcome =
			door === 'code'
				? await putInBoxWithCode(work, tokenHash, answer)
				: await putInBox(work, { ...answer, limit: limitOf(survey) });
		if (outcome === 'stored') return {};
		if (outcome === 'used') throw new Problem('already-answered');
		if (outcome === 'full') throw new Problem('survey-full');
		survey = await findSurveyLink(work, tokenHash);
	}
	throw new Problem('survey-not-open');
}

function getSitting(work: Work, asked: readonly AskedInstrument[]): Sitting {
	const sitting = findSitting(work.catalogue, asked);
	if (!sitting) throw new Problem('instrument-unavailable');
	return sitting;
}

function decide(
	instrument: Instrument,
	{ answers }: Pick<SubmitResponseInput, 'answers'>,
	person: PersonFacts
): DecidedSubmission {
	const decided = decideSubmission(instrument, answers, person);
	if (!decided.ok) throw new Problem(decided.problem);
	return decided.value;
}
