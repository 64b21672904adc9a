/**
 * One visitor's way through a survey on a tablet: the same turns and pages as by link, taken in the browser. The answers
 * are in this object's memory and nowhere else until they are sealed.
 */
import { takeTurn, type Outcome, type Place } from '#lib/collection/take-turn.ts';
import { parseMove, parseWalk } from '#lib/collection/turn.ts';
import type { Carried, JourneyView } from '#lib/collection/ui/journey-view.ts';
import { viewQuestions } from '#lib/collection/ui/view-questions.ts';
import type { OfferedPictures } from '#lib/collection/ui/page-pictures.ts';
import { viewReview } from '#lib/collection/ui/view-review.ts';
import type { Answers, LanguageTag, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { findPlaceToResume } from '#lib/collection/take-turn.ts';
import { validateAll } from '#lib/questionnaire/validate.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import type { KioskAnswer } from '../kiosk-answer.ts';
import type { ManifestSurvey } from '../kiosk-manifest.ts';
import { toLocalDate, toQuarter } from '#lib/shared/local-date.ts';

type Shown = Exclude<JourneyView, { kind: 'thanks' }>;

export class KioskVisit {
	readonly survey: ManifestSurvey;
	language = $state.raw<LanguageTag>('sv');
	/** Whether the pictures are shown. */
	hasPictures = $state.raw(false);
	/** Null when the visitor has gone all the way back. */
	place = $state.raw<Place>({ kind: 'start' });
	#answers = $state.raw<Answers>({});
	#refused = $state.raw<Outcome | 'send' | null>(null);
	readonly #questionnaire: Questionnaire;
	readonly #id: ResponseId;
	readonly #pictureBase: string;

	/** `pictureBase`: where the survey's pictures are, without the hash. */
	constructor(survey: ManifestSurvey, language: LanguageTag, id: ResponseId, pictureBase: string) {
		this.survey = survey;
		this.language = language;
		this.#questionnaire = survey.instrument.questionnaire;
		this.#id = id;
		this.#pictureBase = pictureBase;
		this.place = findPlaceToResume(this.#questionnaire, {}, null);
	}

	/** What is shown now; null when the visitor is back at the start. */
	get view(): Shown | null {
		const { place, language } = this;
		const carried: Carried = { answers: null, submissionId: this.#id, informationId: null };
		const refused = this.#refused;
		if (place.kind === 'start') return null;
		if (place.kind === 'page') {
			const { name, walk } = place;
			const pictures = this.#pictures;
			const shown = { name, walk, language, address: '', carried, isKept: false, pictures };
			return viewQuestions(
				this.#questionnaire,
				this.#answers,
				refused !== null && refused !== 'send' ? { ...shown, refused } : shown
			);
		}
		return viewReview(this.#questionnaire, this.#answers, {
			language,
			address: '',
			carried,
			asksForHelp: false,
			showsProblems: refused === 'send'
		});
	}

	get #pictures(): OfferedPictures | null {
		const { pictures: set } = this.survey;
		return set ? { set, base: this.#pictureBase, isShown: this.hasPictures } : null;
	}

	/**
	 * Takes the turn that a form asks for. True when everything has been answered and is to be sealed; until then the next
	 * view is there to be shown.
	 */
	take(fields: readonly (readonly [string, string])[]): boolean {
		const own = (wanted: string) => fields.find(([name]) => name === wanted)?.[1];
		const asked = parseMove(own('_move') ?? 'next') ?? { kind: 'review' };
		const page = own('_page') ?? '';
		if (asked.kind === 'send') {
			if (validateAll(this.#questionnaire, this.#answers).length === 0) return true;
			this.#refused = 'send';
			return false;
		}
		const move = asked.kind === 'stay' && page === '' ? ({ kind: 'review' } as const) : asked;
		const walk = parseWalk(own('_walk') ?? null);
		const taken = takeTurn(this.#questionnaire, this.#answers, {
			page,
			move,
			walk,
			fields: [...fields] as [string, string][]
		});
		if (!taken.ok) return false;
		this.#answers = taken.value.answers;
		this.#refused = taken.value;
		this.place = taken.value.place;
		return false;
	}

	/** What is to be sealed, given the moment on the tablet's clock. */
	toAnswer(now: Date): KioskAnswer {
		return {
			id: this.#id,
			surveyLinkId: this.survey.linkId,
			quarter: toQuarter(toLocalDate(now)),
			language: this.language,
			answers: this.#answers
		};
	}
}
