/** Which step most likely comes next, so that it can be made ready while somebody thinks. */
import type { Questionnaire } from '#lib/instruments/questionnaire.ts';
import { answerStep, placeOnward, type InterviewDraft } from './interview.ts';
import { findStep, listSteps, type Step } from './interview-steps.ts';

/**
 * The step that most of these answers lead to from the step, the first of equals; null when that is the review. With no
 * answers to choose from: the step that comes when nothing is answered.
 */
export function findLikelyStep(
	questionnaire: Questionnaire,
	draft: InterviewDraft,
	step: Step,
	answers: readonly string[],
	isReturning: boolean
): Step | null {
	const drafts = answers.flatMap((answer) => {
		const read = answerStep(questionnaire, draft, step, [[step.name, answer]]);
		return read.ok ? [read.value] : [];
	});
	const ways = new Map<string, { readonly draft: InterviewDraft; times: number }>();
	for (const one of drafts.length > 0 ? drafts : [draft]) {
		const place = placeOnward(questionnaire, one, step.name, isReturning);
		const way = ways.get(place) ?? { draft: one, times: 0 };
		way.times += 1;
		ways.set(place, way);
	}
	const [likely] = [...ways].toSorted(([, one], [, other]) => other.times - one.times);
	return likely ? findStep(listSteps(questionnaire, likely[1].draft.answers), likely[0]) : null;
}
