import type {
	AnswerValue,
	Answers,
	LocalText,
	MatrixQuestion,
	Option,
	Question
} from '../instruments/questionnaire.ts';
import { codesByRow, hasCode } from './answer-codes.ts';
import type { AnswerProblem } from './answer-problem.ts';
import { hasCommentField } from './comment-field.ts';
import { isDemanded } from './conditions.ts';
import { toCommentName, toInputName, toInputValue } from './input-name.ts';
import type { CommentView, OptionView, QuestionView, RowView } from './page-view.ts';
import { maxCommentLength, maxLengthOf } from './text-limits.ts';

/** What drawing a page needs to know everywhere in it. */
export interface ViewContext {
	readonly answers: Answers;
	readonly problems: readonly AnswerProblem[];
	/** The text in the respondent's language. */
	readonly read: (text: LocalText | null) => string | null;
}

/** One visible question in words. */
export function viewQuestion(question: Question, isEnabled: boolean, context: ViewContext): QuestionView {
	const { answers, problems, read } = context;
	const value = answers[question.name] ?? null;
	const base = {
		name: question.name,
		title: read(question.title),
		help: read(question.help),
		isRequired: isDemanded(question, answers),
		isEnabled,
		value,
		comment: viewComment(question, context),
		problems: problems.filter((problem) => problem.question === question.name),
		inputName: toInputName(question.name)
	};
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'boolean':
			return { ...base, kind: question.kind, options: viewOptions(question, value, context) };
		case 'checkbox':
			return {
				...base,
				kind: 'checkbox',
				options: viewOptions(question, value, context),
				minSelected: question.minSelected,
				maxSelected: question.maxSelected
			};
		case 'rating':
			return {
				...base,
				kind: 'rating',
				options: viewOptions(question, value, context),
				lowLabel: read(question.lowLabel),
				highLabel: read(question.highLabel)
			};
		case 'text':
			return {
				...base,
				kind: 'text',
				inputType: question.inputType,
				min: question.min,
				max: question.max,
				step: question.step,
				maxLength: maxLengthOf(question),
				unit: read(question.unit)
			};
		case 'comment':
			return { ...base, kind: 'comment', rows: question.rows, maxLength: maxLengthOf(question) };
		case 'slider':
			return {
				...base,
				kind: 'slider',
				min: question.min,
				max: question.max,
				step: question.step,
				lowLabel: read(question.lowLabel),
				highLabel: read(question.highLabel)
			};
		case 'matrix':
			return {
				...base,
				kind: 'matrix',
				rows: viewRows(question, value, base.problems, context),
				columns: question.columns.map(({ code, label }) => ({ code, label: read(label) ?? String(code) }))
			};
	}
}

function viewComment(question: Question, { answers, read }: ViewContext): CommentView | null {
	if (!hasCommentField(question)) return null;
	const inputName = toCommentName(question.name);
	const value = answers[inputName];
	return {
		kind: question.comment ? 'comment' : 'other',
		label: read(
			question.comment ? question.comment.label : 'otherLabel' in question ? question.otherLabel : null
		),
		value: typeof value === 'string' ? value : '',
		inputName,
		maxLength: maxCommentLength
	};
}

function viewOptions(
	{ kind, options }: { kind: Question['kind']; options: readonly Option[] },
	value: AnswerValue | null,
	{ read }: ViewContext
): OptionView[] {
	return options.map((option) => ({
		code: option.code,
		label:
			read(option.label) ?? (option.role === 'answer' && kind !== 'boolean' ? String(option.code) : null),
		role: option.role,
		isSelected: hasCode(value, option.code),
		inputValue: toInputValue(option.code)
	}));
}

function viewRows(
	question: MatrixQuestion,
	value: AnswerValue | null,
	problems: readonly AnswerProblem[],
	context: ViewContext
): RowView[] {
	const codes = codesByRow(value);
	return question.rows.map((row) => ({
		name: row.name,
		label: context.read(row.label),
		inputName: toInputName(question.name, row.name),
		options: viewOptions({ kind: 'matrix', options: question.columns }, codes[row.name] ?? null, context),
		problems: problems.filter((problem) => problem.row === row.name)
	}));
}
