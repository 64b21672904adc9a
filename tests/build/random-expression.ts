/** Random expressions and values, made up, for the property tests that compare with survey-core. */
import * as fc from 'fast-check';

const texts = fc.oneof(
	fc.constantFrom(
		...['a', 'B', 'å', 'Ä', '1', '01', '1,5', '-2', ' 3 ', '0x1', 'true', 'FALSE', 'undefined', ''],
		...['12345678901234567', 'a b', '😀', 'ı', 'İ', 'ß', "'q'", '1e2', '5%', 'a,b', '[object Object]']
	),
	fc.string({ maxLength: 4, unit: 'grapheme' })
);

/** A code of any type: unicode, numbers written as text, truth values. */
export const codes = fc.oneof(
	texts,
	fc.integer({ min: -3, max: 6 }),
	fc.constantFrom(0, 1, 2, 0.1, 0.2, 1.5, -0.5, 1e21),
	fc.boolean()
);

/** Anything an answer could be, of the right type or not, empties too. */
export const values = fc.oneof(
	{ arbitrary: codes, weight: 4 },
	{ arbitrary: fc.array(codes, { maxLength: 4 }), weight: 2 },
	{ arbitrary: fc.constantFrom(null, undefined, Number.NaN), weight: 1 },
	{ arbitrary: fc.dictionary(fc.constantFrom('r1', 'r2'), codes, { noNullPrototype: true }), weight: 1 }
);

const literals = fc.oneof(
	fc.integer({ min: -3, max: 6 }).map(String),
	fc.constantFrom(
		...['0.1', '0.2', '1.5', 'true', 'false', 'null', 'undefined', '[]', "''", '0x2', 'abc', '[1,2]'],
		...["['a','B',1]", "'å'", "'01'", "'1'", "'true'", '[{a},2]', "'Ä'", "'x y'", "'1,5'"]
	)
);

const operators = [
	...['and', 'or', '=', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/', '%', '^'],
	...['contains', 'notcontains', 'anyof', 'allof', 'noneof']
];

/** The text of an expression over the given variables; some are not even expressions. */
export function expressionsOver(variables: readonly string[]): fc.Arbitrary<string> {
	return fc.letrec<Record<'any' | 'binary' | 'unary' | 'call', string>>((tie) => ({
		any: fc.oneof(
			{ maxDepth: 4, depthSize: 'small' },
			fc.constantFrom(...variables.map((name) => `{${name}}`)),
			literals,
			tie('binary'),
			tie('binary'),
			tie('unary'),
			tie('call')
		),
		binary: fc
			.tuple(tie('any'), fc.constantFrom(...operators), tie('any'))
			.map(([left, operator, right]) => `(${left} ${operator} ${right})`),
		unary: fc
			.tuple(tie('any'), fc.constantFrom('empty', 'notempty', '!'))
			.map(([operand, operator]) => (operator === '!' ? `!(${operand})` : `((${operand}) ${operator})`)),
		call: fc
			.tuple(
				fc.constantFrom('iif', 'sum', 'avg', 'min', 'max', 'round'),
				fc.array(tie('any'), { minLength: 1, maxLength: 3 })
			)
			.map(([name, args]) => `${name}(${args.join(', ')})`)
	})).any;
}
