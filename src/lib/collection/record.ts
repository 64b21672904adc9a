/**
 * The general facts of a case (SKL's 20 generella variabler, 2019): a form that staff fill in step by step as the case goes on,
 * and complete later. One record for each case; what stood there before is kept as with any correction.
 */
import type { Answers, Page, Question, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { isAnswered } from '#lib/questionnaire/is-answered.ts';
import { listQuestionsOn } from '#lib/questionnaire/read-form.ts';
import type { UnansweredMarks } from './unanswered.ts';

export const recordInstrumentId = 'generella-variabler';

/** The personal identity number: it stands sealed by itself with the client, and is not asked for twice. */
const neverAsked: ReadonlySet<string> = new Set(['gv_3']);

export interface RecordContent {
	readonly answers: Answers;
	readonly marks: UnansweredMarks;
}

export interface RecordStep {
	/** The page's name. */
	readonly name: string;
	readonly page: Page;
	readonly questions: readonly Question[];
	/** How many have an answer, or are said not to be known. */
	readonly settled: number;
}

/** The steps with the questions that the unit asks; a step without any is left out. */
export function listRecordSteps(
	questionnaire: Questionnaire,
	hidden: ReadonlySet<string>,
	{ answers, marks }: RecordContent
): readonly RecordStep[] {
	return questionnaire.pages
		.map((page) => withoutHidden(page, hidden))
		.map((page) => {
			const questions = listQuestionsOn(page);
			const settled = questions.filter(({ name }) => isAnswered(answers[name]) || marks[name] !== undefined);
			return { name: page.name, page, questions, settled: settled.length };
		})
		.filter(({ questions }) => questions.length > 0);
}

function withoutHidden(page: Page, hidden: ReadonlySet<string>): Page {
	const elements = page.elements.filter(({ name }) => !hidden.has(name) && !neverAsked.has(name));
	return { ...page, elements };
}

/** Where a case is in the process (Socialstyrelsen, nationell informationsstruktur), by what is known of it. */
export interface CaseProgress {
	readonly isClosed: boolean;
	readonly hasDecision: boolean;
	readonly hasStarted: boolean;
}

/** The first step up to where the case is that something is left in; the one where it is when nothing is. */
export function suggestStep(steps: readonly RecordStep[], progress: CaseProgress): string | null {
	const reached = steps.slice(0, countReached(steps, progress));
	const left = reached.find(({ questions, settled }) => settled < questions.length);
	return (left ?? reached.at(-1) ?? steps[0])?.name ?? null;
}

const stepOrder = ['aktualisera', 'utreda', 'besluta-genomfora', 'folja-upp', 'avsluta'];

function countReached(
	steps: readonly RecordStep[],
	{ isClosed, hasDecision, hasStarted }: CaseProgress
): number {
	const last = isClosed ? 'avsluta' : hasStarted ? 'folja-upp' : hasDecision ? 'besluta-genomfora' : 'utreda';
	const limit = stepOrder.indexOf(last);
	return steps.filter(({ name }) => stepOrder.indexOf(name) <= limit).length;
}

/** The record with the answers of one step in place of what the step had before; other steps are left as they are. */
export function completeRecord(
	before: RecordContent,
	names: readonly string[],
	given: RecordContent
): RecordContent {
	const ofStep = new Set(names.flatMap((name) => [name, `${name}-Comment`]));
	const keep = <Value>(all: Readonly<Record<string, Value>>, isOfStep: boolean) =>
		Object.fromEntries(Object.entries(all).filter(([name]) => ofStep.has(name) === isOfStep));
	return {
		answers: { ...keep(before.answers, false), ...keep(given.answers, true) },
		marks: { ...keep(before.marks, false), ...keep(given.marks, true) }
	};
}

/** Whether two records say the same. */
export function isSameRecord(one: RecordContent, other: RecordContent): boolean {
	const text = ({ answers, marks }: RecordContent): string =>
		JSON.stringify(
			[answers, marks].map((all) => Object.entries(all).toSorted(([a], [b]) => a.localeCompare(b)))
		);
	return text(one) === text(other);
}

/** What the case says already, so that nobody writes it twice: shown in the form, and stored only when it is saved. */
export function suggestFromCase(facts: {
	readonly openedOn: string;
	readonly closedOn: string | null;
	readonly sex: 'female' | 'male' | null;
	readonly decidedOn: string | null;
	readonly startedOn: string | null;
}): Answers {
	const { openedOn, closedOn, sex, decidedOn, startedOn } = facts;
	return {
		gv_1: openedOn,
		...(sex === null ? {} : { gv_4: sex === 'female' ? 1 : 2 }),
		...(decidedOn === null ? {} : { gv_10: decidedOn }),
		...(startedOn === null ? {} : { gv_11: startedOn }),
		...(closedOn === null ? {} : { gv_18: closedOn })
	};
}
