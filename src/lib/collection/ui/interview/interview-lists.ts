/** Lists over a whole interview in words: where one can jump, what stands at each question, what was lost. */
import { m } from '#lib/paraglide/messages.js';
import { problemSentence, slipSentence } from '#lib/questionnaire/ui/problem-sentence.ts';
import { listOpenSteps, type InterviewDraft, type StepRefusal } from '../../interview.ts';
import { isStepAnswered, reviewPlace, type Step } from '../../interview-steps.ts';
import type { InterviewData } from './interview-view.ts';
import { answerWords, numberOf, viewStep } from './view-step.ts';

/** Where one can jump: every step that is asked now, with whether it is answered, and the review. */
export function listJumps(
	data: InterviewData,
	{ answers }: InterviewDraft,
	steps: readonly Step[]
): { readonly name: string; readonly label: string }[] {
	return [
		...steps.map((one) => ({
			name: one.name,
			label: `${numberOf(data, one)}${isStepAnswered(one, answers) ? ` – ${m.interview_jump_answered()}` : ''}`
		})),
		{ name: reviewPlace, label: m.interview_review_title() }
	];
}

/** What stands at each step, for the review. */
export function listReviewRows(data: InterviewData, draft: InterviewDraft, steps: readonly Step[]) {
	const open = new Set(listOpenSteps(data.questionnaire, draft).map(({ name }) => name));
	return steps.map((one) => ({
		name: one.name,
		number: numberOf(data, one),
		title: viewStep(data, draft, one, data.keys).title,
		answer: answerWords(data, draft, one, data.keys),
		isOpen: open.has(one.name),
		note: draft.notes[one.name] ?? ''
	}));
}

/** What has been answered here and is not on the server, a line each. */
export function listLost(
	data: InterviewData,
	draft: InterviewDraft,
	saved: InterviewDraft,
	steps: readonly Step[]
): string[] {
	return steps.flatMap((one) => {
		const now = answerWords(data, draft, one, data.keys);
		return now === answerWords(data, saved, one, data.keys) ? [] : [`${numberOf(data, one)}. ${now}`];
	});
}

/** Why what was written is no answer, in one sentence. */
export function refusalSentence(
	{ questionnaire, language }: Pick<InterviewData, 'questionnaire' | 'language'>,
	{ slips: [slip], problems: [problem] }: StepRefusal
): string {
	if (slip) return slipSentence(slip);
	return problem
		? problemSentence(problem, language, questionnaire.defaultLanguage)
		: m.respondent_problem_pattern();
}
