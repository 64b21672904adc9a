import type { Question } from '../questionnaire.ts';
import type { CompileContext } from './compile-context.ts';
import { report } from './compile-context.ts';
import { readConditions } from './compile-condition.ts';
import { checkCodes, readOptions, readRows, readSpecialOptions } from './compile-options.ts';
import { compileBoolean, compileRating, compileSlider } from './compile-scale-question.ts';
import { readText } from './compile-text.ts';
import { compileText as compileTextQuestion } from './compile-text-question.ts';
import { readValidators } from './compile-validators.ts';
import type { OpenObject } from './open-object.ts';
import { pathOf, readBoolean, readLimit, readRaw } from './open-object.ts';
import type { QuestionBase } from './question-base.ts';

/** Compiles one question of a supported type; the properties have been checked against the type's rules. */
export function compileQuestion(type: string, object: OpenObject, context: CompileContext): Question {
	const base = compileBase(type, object, context);
	switch (type) {
		case 'radiogroup':
		case 'dropdown':
			return compileChoice(type, base, object, context);
		case 'checkbox':
			return {
				...compileChoice('checkbox', base, object, context),
				minSelected: readLimit(object, 'minSelectedChoices', context),
				maxSelected: readLimit(object, 'maxSelectedChoices', context)
			};
		case 'rating':
			return compileRating(base, object, context);
		case 'boolean':
			return compileBoolean(base, object, context);
		case 'slider':
			return compileSlider(base, object, context);
		case 'matrix':
			return compileMatrix(base, object, context);
		default:
			return compileTextQuestion(type, base, object, context);
	}
}

function compileBase(type: string, object: OpenObject, context: CompileContext): QuestionBase {
	const commentLabel = readText(object, 'commentText', context);
	return {
		name: String(readRaw(object, 'name')),
		// Read from the definition itself: survey-core would give the name as title when there is none.
		title: readText(object, 'title', context),
		help: readText(object, 'description', context),
		...readConditions(object, context),
		requiredText: readText(object, 'requiredErrorText', context),
		validators: readValidators(object, type, context),
		comment: readBoolean(object, 'showCommentArea', context) ? { label: commentLabel } : null
	};
}

function compileChoice<Kind extends 'radiogroup' | 'dropdown' | 'checkbox'>(
	kind: Kind,
	base: QuestionBase,
	object: OpenObject,
	context: CompileContext
) {
	const itemClass = kind === 'checkbox' ? 'checkboxitem' : 'choiceitem';
	const options = [
		...readOptions(object, 'choices', itemClass, context),
		...readSpecialOptions(object, context)
	];
	checkCodes(options, pathOf(object, 'choices'), context);
	if (base.comment && options.some((option) => option.role === 'other')) {
		report(
			context,
			object.path,
			'comment-twice',
			'Frågan kan inte ha både ett eget svar (other) och ett kommentarsfält: de skulle spara på samma plats.'
		);
	}
	return { ...base, kind, options, otherLabel: readText(object, 'otherPlaceholder', context) };
}

function compileMatrix(base: QuestionBase, object: OpenObject, context: CompileContext): Question {
	const columns = readOptions(object, 'columns', 'matrixcolumn', context);
	checkCodes(columns, pathOf(object, 'columns'), context);
	return {
		...base,
		kind: 'matrix',
		rows: readRows(object, context),
		columns,
		eachRowRequired: readBoolean(object, 'eachRowRequired', context)
	};
}
