import { getOpenInterview, updateInterview } from '../interview/queries.ts';
import { requireLent } from '../interview-lent.ts';
import { areTooLarge } from '../../answers-size.ts';
import { readInterviewDraft } from '../../decide-interview.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { findPage } from '#lib/questionnaire/visible-pages.ts';
import { mergePageAnswers } from '#lib/questionnaire/merge-page-answers.ts';
import { isStepAnswered, listSteps, reviewPlace } from '../../interview-steps.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface SaveLentAnswersInput {
	/** All answers of the page that was left. */
	readonly answers: Answers;
	/** The page they belong to: a question of it that has no answer now loses the one it had. */
	readonly page: string;
	/** The page that is shown then, or `review`: whoever opens the interview gets the same. */
	readonly next: string;
	/** The language, or text track, that the page was read in. */
	readonly language: LanguageTag;
}

/**
 * Keeps a page that the client has answered on staff's tablet, on top of whatever is there: nobody else has been asked.
 * What staff had marked as unanswered and now is answered is marked no more.
 */
export const saveLentAnswers = command({
	name: 'saveLentAnswers',
	permission: 'response:submit',
	audit: 'always',
	subject: async (_input: SaveLentAnswersInput, _output: void, work) => {
		const { administrationId: id, caseId } = await getOpenInterview(work, requireLent(work));
		return { type: 'administration', id, caseId };
	},
	async run(work, { answers, page: pageName, next, language }: SaveLentAnswersInput): Promise<void> {
		if (areTooLarge(answers)) throw new Problem('answers-too-large');
		const interview = await getOpenInterview(work, requireLent(work));
		const instrument = findInstrument(work.catalogue, interview.instrumentId, interview.instrumentVersion);
		if (!instrument) throw new Problem('instrument-unavailable');
		const { questionnaire } = instrument;
		const page = findPage(questionnaire, pageName);
		if (!page) throw new Problem('answers-refused');
		const { draft } = interview;
		const merged = mergePageAnswers(draft.answers, page, answers);
		const steps = listSteps(questionnaire, merged);
		const answered = new Set(steps.filter((step) => isStepAnswered(step, merged)).map(({ name }) => name));
		const marks = Object.fromEntries(Object.entries(draft.marks).filter(([name]) => !answered.has(name)));
		const changed = Object.keys(answers).filter(
			(name) => JSON.stringify(answers[name]) !== JSON.stringify(draft.answers[name])
		);
		const asked = new Set(listQuestions(questionnaire).map(({ name }) => name));
		const given = changed.filter((name) => asked.has(name)).map((name) => [name, language]);
		const layers = { ...draft.layers, ...Object.fromEntries(given) };
		const place =
			next === reviewPlace ? next : (steps.find((step) => step.page === next)?.name ?? draft.place);
		const read = readInterviewDraft(
			questionnaire,
			{ ...draft, answers: merged, marks, place, layers },
			draft
		);
		if (!read.ok) throw new Problem(read.problem);
		await updateInterview(work, interview, read.value, work.newId());
	}
});
