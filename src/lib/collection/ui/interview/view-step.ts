/** One step of an interview in words, whatever kind of question it is. */
import { m } from '#lib/paraglide/messages.js';
import type { LocalText } from '#lib/instruments/questionnaire.ts';
import type { AnswerProblem } from '#lib/questionnaire/answer-problem.ts';
import { textIn } from '#lib/questionnaire/local-text.ts';
import type { OptionView, QuestionView } from '#lib/questionnaire/page-view.ts';
import { optionWords } from '#lib/questionnaire/ui/option-words.ts';
import { viewQuestion } from '#lib/questionnaire/view-question.ts';
import { listOptionKeys, type KeySettings } from '../../interview-keys.ts';
import { isStepAnswered, listSteps, type Step } from '../../interview-steps.ts';
import type { InterviewDraft } from '../../interview.ts';
import type { UnansweredMark } from '../../unanswered.ts';
import type { InterviewData } from './interview-view.ts';

export interface KeyedOption {
	readonly option: OptionView;
	readonly label: string;
	/** What chooses it on the keyboard, in small letters. */
	readonly keys: readonly string[];
}

export interface StepView {
	readonly name: string;
	/** The number in the form: "3". */
	readonly number: string;
	readonly title: string;
	readonly above: readonly string[];
	/** A matrix row is drawn as the question it is. */
	readonly question: QuestionView;
	/** One or several of these, or none where the answer is written. */
	readonly choice: 'one' | 'several' | null;
	readonly options: readonly KeyedOption[];
	readonly ends: { readonly low: string | null; readonly high: string | null };
	readonly mark: UnansweredMark | null;
	readonly note: string;
}

type Told = Pick<InterviewData, 'questionnaire' | 'language' | 'numbers'>;

/** The step as it is drawn now. */
export function viewStep(
	told: Told,
	draft: InterviewDraft,
	step: Step,
	{ keys }: Pick<KeySettings, 'keys'>,
	problems: readonly AnswerProblem[] = []
): StepView {
	const { questionnaire, language } = told;
	const read = (text: LocalText | null) => textIn(language, text, questionnaire.defaultLanguage);
	const whole = viewQuestion(step.question, true, { answers: draft.answers, problems, read });
	const question = step.row === null ? whole : toRow(whole, step.row);
	const number = numberOf(told, step);
	const options = 'options' in question ? question.options : [];
	const digits = listOptionKeys(options);
	return {
		name: step.name,
		number,
		title: question.title ?? m.respondent_question_number({ number }),
		above: step.above.flatMap((text) => read(text) ?? []),
		question,
		choice: question.kind === 'checkbox' ? 'several' : options.length > 0 ? 'one' : null,
		options: options.map((option, at) => ({
			option,
			label: option.label ?? optionWords(option, question.kind),
			keys: question.kind === 'boolean' ? booleanKeys(at, keys, digits) : [digits[at] ?? '']
		})),
		ends:
			question.kind === 'rating'
				? { low: question.lowLabel, high: question.highLabel }
				: { low: null, high: null },
		mark: draft.marks[step.name] ?? null,
		note: draft.notes[step.name] ?? ''
	};
}

const booleanKeys = (at: number, keys: KeySettings['keys'], digits: readonly string[]): string[] => [
	at === 0 ? keys.yes : keys.no,
	digits[at] ?? ''
];

/** The number printed on the form, or the place among the steps. */
export function numberOf({ numbers, questionnaire }: Told, step: Pick<Step, 'name'>): string {
	const printed = numbers[step.name];
	if (printed !== undefined) return printed;
	const place = listSteps(questionnaire, {}).findIndex(({ name }) => name === step.name) + 1;
	return place > 0 ? String(place) : step.name;
}

function toRow(question: QuestionView, name: string): QuestionView {
	const row = question.kind === 'matrix' ? question.rows.find((one) => one.name === name) : undefined;
	if (!row) return question;
	return {
		...question,
		kind: 'radiogroup',
		title: row.label,
		inputName: row.inputName,
		options: row.options,
		problems: row.problems,
		comment: null
	};
}

/** What stands at the step, in words; empty when nothing does. */
export function answerWords(told: Told, draft: InterviewDraft, step: Step, settings: KeySettings): string {
	if (!isStepAnswered(step, draft.answers)) {
		const mark = draft.marks[step.name];
		return mark === undefined ? '' : markWords[mark]();
	}
	const { options, question } = viewStep(told, draft, step, settings);
	if (options.length > 0) {
		return options
			.filter(({ option }) => option.isSelected)
			.map(({ label }) => label)
			.join(', ');
	}
	return String(question.value ?? '').replace('.', question.kind === 'comment' ? '.' : ',');
}

export const markWords: Readonly<Record<UnansweredMark, () => string>> = {
	'dont-know': m.interview_mark_dont_know,
	declined: m.interview_mark_declined,
	'not-asked': m.interview_mark_not_asked
};
