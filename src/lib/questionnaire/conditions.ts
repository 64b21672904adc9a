import { evaluateExpression } from '../instruments/evaluate-expression.ts';
import type { Expression } from '../instruments/expression.ts';
import type { Answers, Element, Page, Panel, Question } from '../instruments/questionnaire.ts';

type Conditional = Page | Panel | Question;

/**
 * SurveyJS compares the outcome of a condition with true or false itself, without conversion: a condition that
 * gives 1 neither shows, disables nor demands (survey-core 3.1.1 question.ts, `addExpressionProperty`).
 */
export function isEnabled({ enableIf }: Conditional, answers: Answers): boolean {
	return !enableIf || evaluateExpression(enableIf, answers) !== false;
}

/** Whether an answer is demanded, by the definition or by its condition. */
export function isDemanded({ isRequired, requiredIf }: Conditional, answers: Answers): boolean {
	return requiredIf ? evaluateExpression(requiredIf, answers) === true : isRequired;
}

/** Whether a condition that need not exist lets its element be seen. */
export function holds(visibleIf: Expression | null, answers: Answers): boolean {
	return !visibleIf || evaluateExpression(visibleIf, answers) === true;
}

/** Whether the element is shown. A page or a panel is shown only when something in it is. */
export function isVisible(element: Page | Element, answers: Answers): boolean {
	if (!holds(element.visibleIf, answers)) return false;
	return !('elements' in element) || element.elements.some((inner) => isVisible(inner, answers));
}
