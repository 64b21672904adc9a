import {
	ArrayOperand,
	BinaryOperand,
	ConditionsParser,
	Const,
	FunctionOperand,
	UnaryOperand,
	Variable
} from 'survey-core';
import type { Operand } from 'survey-core';
import type { BinaryOperator, Expression, SupportedFunction, UnaryOperator } from '../expression.ts';
import { supportedFunctions } from '../expression.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';

/**
 * What an expression may refer to: each key answers may have (`audit_1`, `audit_1-Comment`), with its rows if it is a
 * matrix, or 'list' if it holds several answers (a checkbox).
 */
export type ExpressionScope = ReadonlyMap<string, readonly string[] | 'list'>;

/**
 * Turns the text of a SurveyJS expression into plain data. With a scope, names that are not in it are refused;
 * names are found without regard to case, as SurveyJS does, and written as the definition writes them.
 * Refuses unknown functions, unknown variables, list indexes, `{#raw}` and `{$element.property}`, with Swedish
 * sentences.
 */
export function compileExpression(
	text: string,
	scope: ExpressionScope | null = null
): Result<Expression, string> {
	const parser = new ConditionsParser();
	const operand = parser.parseExpression(text);
	if (!operand) {
		const place = parser.error ? ` Felet är vid tecken ${parser.error.at + 1}.` : '';
		return refuse(`Villkoret ”${text}” går inte att läsa.${place}`);
	}
	const problems: string[] = [];
	const expression = toExpression(operand, scope, problems);
	return problems.length === 0
		? ok(expression)
		: refuse(`Villkoret ”${text}” kan inte användas. ${problems.join(' ')}`);
}

const nothing: Expression = { kind: 'constant', value: null };

/** The parser writes the words null and undefined as no operand at all. */
function toExpression(
	operand: Operand | null,
	scope: ExpressionScope | null,
	problems: string[]
): Expression {
	const toInner = (inner: Operand | null) => toExpression(inner, scope, problems);
	const toPresent = (inner: Operand | null) => {
		if (!inner) problems.push('null och undefined går bara att jämföra med.');
		return toInner(inner);
	};
	if (!operand) return nothing;
	if (operand instanceof BinaryOperand) {
		return {
			kind: 'binary',
			operator: operand.operator as BinaryOperator,
			left: toInner(operand.leftOperand as Operand | null),
			right: toInner(operand.rightOperand as Operand | null)
		};
	}
	if (operand instanceof UnaryOperand) {
		return {
			kind: 'unary',
			operator: operand.operator as UnaryOperator,
			operand: toPresent(operand.expression)
		};
	}
	if (operand instanceof ArrayOperand) return { kind: 'array', items: operand.values.map(toPresent) };
	if (operand instanceof FunctionOperand) {
		const name = supportedFunctions.find((known) => known === operand.functionName);
		if (!name) problems.push(explainUnknownFunction(operand.functionName));
		return { kind: 'call', name: name ?? 'sum', args: operand.paramValues.map(toPresent) };
	}
	// Variable inherits from Const in survey-core, so it is asked for first.
	if (operand instanceof Variable) {
		const path = toPath(operand, scope);
		if (typeof path === 'string') problems.push(path);
		if (typeof path === 'string') return nothing;
		const isList = path.length === 1 && scope?.get(path[0] ?? '') === 'list';
		return { kind: 'variable', path, ...(isList ? { isList } : {}) };
	}
	if (operand instanceof Const) return { kind: 'constant', value: operand.correctValue };
	problems.push(`Delar av slaget ”${operand.getType()}” stöds inte.`);
	return nothing;
}

function explainUnknownFunction(name: string): string {
	const known: readonly SupportedFunction[] = supportedFunctions;
	return `Funktionen ”${name}” stöds inte; de som stöds är ${known.join(', ')}.`;
}

/** The path of a variable, or one sentence that says why it cannot be used. */
function toPath(operand: Variable, scope: ExpressionScope | null): readonly string[] | string {
	// toString keeps the # that `variable` leaves out.
	const name = operand.toString().slice(1, -1);
	if (name.startsWith('#')) return `Värden utan omvandling stöds inte: {${name}}.`;
	if (name.startsWith('$')) return `Egenskaper hos element stöds inte: {${name}}.`;
	if (name.includes('[')) return `Platser i en lista stöds inte: {${name}}.`;
	const [first = '', ...rest] = name.split('.');
	if (rest.length > 1) return `{${name}} har för många delar.`;
	if (!scope) return [first, ...rest];
	const question = findName(scope.keys(), first);
	if (!question) return `Det finns ingen fråga ”${first}”.`;
	const [part] = rest;
	if (part === undefined) return [question];
	const known = scope.get(question) ?? [];
	const rows = known === 'list' ? [] : known;
	const row = findName(rows, part);
	if (row) return [question, row];
	if (part === 'length' && rows.length === 0) return [question, 'length'];
	return `Frågan ”${question}” har ingen rad ”${part}”.`;
}

function findName(names: Iterable<string>, wanted: string): string | undefined {
	const folded = wanted.toLowerCase();
	for (const name of names) if (name.toLowerCase() === folded) return name;
	return undefined;
}
