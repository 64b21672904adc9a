import { fail, redirect } from '@sveltejs/kit';
import { wantsPictures, writeJourneyQuery } from '#lib/collection/journey-query.ts';
import { saveDraft } from '#lib/collection/server/commands/save-draft.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { findPlaceToResume, takeTurn, type Outcome, type Place } from '#lib/collection/take-turn.ts';
import { parseWalk, writeWalk } from '#lib/collection/turn.ts';
import type { Carried, JourneyView } from '#lib/collection/ui/journey-view.ts';
import type { OfferedPictures } from '#lib/collection/ui/page-pictures.ts';
import { viewQuestions } from '#lib/collection/ui/view-questions.ts';
import { viewReview } from '#lib/collection/ui/view-review.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { listPictured } from '#lib/pictures/picture-set.ts';
import { validateAll } from '#lib/questionnaire/validate.ts';
import { listVisiblePages } from '#lib/questionnaire/visible-pages.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { findOfferedPictures } from '../find-pictures.server.ts';
import { contextOfHolder, openLink, type OpenLink } from '../open-link.server.ts';
import {
	parseCarriedAnswers,
	readCarriedAnswers,
	readJourneyForm,
	type JourneyForm
} from '../../../../../journey-form.server.ts';

export const load: PageServerLoad = async (event): Promise<{ view: JourneyView }> => {
	const { step } = event.params;
	if (step === 'thanks') return { view: { kind: 'thanks' } };
	const link = await openLink(event);
	const place = findPlaceOf(event.url, step, link);
	const pictures = await findOfferedPictures(event);
	return {
		view: viewPlace(event, link, link.kept, place, { carried: carry(link, link.kept, null), pictures })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readJourneyForm(event.request);
		return form.move.kind === 'send' ? send(event, form) : turn(event, form, form.move);
	}
};

/** One page answered: what can be kept is kept, and the next place is shown. */
async function turn(
	event: RequestEvent,
	form: JourneyForm,
	move: Exclude<JourneyForm['move'], { kind: 'send' }>
) {
	const link = await openLink(event);
	const { questionnaire } = link.instrument;
	const kept = answersOf(link, form);
	const { page, walk, fields } = form;
	const pictures = await findOfferedPictures(event);
	const taken = takeTurn(questionnaire, kept, { page, move, walk, fields });
	if (!taken.ok) throw new Problem('answers-refused');
	const outcome = taken.value;
	if (link.target.kind === 'case' && outcome.pageAnswers) {
		const answers = outcome.pageAnswers;
		const { language } = link;
		const { informationId } = form;
		await run(link.context, saveDraft, {
			token: event.params.token,
			answers,
			page,
			language,
			pictured: pictures?.isShown ? listPictured(pictures.set) : [],
			informationId
		});
	}
	const { place } = outcome;
	if (place.kind === 'start') redirect(303, addressOf(event, place));
	const carried = carry(link, outcome.answers, form.submissionId);
	const view = viewPlace(event, link, outcome.answers, place, { carried, pictures }, outcome);
	if (outcome.problems.length > 0 || outcome.slips.length > 0) return fail(422, { view });
	// The script exchanges the page at once. Without it an ordinary address is better, where the server has the answers.
	const isMoving = place.kind !== 'page' || place.name !== page;
	if (isMoving && !hasOneAddress(link) && !wantsPage(event)) redirect(303, addressOf(event, place));
	return { view };
}

/**
 * Everything answered and read through: stored once, however often it is sent, also when it was this very submission
 * that closed the link and only the answer to it that was lost on the way.
 */
async function send(event: RequestEvent, form: JourneyForm) {
	const { submissionId, help, informationId } = form;
	if (submissionId === null) throw new Problem('invalid-input');
	const { context } = await contextOfHolder(event);
	const answers = parseCarriedAnswers(form.carriedAnswers);
	const language = event.url.searchParams.get('lang') ?? event.locals.language;
	try {
		await run(context, submitResponse, {
			token: event.params.token,
			answers,
			language,
			help,
			submissionId,
			informationId
		});
	} catch (problem) {
		if (!(problem instanceof Problem) || problem.code !== 'answers-refused') throw problem;
		const link = await openLink(event);
		const given = answersOf(link, form);
		if (validateAll(link.instrument.questionnaire, given).length === 0) throw problem;
		const carried = carry(link, given, submissionId);
		const view = viewPlace(event, link, given, { kind: 'review' }, { carried, pictures: null }, 'send');
		return fail(422, { view });
	}
	redirect(303, thanksAddress(event));
}

