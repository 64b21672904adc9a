import { fail, redirect } from '@sveltejs/kit';
import { renewLentToken } from '#lib/access/server/sign-in/lend-session.ts';
import { saveLentAnswers } from '#lib/collection/server/commands/save-lent-answers.ts';
import { submitLentAnswers } from '#lib/collection/server/commands/submit-lent-answers.ts';
import { findStep, listSteps, reviewPlace } from '#lib/collection/interview-steps.ts';
import { takeTurn, type Outcome, type Place } from '#lib/collection/take-turn.ts';
import type { Carried, JourneyView } from '#lib/collection/ui/journey-view.ts';
import type { OfferedPictures } from '#lib/collection/ui/page-pictures.ts';
import { viewQuestions } from '#lib/collection/ui/view-questions.ts';
import { viewReview } from '#lib/collection/ui/view-review.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { validateAll } from '#lib/questionnaire/validate.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { keepSession } from '../../../(sign-in)/attempt.server.ts';
import { readJourneyForm, type JourneyForm } from '../../../journey-form.server.ts';
import { findOfferedPictures } from '../find-pictures.server.ts';
import { openLent, type OpenLent } from '../open-lent.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event): Promise<{ view: JourneyView }> => {
	const lent = await openLent(event);
	if (!lent.isOpen) return { view: { kind: 'thanks' } };
	const { answers } = lent.interview.draft;
	const place = event.params.step === 'review' ? ({ kind: 'review' } as const) : standing(lent);
	const pictures = await findOfferedPictures(event);
	return { view: viewPlace(event, lent, answers, place, { carried: carry(lent, null), pictures }) };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readJourneyForm(event.request);
		const lent = await openLent(event);
		const isSentAgain = form.move.kind === 'send' && !lent.session.lentIsShut;
		if (!lent.isOpen && !isSentAgain) redirect(303, `/here/thanks${event.url.search}`);
		return form.move.kind === 'send' ? send(event, lent, form) : turn(event, lent, form, form.move);
	}
};

/** One page answered: what can be kept is kept, and the next place is shown. */
async function turn(
	event: RequestEvent,
	lent: OpenLent,
	form: JourneyForm,
	move: Exclude<JourneyForm['move'], { kind: 'send' }>
) {
	const { questionnaire } = lent.interview.instrument;
	const { page, walk, fields } = form;
	const taken = takeTurn(questionnaire, lent.interview.draft.answers, { page, move, walk, fields });
	if (!taken.ok) throw new Problem('answers-refused');
	const outcome = taken.value;
	const { place } = outcome;
	const isRefused = outcome.problems.length > 0 || outcome.slips.length > 0;
	if (outcome.pageAnswers) {
		const next = place.kind === 'review' ? reviewPlace : place.kind === 'page' ? place.name : page;
		await run(event.locals.context, saveLentAnswers, {
			answers: outcome.pageAnswers,
			page,
			next,
			language: lent.language
		});
	}
	if (place.kind === 'start') redirect(303, `/here${event.url.search}`);
	const around = { carried: carry(lent, form.submissionId), pictures: await findOfferedPictures(event) };
	const view = viewPlace(event, lent, outcome.answers, place, around, outcome);
	if (isRefused) return fail(422, { view });
	// The script exchanges the page at once. Without it an ordinary address is better: the server knows the place.
	const isKept = outcome.pageAnswers !== null && walk.kind === 'all';
	if (isKept && !wantsPage(event)) redirect(303, `/here/questions${event.url.search}`);
	return { view };
}

/** Everything answered and read through: stored once. From then on the tablet shows nothing until it is unlocked. */
async function send(event: RequestEvent, lent: OpenLent, form: JourneyForm) {
	const { submissionId, help } = form;
	if (submissionId === null) throw new Problem('invalid-input');
	const { context, signIn } = event.locals;
	try {
		await run(context, submitLentAnswers, { help, submissionId });
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		if (problem.code === 'already-answered') redirect(303, `/here/thanks${event.url.search}`);
		const { answers } = lent.interview.draft;
		const isIncomplete = validateAll(lent.interview.instrument.questionnaire, answers).length > 0;
		if (problem.code !== 'answers-refused' || !isIncomplete) throw problem;
		const around = { carried: carry(lent, submissionId), pictures: null };
		const view = viewPlace(event, lent, answers, { kind: 'review' }, around, 'send');
		return fail(422, { view });
	}
	const token = await renewLentToken(signIn, lent.session);
	if (token) await keepSession(signIn, event.cookies, token);
	redirect(303, `/here/thanks${event.url.search}`);
}

/** The page of the question that the interview stands at. */
function standing({ interview }: OpenLent): Place {
	const { questionnaire } = interview.instrument;
	const { answers, place } = interview.draft;
	if (place === reviewPlace) return { kind: 'review' };
	const steps = listSteps(questionnaire, answers);
	const step = findStep(steps, place) ?? steps[0];
	return step ? { kind: 'page', name: step.page, walk: { kind: 'all' } } : { kind: 'review' };
}

function carry({ interview }: OpenLent, submissionId: string | null): Carried {
	return {
		answers: null,
		submissionId: submissionId ?? crypto.randomUUID(),
		informationId: interview.informationId
	};
}

/** One address for all pages: nothing of what is answered may show in the browser's history. */
function viewPlace(
	event: Pick<RequestEvent, 'url'>,
	{ interview, language }: OpenLent,
	answers: Answers,
	place: Place,
	{ carried, pictures }: { readonly carried: Carried; readonly pictures: OfferedPictures | null },
	refused?: Outcome | 'send'
): JourneyView {
	const { questionnaire } = interview.instrument;
	const address = `/here/questions${event.url.search}`;
	if (place.kind === 'page') {
		const { name, walk } = place;
		const shown = { name, walk, language, address, carried, isKept: true, pictures };
		return viewQuestions(questionnaire, answers, typeof refused === 'object' ? { ...shown, refused } : shown);
	}
	const showsProblems = refused === 'send';
	return viewReview(questionnaire, answers, { language, address, carried, asksForHelp: true, showsProblems });
}

/** Whether the pages' script asks, which puts the answer in place itself. */
function wantsPage({ request }: RequestEvent): boolean {
	return request.headers.get('x-genklang-exchange') === 'page';
}
