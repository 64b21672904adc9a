/** A new box for a survey's answers: its key is on disk before anybody can put anything in it. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import { listCountableQuestions } from '#lib/instruments/list-countable-questions.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { Question } from '#lib/instruments/questionnaire.ts';
import type { AnswerBoxId } from '#lib/shared/ids.ts';
import { toQuarter } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { chooseBoxSize } from '../../answer-box.ts';
import type { Survey } from '../../survey.ts';
import { makeBoxKeys } from '../../seal-answers.ts';
import { insertBox, type OpenBox } from './queries.ts';

/** Makes and stores the box. Throws `box-keys-missing` where there is no place for its key. */
export async function makeBox(
	work: Work,
	{ id: surveyId, closesOn }: Pick<Survey, 'id' | 'closesOn'>,
	instrument: Instrument
): Promise<OpenBox> {
	const questions = listQuestions(instrument.questionnaire);
	const size = chooseBoxSize({
		codes: listCountableQuestions(instrument.questionnaire).length,
		words: questions.filter(takesWords).length
	});
	const id = work.newId() as AnswerBoxId;
	const { publicKey, privateKey } = await makeBoxKeys(globalThis.crypto);
	work.boxKeys.keep(id, privateKey);
	privateKey.fill(0);
	// What comes late from a tablet was answered before the survey closed.
	const quarter = toQuarter(work.today < closesOn ? work.today : closesOn);
	const box: OpenBox = { id, surveyId, quarter, publicKey, size };
	await insertBox(work, box);
	return box;
}

function takesWords(question: Question): boolean {
	if (question.kind === 'text' || question.kind === 'comment' || question.comment !== null) return true;
	return 'otherLabel' in question && question.otherLabel !== null;
}
