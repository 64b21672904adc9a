import * as m from '#lib/shared/client-words.ts';
import type {
	Answers,
	FormInSitting,
	LanguageTag,
	Page,
	Questionnaire
} from '#lib/instruments/questionnaire.ts';
import type { AnswerProblem } from '#lib/questionnaire/answer-problem.ts';
import { toInputName } from '#lib/questionnaire/input-name.ts';
import { mergePageAnswers } from '#lib/questionnaire/merge-page-answers.ts';
import { findPreviousPage } from '#lib/questionnaire/next-page.ts';
import type { ElementView, PageView, QuestionView } from '#lib/questionnaire/page-view.ts';
import { textIn } from '#lib/questionnaire/local-text.ts';
import { measureProgress, type Progress } from '#lib/questionnaire/progress.ts';
import { listQuestionsOn } from '#lib/questionnaire/read-form.ts';
import { fieldIds } from '#lib/questionnaire/ui/field-ids.ts';
import { problemSentence, slipSentence } from '#lib/questionnaire/ui/problem-sentence.ts';
import { validatePage } from '#lib/questionnaire/validate.ts';
import { viewPage } from '#lib/questionnaire/view-page.ts';
import { findPage, listVisiblePages } from '#lib/questionnaire/visible-pages.ts';
import { listVisibleQuestions } from '#lib/questionnaire/visible-questions.ts';
import type { Outcome } from '../take-turn.ts';
import type { Walk } from '../turn.ts';
import type { Carried, FieldError, OpeningView, QuestionsView } from './journey-view.ts';
import { pickPagePictures, type OfferedPictures } from './page-pictures.ts';

interface Shown {
	readonly name: string;
	readonly walk: Walk;
	readonly language: LanguageTag;
	readonly address: string;
	readonly carried: Carried;
	/** Whether the server keeps the answers as they come. */
	readonly isKept: boolean;
	/** The form's pictures; left out where it has none. */
	readonly pictures?: OfferedPictures | null;
	/** What was wrong with what was sent; nothing when the page is opened. */
	readonly refused?: Pick<Outcome, 'problems' | 'slips' | 'asWritten' | 'hasFollowUp'>;
}

/** One page of questions as the respondent sees it, with where in the whole it is. */
export function viewQuestions(questionnaire: Questionnaire, answers: Answers, shown: Shown): QuestionsView {
	const { name, walk, language, carried, isKept, refused } = shown;
	const page = viewPage(questionnaire, answers, language, name);
	const progress = measureProgress(questionnaire, answers, name);
	const questions = listQuestions(page.elements);
	const definition = findPage(questionnaire, name);
	const numberWords = m.respondent_question_number({ number: progress.position });
	const form = findForm(questionnaire, name);
	return {
		kind: 'questions',
		address: shown.address,
		page,
		walk,
		place: progress.total === 1 ? null : placeWords(questionnaire, answers, progress),
		heading:
			page.title ??
			textIn(language, form?.heading ?? questionnaire.title, fallbackOf(questionnaire, form)) ??
			numberWords,
		opens: form && walk.kind === 'all' ? viewOpening(questionnaire, answers, form, { name, language }) : null,
		position: progress.position,
		total: progress.total,
		numberWords,
		isFirst: findPreviousPage(questionnaire, answers, name) === null,
		maySkip:
			questions.length === 1 && definition !== undefined && maySkip(questionnaire, answers, definition),
		needsSome: questions.some(({ isRequired }) => isRequired),
		isReactive: definition !== undefined && isReactive(definition),
		errors: refused ? listErrors(questionnaire, page.language, questions, refused) : [],
		asWritten: refused?.asWritten ?? {},
		hasFollowUp: refused?.hasFollowUp ?? false,
		pictures: pickPagePictures(shown.pictures ?? null, questions),
		isSaved: isKept && Object.keys(answers).length > 0,
		carried
	};
}

/** The form of a sitting that the page is in; null where only one is answered. */
export function findForm({ forms = [] }: Questionnaire, page: string): FormInSitting | null {
	return forms.find(({ prefix }) => page.startsWith(prefix)) ?? null;
}

const fallbackOf = ({ defaultLanguage }: Questionnaire, form: FormInSitting | null): LanguageTag =>
	form?.defaultLanguage ?? defaultLanguage;

