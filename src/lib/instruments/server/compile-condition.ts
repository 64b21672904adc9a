import type { Expression } from '../expression.ts';
import type { CompileContext } from './compile-context.ts';
import { report } from './compile-context.ts';
import type { ExpressionScope } from './compile-expression.ts';
import { compileExpression } from './compile-expression.ts';
import type { OpenObject } from './open-object.ts';
import { pathOf, readBoolean, readRaw } from './open-object.ts';

/** The conditions of a page, a panel or a question. */
export interface CompiledConditions {
	readonly visibleIf: Expression | null;
	readonly enableIf: Expression | null;
	readonly isRequired: boolean;
	readonly requiredIf: Expression | null;
}

const never: Expression = { kind: 'constant', value: false };

/**
 * `visible: false` and `readOnly: true` become conditions that never hold. As in SurveyJS an expression decides
 * alone when it stands beside its fixed property.
 */
export function readConditions(object: OpenObject, context: CompileContext): CompiledConditions {
	const visibleIf = readExpression(object, 'visibleIf', context);
	const enableIf = readExpression(object, 'enableIf', context);
	const requiredIf = readExpression(object, 'requiredIf', context);
	const isHidden = readRaw(object, 'visible') !== undefined && !readBoolean(object, 'visible', context);
	const isReadOnly = readBoolean(object, 'readOnly', context);
	const isRequired = readBoolean(object, 'isRequired', context);
	return {
		visibleIf: visibleIf ?? (isHidden ? never : null),
		enableIf: enableIf ?? (isReadOnly ? never : null),
		isRequired: isRequired && requiredIf === null,
		requiredIf
	};
}

/** An expression property as a tree, or null when it is missing or cannot be used. */
export function readExpression(
	object: OpenObject,
	name: string,
	context: CompileContext,
	scope: ExpressionScope = context.scope
): Expression | null {
	const text = readRaw(object, name);
	if (text === undefined || text === '') return null;
	if (typeof text !== 'string') {
		report(context, pathOf(object, name), 'expression-invalid', 'Villkoret ska vara en text.');
		return null;
	}
	const compiled = compileExpression(text, scope);
	if (compiled.ok) return compiled.value;
	report(context, pathOf(object, name), 'expression-invalid', compiled.problem);
	return null;
}
