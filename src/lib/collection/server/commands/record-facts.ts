import { holdResponse, insertCorrection } from '../after/queries.ts';
import { insertAdministration } from '../queries.ts';
import { insertResponse, listStoredScores } from '../response/queries.ts';
import { findRecord, type StoredRecord } from '../record/queries.ts';
import { areTooLarge } from '../../answers-size.ts';
import {
	completeRecord,
	isSameRecord,
	listRecordSteps,
	recordInstrumentId,
	type RecordContent
} from '../../record.ts';
import { checkMarks } from '../../unanswered.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import type { AnswerProblemCode } from '#lib/questionnaire/answer-problem.ts';
import { readAnswers } from '#lib/questionnaire/read-answers.ts';
import { validateAll } from '#lib/questionnaire/validate.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';
import type { AdministrationId, CaseId, CorrectionId, ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface RecordFactsInput extends RecordContent {
	readonly caseId: CaseId;
	/** The step that is filled in: its answers are these and no others. */
	readonly step: string;
	/** How many times the record had been changed when it was looked at. */
	readonly corrections: number;
}

/** Something may be missing: the record is completed later. */
const gaps: ReadonlySet<AnswerProblemCode> = new Set(['required', 'one-required', 'other-required']);

/**
 * Records the general facts of one step of a case; what stood there before is kept. Null when nothing was changed. Refuses a
 * step that the unit does not have (`not-found`), what somebody else has changed meanwhile (`changed-meanwhile`) and answers
 * that do not fit (`answers-refused`, `answers-too-large`).
 */
export const recordFacts = command({
	name: 'recordFacts',
	permission: 'response:enter',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: RecordFactsInput, id: ResponseId | null) =>
		id === null ? null : { type: 'response', id, caseId },
	async run(work, input: RecordFactsInput): Promise<ResponseId | null> {
		if (areTooLarge(input.answers)) throw new Problem('answers-too-large');
		const instrument = findInstrument(work.catalogue, recordInstrumentId);
		if (!instrument) throw new Problem('instrument-unavailable');
		const before = await findRecord(work, input.caseId);
		if (before.responseId !== null) await holdResponse(work, before.responseId);
		if (before.corrections !== input.corrections) throw new Problem('changed-meanwhile');
		const step = listRecordSteps(instrument.questionnaire, before.hidden, before).find(
			({ name }) => name === input.step
		);
		if (!step) throw new Problem('not-found');
		const names = step.questions.map(({ name }) => name);
		const after = check(instrument, completeRecord(before, names, input));
		if (isSameRecord(before, after)) return null;
		if (before.responseId === null) return insertRecord(work, instrument, input.caseId, after);
		const title = textIn(step.page.title, 'sv') ?? step.name;
		return replaceRecord(work, instrument, { before, responseId: before.responseId }, { after, title });
	}
});

function check(instrument: Instrument, { answers: given, marks }: RecordContent): RecordContent {
	const { questionnaire } = instrument;
	const read = readAnswers(questionnaire, given);
	if (!read.ok) throw new Problem('answers-refused');
	const isWrong = validateAll(questionnaire, read.value).some(({ code }) => !gaps.has(code));
	const checked = checkMarks(questionnaire, read.value, marks);
	if (isWrong || !checked.ok) throw new Problem('answers-refused');
	return { answers: read.value, marks: checked.value };
}

async function insertRecord(
	work: Work,
	instrument: Instrument,
	caseId: CaseId,
	{ answers, marks }: RecordContent
): Promise<ResponseId> {
	const administrationId = work.newId() as AdministrationId;
	await insertAdministration(work, {
		id: administrationId,
		caseId,
		instrumentId: instrument.id,
		instrumentVersion: instrument.version,
		occasion: 'before',
		occasionId: null,
		respondent: 'staff',
		mode: 'interview',
		state: 'answered',
		createdOn: work.today
	});
	const id = work.newId() as ResponseId;
	const language = instrument.questionnaire.defaultLanguage;
	const response = { id, administrationId, help: 'staff' as const, language, answeredOn: work.today };
	const scored = scoreInstrument(instrument, answers, { sex: null, ageInYears: null });
	await insertResponse(work, { ...response, answers, unanswered: marks }, scored);
	return id;
}

async function replaceRecord(
	work: Work,
	instrument: Instrument,
	{ before, responseId }: { readonly before: StoredRecord; readonly responseId: ResponseId },
	{ after, title }: { readonly after: RecordContent; readonly title: string }
): Promise<ResponseId> {
	const stored = await listStoredScores(work, { responseId });
	const correction = {
		id: work.newId() as CorrectionId,
		responseId,
		correctedAt: work.now,
		correctedBy: work.actor.kind === 'staff' ? work.actor.staffId : work.actor.kind,
		reason: `Komplettering: ${title}`,
		answersBefore: before.answers,
		unansweredBefore: before.marks,
		scoresBefore: stored.map(({ responseId: _response, ...scored }) => scored)
	};
	const scored = scoreInstrument(instrument, after.answers, { sex: null, ageInYears: null });
	await insertCorrection(work, correction, { answers: after.answers, scored, unanswered: after.marks });
	return responseId;
}
