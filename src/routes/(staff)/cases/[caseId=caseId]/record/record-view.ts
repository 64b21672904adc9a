/** The general facts of a case as the page and the case show them. */
import type { Case, Intervention } from '#lib/cases/case.ts';
import {
	listRecordSteps,
	suggestFromCase,
	suggestStep,
	type RecordContent,
	type RecordStep
} from '#lib/collection/record.ts';
import type { Answers, Question, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { textIn } from '#lib/questionnaire/local-text.ts';
import { viewPage } from '#lib/questionnaire/view-page.ts';
import type { ElementView, QuestionView } from '#lib/questionnaire/page-view.ts';
import { m } from '#lib/paraglide/messages.js';

/** The form's own fields begin with an underscore, so that they are not taken for answers. */
export const unknownFieldName = (question: string): string => `_unknown.${question}`;

export interface StepLink {
	readonly name: string;
	readonly href: string;
	readonly title: string;
	/** "3 av 6". */
	readonly settled: string;
	readonly isDone: boolean;
	readonly isCurrent: boolean;
}

interface Shown extends RecordContent {
	readonly hidden: ReadonlySet<string>;
}

/** The steps with how far each has come. */
export function toStepLinks(
	questionnaire: Questionnaire,
	record: Shown,
	{
		here,
		current,
		language
	}: { readonly here: string; readonly current: string | null; readonly language: string }
): StepLink[] {
	return listRecordSteps(questionnaire, record.hidden, record).map(({ name, page, questions, settled }) => ({
		name,
		href: `${here}?step=${name}`,
		title: textIn(language, page.title, questionnaire.defaultLanguage) ?? name,
		settled: m.record_settled({ settled, count: questions.length }),
		isDone: settled === questions.length,
		isCurrent: name === current
	}));
}

/** The step that is wanted, or where the case is. */
export function chooseStep(
	steps: readonly RecordStep[],
	wanted: string | null,
	overview: { readonly case: Case; readonly interventions: readonly Intervention[] }
): RecordStep | null {
	const suggested = suggestStep(steps, {
		isClosed: overview.case.closedOn !== null,
		hasDecision: overview.interventions.some(({ decidedOn }) => decidedOn !== null),
		hasStarted: overview.interventions.some(({ startedOn }) => startedOn !== null)
	});
	return steps.find(({ name }) => name === (wanted ?? suggested)) ?? null;
}

/** One step's questions, with what the case says already where nothing is recorded. */
export function toStepView(
	questionnaire: Questionnaire,
	step: RecordStep,
	{
		answers,
		marks,
		suggested,
		language
	}: RecordContent & { readonly suggested: Answers; readonly language: string }
) {
	const isOpen = (name: string) => answers[name] === undefined && marks[name] === undefined;
	const filled = {
		...Object.fromEntries(Object.entries(suggested).filter(([name]) => isOpen(name))),
		...answers
	};
	const shown = { ...questionnaire, pages: [step.page] };
	const view = viewPage(shown, filled, language, step.name);
	return {
		name: step.name,
		language: view.language,
		title: view.title ?? step.name,
		questions: view.elements.filter(isQuestion).map((question) => ({
			question,
			/** A form that has "vet inte" of its own needs no other. */
			unknown: offersUnknown(step.questions, question.name)
				? null
				: { name: unknownFieldName(question.name), isChecked: marks[question.name] === 'dont-know' },
			isSuggested: isOpen(question.name) && suggested[question.name] !== undefined
		}))
	};
}

const isQuestion = (element: ElementView): element is QuestionView => element.kind !== 'panel';

function offersUnknown(questions: readonly Question[], name: string): boolean {
	const question = questions.find((one) => one.name === name);
	if (question === undefined || !('options' in question)) return false;
	return question.options.some(
		({ role, label }) => role === 'dont-know' || /^vet (ej|inte)$/i.test(label?.['sv'] ?? '')
	);
}

export function suggestAnswers({
	case: one,
	interventions
}: {
	readonly case: Case;
	readonly interventions: readonly Intervention[];
}): Answers {
	const firstDay = (days: readonly (string | null)[]) => days.filter((day) => day !== null).sort()[0] ?? null;
	return suggestFromCase({
		openedOn: one.openedOn,
		closedOn: one.closedOn,
		sex: one.client.sex,
		decidedOn: firstDay(interventions.map(({ decidedOn }) => decidedOn)),
		startedOn: firstDay(interventions.map(({ startedOn }) => startedOn))
	});
}
