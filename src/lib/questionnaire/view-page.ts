import type {
	Answers,
	Element,
	LanguageTag,
	Page,
	Panel,
	Questionnaire
} from '../instruments/questionnaire.ts';
import type { AnswerProblem } from './answer-problem.ts';
import { isEnabled, isVisible } from './conditions.ts';
import { textIn } from './local-text.ts';
import type { ElementView, PageView } from './page-view.ts';
import { validatePage } from './validate.ts';
import type { ViewContext } from './view-question.ts';
import { viewQuestion } from './view-question.ts';
import { findPage } from './visible-pages.ts';

/**
 * What to draw of one page with these answers: the visible elements with their texts, options and answers.
 * With `withProblems` each question also carries what is wrong with its answer. An unknown page is empty.
 */
export function viewPage(
	questionnaire: Questionnaire,
	answers: Answers,
	language: LanguageTag,
	pageName: string,
	{ withProblems = false } = {}
): PageView {
	const page = findPage(questionnaire, pageName);
	const context: ViewContext = {
		answers,
		problems: withProblems ? validatePage(questionnaire, answers, pageName) : noProblems,
		read: (text) => textIn(language, text, questionnaire.defaultLanguage)
	};
	return {
		name: pageName,
		title: context.read(page?.title ?? null),
		description: context.read(page?.description ?? null),
		language: findLanguage(questionnaire, language),
		elements: page ? viewElements(page, isEnabled(page, answers), context) : []
	};
}

const noProblems: readonly AnswerProblem[] = [];

function viewElements(container: Page | Panel, isOpen: boolean, context: ViewContext): ElementView[] {
	return container.elements
		.filter((element) => isVisible(element, context.answers))
		.map((element) => viewElement(element, isOpen && isEnabled(element, context.answers), context));
}

function viewElement(element: Element, isOpen: boolean, context: ViewContext): ElementView {
	if (element.kind !== 'panel') return viewQuestion(element, isOpen, context);
	return {
		kind: 'panel',
		name: element.name,
		title: context.read(element.title),
		description: context.read(element.description),
		elements: viewElements(element, isOpen, context)
	};
}

/** All texts of a questionnaire exist in the same languages: the compiler sees to it. */
function findLanguage({ languages, defaultLanguage }: Questionnaire, language: LanguageTag): LanguageTag {
	const base = language.split('-', 1)[0];
	return (
		languages.find((known) => known === language) ??
		languages.find((known) => known === base) ??
		defaultLanguage
	);
}
