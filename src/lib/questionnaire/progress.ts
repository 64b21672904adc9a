import type { Expression } from '../instruments/expression.ts';
import type { Answers, Element, Page, Questionnaire } from '../instruments/questionnaire.ts';
import { isVisible } from './conditions.ts';
import { isAnswered } from './is-answered.ts';
import { listVisibleQuestions } from './visible-questions.ts';

export interface Progress {
	/** The page's place among those visible now, from 1; 0 for a page that is hidden or unknown. */
	readonly position: number;
	/** Pages visible now. */
	readonly total: number;
	/** Visible questions with an answer, all pages. */
	readonly answered: number;
	/** Visible pages after this one. */
	readonly left: number;
	/** False while answers still to come can add or take away a page ahead: then say "about". */
	readonly isTotalCertain: boolean;
}

/** How far someone on the named page has come, with the pages there are with these answers. */
export function measureProgress(questionnaire: Questionnaire, answers: Answers, pageName: string): Progress {
	const visible = questionnaire.pages.filter((page) => isVisible(page, answers));
	const position = visible.findIndex((page) => page.name === pageName) + 1;
	const questions = visible.flatMap((page) => listVisibleQuestions(page, answers));
	const place = questionnaire.pages.findIndex((page) => page.name === pageName);
	return {
		position,
		total: visible.length,
		answered: questions.filter(({ question }) => isAnswered(answers[question.name])).length,
		left: visible.length - position,
		isTotalCertain: !canChange(questionnaire.pages, Math.max(place, 0))
	};
}

/** Whether a page ahead depends on a question that is on this page or ahead. */
function canChange(pages: readonly Page[], place: number): boolean {
	const ahead = pages.slice(place);
	const open = new Set(ahead.flatMap((page) => page.elements.flatMap(listNames)));
	return ahead.slice(1).some((page) => listPageConditions(page).some((condition) => reads(condition, open)));
}

function listNames(element: Element): string[] {
	return element.kind === 'panel'
		? element.elements.flatMap(listNames)
		: [element.name, `${element.name}-Comment`];
}

/** The conditions that decide whether a page is there: its own, and its elements' when all of them have one. */
function listPageConditions({ visibleIf, elements }: Pick<Page, 'visibleIf' | 'elements'>): Expression[] {
	const own = visibleIf ? [visibleIf] : [];
	const inner = elements.map((element) =>
		element.kind === 'panel' ? listPageConditions(element) : element.visibleIf ? [element.visibleIf] : []
	);
	return inner.every((conditions) => conditions.length > 0) ? [...own, ...inner.flat()] : own;
}

function reads(expression: Expression, names: ReadonlySet<string>): boolean {
	switch (expression.kind) {
		case 'constant':
			return false;
		case 'variable':
			return names.has(expression.path[0] ?? '');
		case 'array':
			return expression.items.some((item) => reads(item, names));
		case 'unary':
			return reads(expression.operand, names);
		case 'binary':
			return reads(expression.left, names) || reads(expression.right, names);
		case 'call':
			return expression.args.some((argument) => reads(argument, names));
	}
}