function answersOf(link: OpenLink, form: JourneyForm): Answers {
	return link.target.kind === 'survey'
		? readCarriedAnswers(link.instrument.questionnaire, form.carriedAnswers)
		: link.kept;
}

function carry(link: OpenLink, answers: Answers, submissionId: string | null): Carried {
	return {
		answers: link.target.kind === 'survey' ? JSON.stringify(answers) : null,
		submissionId: submissionId ?? link.context.newId(),
		informationId: link.target.kind === 'case' ? link.target.informationId : null
	};
}

/** The place an address names; where the respondent stopped last when it names none that is there. */
function findPlaceOf(url: URL, step: string, { target, instrument, kept }: OpenLink): Place {
	const { questionnaire } = instrument;
	if (step === 'review' && target.kind === 'case') return { kind: 'review' };
	const name = url.searchParams.get('page');
	const page = listVisiblePages(questionnaire, kept).find((visible) => visible.name === name);
	if (page) return { kind: 'page', name: page.name, walk: parseWalk(url.searchParams.get('walk')) };
	return findPlaceToResume(questionnaire, kept, target.kind === 'case' ? (target.draft?.page ?? null) : null);
}

function viewPlace(
	event: Pick<RequestEvent, 'params' | 'url'>,
	link: OpenLink,
	answers: Answers,
	place: Place,
	{ carried, pictures }: { readonly carried: Carried; readonly pictures: OfferedPictures | null },
	refused?: Outcome | 'send'
): JourneyView {
	const { language, target } = link;
	const { questionnaire } = link.instrument;
	const address = hasOneAddress(link)
		? `${baseOf(event)}/questions${queryOf(event)}`
		: addressOf(event, place);
	if (place.kind === 'page') {
		const { name, walk } = place;
		const shown = { name, walk, language, address, carried, isKept: target.kind === 'case', pictures };
		return viewQuestions(questionnaire, answers, typeof refused === 'object' ? { ...shown, refused } : shown);
	}
	return viewReview(questionnaire, answers, {
		language,
		address,
		carried,
		asksForHelp: target.kind === 'case' || target.isConfidential,
		showsProblems: refused === 'send'
	});
}

/**
 * A survey keeps one address for all its pages: nothing of what is answered may show in the browser's history. So do pages
 * that can be left in a hurry, whose addresses would say what is asked about.
 */
function hasOneAddress({ target, asker }: OpenLink): boolean {
	return target.kind === 'survey' || asker.quickExit !== undefined;
}

/** Whether the pages' script asks, which puts the answer in place itself. */
function wantsPage({ request }: RequestEvent): boolean {
	return request.headers.get('x-genklang-exchange') === 'page';
}

function thanksAddress(event: Pick<RequestEvent, 'params' | 'url'>): string {
	return `${baseOf(event)}/thanks${queryOf(event)}`;
}

function baseOf({ params }: Pick<RequestEvent, 'params'>): string {
	return `/s/${params.board}/${params.token}`;
}

function queryOf({ url }: Pick<RequestEvent, 'url'>): string {
	const { searchParams: query } = url;
	return writeJourneyQuery({ language: query.get('lang'), hasPictures: wantsPictures(query) });
}

function addressOf(event: Pick<RequestEvent, 'params' | 'url'>, place: Place): string {
	const base = baseOf(event);
	const query = queryOf(event);
	if (place.kind === 'start') return `${base}${query}`;
	if (place.kind === 'review') return `${base}/review${query}`;
	const walk = place.walk.kind === 'all' ? '' : `&walk=${writeWalk(place.walk)}`;
	return `${base}/questions${query ? `${query}&` : '?'}page=${place.name}${walk}`;
}
