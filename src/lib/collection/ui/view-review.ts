import * as m from '#lib/shared/client-words.ts';
import type { Answers, LanguageTag, Questionnaire } from '#lib/instruments/questionnaire.ts';
import type { OptionView, QuestionView } from '#lib/questionnaire/page-view.ts';
import { optionWords } from '#lib/questionnaire/ui/option-words.ts';
import { textIn } from '#lib/questionnaire/local-text.ts';
import { problemSentence } from '#lib/questionnaire/ui/problem-sentence.ts';
import { listUnanswered } from '#lib/questionnaire/unanswered.ts';
import { validateAll } from '#lib/questionnaire/validate.ts';
import { viewPage } from '#lib/questionnaire/view-page.ts';
import { listVisiblePages } from '#lib/questionnaire/visible-pages.ts';
import type { Carried, ReviewedAnswer, ReviewView } from './journey-view.ts';
import { findForm, listQuestions } from './view-questions.ts';

interface Shown {
	readonly language: LanguageTag;
	readonly address: string;
	readonly asksForHelp: boolean;
	readonly carried: Carried;
	/** Whether to say what has to be answered before it can be sent. */
	readonly showsProblems: boolean;
}

/** Everything answered, question by question, before it is sent. */
export function viewReview(questionnaire: Questionnaire, answers: Answers, shown: Shown): ReviewView {
	const { language, asksForHelp, carried, showsProblems } = shown;
	const problems = validateAll(questionnaire, answers);
	const needed = new Set(problems.map((problem) => problem.question));
	const pages = listVisiblePages(questionnaire, answers);
	const reviewed = pages.flatMap((page, index) => {
		const view = viewPage(questionnaire, answers, language, page.name);
		const form = findForm(questionnaire, page.name);
		const isFirst = form !== null && !pages[index - 1]?.name.startsWith(form.prefix);
		return listQuestions(view.elements).map((question, at): ReviewedAnswer => {
			const problem = showsProblems ? problems.find((found) => found.question === question.name) : undefined;
			return {
				opens: isFirst && at === 0 ? textIn(language, form.heading, form.defaultLanguage) : null,
				page: page.name,
				pageTitle: view.title,
				question: question.title ?? m.respondent_question_number({ number: index + 1 }),
				lines: listLines(question),
				error: problem ? problemSentence(problem, language, questionnaire.defaultLanguage) : null
			};
		});
	});
	const [first] = pages;
	return {
		kind: 'review',
		address: shown.address,
		language: first ? viewPage(questionnaire, answers, language, first.name).language : language,
		answers: reviewed,
		skipped: listUnanswered(questionnaire, answers).filter(({ question }) => !needed.has(question.name))
			.length,
		needed: needed.size,
		asksForHelp,
		carried
	};
}

function listLines(question: QuestionView): string[] {
	const answer = listAnswerLines(question);
	const comment = question.comment?.value.trim();
	if (!comment) return answer;
	const isOpen =
		question.comment?.kind === 'comment' ||
		('options' in question &&
			question.options.some(({ role, isSelected }) => role === 'other' && isSelected));
	return isOpen ? [...answer, comment] : answer;
}

function listAnswerLines(question: QuestionView): string[] {
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'checkbox':
		case 'rating':
		case 'boolean':
			return question.options
				.filter(({ isSelected }) => isSelected)
				.map((option) => wordsOf(option, question));
		case 'matrix':
			return question.rows.flatMap((row, index) =>
				row.options
					.filter(({ isSelected }) => isSelected)
					.map((option) => `${row.label ?? index + 1}: ${wordsOf(option, question)}`)
			);
		case 'text':
			if (question.value === null) return [];
			return [`${writeValue(question.value)}${question.unit ? ` ${question.unit}` : ''}`];
		case 'comment':
		case 'slider':
			return question.value === null ? [] : [writeValue(question.value)];
	}
}

function wordsOf(option: OptionView, question: QuestionView): string {
	return option.label ?? optionWords(option, question.kind);
}

function writeValue(value: NonNullable<QuestionView['value']>): string {
	return typeof value === 'number' ? String(value).replace('.', ',') : String(value);
}
