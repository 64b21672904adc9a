import { areTooLarge, maxAnswersLength } from '#lib/collection/answers-size.ts';
import { helps, type Help } from '#lib/collection/administration.ts';
import type { FormFields } from '#lib/collection/read-written.ts';
import { parseSubmissionId } from '#lib/collection/submission-id.ts';
import { parseMove, parseWalk, type Move, type Walk } from '#lib/collection/turn.ts';
import type { Answers, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { readAnswers } from '#lib/questionnaire/read-answers.ts';
import { parseId, type InformationId } from '#lib/shared/ids.ts';
import { parseJson } from '#lib/shared/parse-json.ts';
import { Problem } from '#lib/shared/problem.ts';

/** What a respondent's form sent. Fields beginning with `_` are the form's own; the rest are answers. */
export interface JourneyForm {
	readonly move: Move;
	/** The page that was answered; empty on the review. */
	readonly page: string;
	readonly walk: Walk;
	readonly fields: FormFields;
	/** The earlier answers of a survey, as text; null where the server keeps them. */
	readonly carriedAnswers: string | null;
	readonly submissionId: string | null;
	readonly informationId: InformationId | null;
	readonly help: Help;
}

/** Reads the form. Refuses a button that does not exist and more than a questionnaire can hold. */
export async function readJourneyForm(request: Request): Promise<JourneyForm> {
	const fields = await readFields(request);
	if (areTooLarge(fields.filter(([name]) => name !== '_answers'))) throw new Problem('answers-too-large');
	const own = new Map(fields.filter(([name]) => name.startsWith('_')));
	const move = parseMove(own.get('_move') ?? 'next');
	if (!move) throw new Problem('invalid-input');
	const page = own.get('_page') ?? '';
	return {
		move: move.kind === 'stay' && page === '' ? { kind: 'review' } : move,
		page,
		walk: parseWalk(own.get('_walk') ?? null),
		fields,
		carriedAnswers: own.get('_answers') ?? null,
		submissionId: parseSubmissionId(own.get('_submission') ?? '') ?? null,
		informationId: parseId<InformationId>(own.get('_information') ?? '') ?? null,
		help: helps.find((help) => help === own.get('_help')) ?? 'self'
	};
}

/** Pages send their forms in the ordinary way, which is quicker to read than what a form can be in all. */
async function readFields(request: Request): Promise<[string, string][]> {
	const [type] = (request.headers.get('content-type') ?? '').split(';');
	if (type === 'application/x-www-form-urlencoded') return [...new URLSearchParams(await request.text())];
	return [...(await request.formData())].filter(
		(field): field is [string, string] => typeof field[1] === 'string'
	);
}

/** The earlier answers that an anonymous form carries with it, checked against the questionnaire. */
export function readCarriedAnswers(questionnaire: Questionnaire, text: string | null): Answers {
	const read = readAnswers(questionnaire, parseCarriedAnswers(text) ?? {});
	if (!read.ok) throw new Problem('answers-refused');
	return read.value;
}

/** The same, not checked yet; null when the form carries none. */
export function parseCarriedAnswers(text: string | null): Answers | null {
	if (text === null || text === '') return null;
	const read = parseJson(text, maxAnswersLength);
	if (!read.ok) throw new Problem(read.problem === 'too-long' ? 'answers-too-large' : 'answers-refused');
	return read.value as Answers;
}