/** What is said where the form begins: on its first page and no other. */
function viewOpening(
	questionnaire: Questionnaire,
	answers: Answers,
	form: FormInSitting,
	{ name, language }: Pick<Shown, 'name' | 'language'>
): OpeningView | null {
	const { forms = [] } = questionnaire;
	const first = listVisiblePages(questionnaire, answers).find((page) => page.name.startsWith(form.prefix));
	if (first?.name !== name) return null;
	const { heading, introduction, defaultLanguage } = form;
	return {
		place: m.respondent_sitting_form({ number: forms.indexOf(form) + 1, total: forms.length }),
		heading: textIn(language, heading, defaultLanguage) ?? '',
		introduction: textIn(language, introduction, defaultLanguage)
	};
}

/** All questions in a page's view, panels opened. */
export function listQuestions(elements: PageView['elements']): QuestionView[] {
	return elements.flatMap((element: ElementView) =>
		element.kind === 'panel' ? listQuestions(element.elements) : [element]
	);
}

/** Questions are counted where there is one on each page; otherwise pages, called parts. Never more sure than it is. */
function placeWords(questionnaire: Questionnaire, answers: Answers, progress: Progress): string {
	const { position: number, total, isTotalCertain } = progress;
	const isOneEach = listVisiblePages(questionnaire, answers).every(
		(page) => listVisibleQuestions(page, answers).length === 1
	);
	if (isOneEach) {
		return isTotalCertain
			? m.respondent_place_question({ number, total })
			: m.respondent_place_question_about({ number, total });
	}
	return isTotalCertain
		? m.respondent_place_part({ number, total })
		: m.respondent_place_part_about({ number, total });
}

/** Whether the page may be left without an answer. A list that wants at least two may not, though it is not required. */
function maySkip(questionnaire: Questionnaire, answers: Answers, page: Page): boolean {
	return validatePage(questionnaire, mergePageAnswers(answers, page, {}), page.name).length === 0;
}

/** Whether something on the page has a condition and there is more than one question that could decide it. */
function isReactive(page: Page): boolean {
	const hasCondition = (element: Page['elements'][number]): boolean =>
		element.visibleIf !== null ||
		element.enableIf !== null ||
		(element.kind === 'panel' && element.elements.some(hasCondition));
	return listQuestionsOn(page).length > 1 && page.elements.some(hasCondition);
}

function listErrors(
	questionnaire: Questionnaire,
	language: LanguageTag,
	questions: readonly QuestionView[],
	{ problems, slips }: Pick<Outcome, 'problems' | 'slips'>
): FieldError[] {
	const found = [
		...slips.map((slip) => ({ ...slip, text: slipSentence(slip) })),
		...problems.map((problem: AnswerProblem) => ({
			...problem,
			text: problemSentence(problem, language, questionnaire.defaultLanguage)
		}))
	];
	const order = questions.map(({ name }) => name);
	return found
		.map(({ question, row, text }) => ({
			question: question.replace(/-Comment$/, ''),
			field: toInputName(question.replace(/-Comment$/, ''), row ?? null),
			text
		}))
		.sort((a, b) => order.indexOf(a.question) - order.indexOf(b.question))
		.map(({ question, field, text }) => ({
			field,
			about: found.length > 1 ? aboutWords(question, field, questions) : null,
			text,
			href: `#${targetOf(question, field, questions)}`
		}));
}

/** The words of the question or the row, so that two sentences that are the same can be told apart. */
function aboutWords(name: string, field: string, questions: readonly QuestionView[]): string | null {
	const question = questions.find((candidate) => candidate.name === name);
	if (question?.kind !== 'matrix') return question?.title ?? null;
	return question.rows.find((row) => row.inputName === field)?.label ?? question.title;
}

/** Where to go to put it right: the control itself, or the group where there are several. */
function targetOf(name: string, field: string, questions: readonly QuestionView[]): string {
	const kind = questions.find((question) => question.name === name)?.kind;
	const isOne = kind === 'text' || kind === 'comment' || kind === 'dropdown' || kind === 'slider';
	return isOne ? fieldIds(field).control : fieldIds(field).question;
}
