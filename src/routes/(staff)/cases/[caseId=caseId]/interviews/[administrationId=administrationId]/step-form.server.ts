/** One question of an interview as an ordinary form sends it, and what becomes of the draft. */
import {
	answerStep,
	markStep,
	maxNoteLength,
	noteStep,
	placeOnward,
	standingPlace,
	switchLanguage,
	type InterviewDraft,
	type StepRefusal
} from '#lib/collection/interview.ts';
import { findStep, listSteps, placeBefore } from '#lib/collection/interview-steps.ts';
import { parseInterviewMove, type InterviewMove } from '#lib/collection/interview-move.ts';
import { areTooLarge } from '#lib/collection/answers-size.ts';
import type { FormFields } from '#lib/collection/read-written.ts';
import type { StandingInterview } from '#lib/collection/server/reads/open-interview.ts';
import { m } from '#lib/paraglide/messages.js';
import { problemSentence, slipSentence } from '#lib/questionnaire/ui/problem-sentence.ts';
import { Problem } from '#lib/shared/problem.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';

export interface StepForm {
	readonly move: InterviewMove;
	readonly step: string;
	readonly version: number;
	readonly saveId: string;
	readonly note: string;
	readonly jump: string;
	readonly isFromReview: boolean;
	readonly fields: FormFields;
}

export interface RefusedStep {
	readonly error: string;
	readonly asWritten: string | null;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Whether the text is a uuid. */
export const isUuid = (text: string): boolean => uuid.test(text);

/** Reads the form. Refuses a button that does not exist and more than a question can hold. */
export async function readStepForm(request: Request): Promise<StepForm> {
	const fields = [...(await request.formData())].filter(
		(field): field is [string, string] => typeof field[1] === 'string'
	);
	if (areTooLarge(fields)) throw new Problem('answers-too-large');
	const own = new Map(fields.filter(([name]) => name.startsWith('_')));
	const move = parseInterviewMove(own.get('_move') ?? 'next');
	const version = Number(own.get('_version'));
	const saveId = own.get('_save') ?? '';
	if (!move || !Number.isSafeInteger(version) || !isUuid(saveId)) throw new Problem('invalid-input');
	return {
		move,
		step: own.get('_step') ?? '',
		version,
		saveId,
		note: (own.get('_note') ?? '').slice(0, maxNoteLength),
		jump: own.get('_jump') ?? '',
		isFromReview: own.get('_from') === 'review',
		fields
	};
}

/** The draft as the form leaves it, and whether it is on its way back to the review; or the sentence to be shown. */
export function takeStep(
	{ instrument, draft }: Pick<StandingInterview, 'instrument' | 'draft'>,
	form: StepForm
): Result<{ readonly draft: InterviewDraft; readonly isReturning: boolean }, RefusedStep> {
	const { questionnaire } = instrument;
	const step = findStep(listSteps(questionnaire, draft.answers), form.step);
	if (!step) throw new Problem('answers-refused');
	const noted = noteStep(draft, step.name, form.note);
	const { move } = form;
	const onward = (kept: InterviewDraft): InterviewDraft => ({
		...kept,
		place: placeOnward(questionnaire, kept, step.name, form.isFromReview)
	});
	if (move.kind === 'mark') {
		return ok({ draft: onward(markStep(noted, step, move.mark)), isReturning: form.isFromReview });
	}
	const read = answerStep(questionnaire, noted, step, form.fields);
	if (!read.ok && move.kind === 'next') {
		const asWritten = form.fields.find(([name]) => name === step.name)?.[1] ?? null;
		return refuse({ error: sentenceOf(instrument, read.problem), asWritten });
	}
	const kept = read.ok ? read.value : noted;
	const stay = { ...kept, place: step.name };
	switch (move.kind) {
		case 'next':
			return ok({ draft: onward(kept), isReturning: form.isFromReview });
		case 'back': {
			const place = placeBefore(listSteps(questionnaire, kept.answers), step.name);
			return ok({ draft: { ...kept, place }, isReturning: false });
		}
		case 'jump':
			return ok({
				draft: { ...kept, place: standingPlace(questionnaire, kept, form.jump) },
				isReturning: false
			});
		case 'language': {
			const isKnown = questionnaire.languages.includes(move.language);
			const draft = isKnown ? switchLanguage(stay, move.language) : stay;
			return ok({ draft, isReturning: form.isFromReview });
		}
		case 'note':
		case 'pause':
			return ok({ draft: stay, isReturning: false });
	}
}

function sentenceOf(
	{ questionnaire }: StandingInterview['instrument'],
	{ slips, problems }: StepRefusal
): string {
	const [slip] = slips;
	const [problem] = problems;
	if (slip) return slipSentence(slip);
	const { defaultLanguage } = questionnaire;
	return problem
		? problemSentence(problem, defaultLanguage, defaultLanguage)
		: m.respondent_problem_pattern();
}
