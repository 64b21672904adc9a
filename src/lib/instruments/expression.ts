/** A condition or a value from a definition, as a tree of plain data. Same meaning as SurveyJS gives the text. */
export type ExpressionValue =
	string | number | boolean | null | readonly ExpressionValue[] | { readonly [key: string]: ExpressionValue };

export type BinaryOperator =
	| 'and' | 'or'
	| 'equal' | 'notequal' | 'less' | 'lessorequal' | 'greater' | 'greaterorequal'
	| 'plus' | 'minus' | 'mul' | 'div' | 'mod' | 'power'
	| 'contains' | 'notcontains' | 'anyof' | 'allof' | 'noneof';

export type UnaryOperator = 'empty' | 'notempty' | 'negate';

/** The functions a definition may call. Anything else is a compile error that names the element. */
export const supportedFunctions = ['iif', 'sum', 'avg', 'min', 'max', 'round'] as const;
export type SupportedFunction = (typeof supportedFunctions)[number];

export type Expression =
	| { readonly kind: 'constant'; readonly value: ExpressionValue }
	/** Path into the answers, already split: `{q.row1}` → ['q', 'row1']. */
	| {
			readonly kind: 'variable';
			readonly path: readonly string[];
			/** A question with several answers: unanswered it reads as an empty list, as in SurveyJS. */
			readonly isList?: true;
	  }
	| { readonly kind: 'array'; readonly items: readonly Expression[] }
	| { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression }
	| { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
	| { readonly kind: 'call'; readonly name: SupportedFunction; readonly args: readonly Expression[] };
