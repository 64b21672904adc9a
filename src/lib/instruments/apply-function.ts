import type { SupportedFunction } from './expression.ts';
import { toNumber, trimSum } from './to-number.ts';

/** What a function of an expression makes of its evaluated arguments, as in survey-core 3.1.1 `functionsfactory.ts`. */
export function applyFunction(name: SupportedFunction, args: readonly unknown[]): unknown {
	switch (name) {
		case 'iif':
			return args.length < 2 ? null : args[0] ? args[1] : args[2];
		case 'sum':
			return sum(flattenAnswered(args));
		case 'avg': {
			const values = flattenAnswered(args);
			return values.length > 0 ? (sum(values) as number) / values.length : 0;
		}
		case 'min':
			return pickEnd(flattenAnswered(args), (candidate, best) => candidate < best);
		case 'max':
			return pickEnd(flattenAnswered(args), (candidate, best) => candidate > best);
		case 'round':
			return round(flattenAnswered(args));
	}
}

/** The values that are there, lists opened and written numbers read. */
function flattenAnswered(values: readonly unknown[]): unknown[] {
	return values.flatMap((value) => {
		if (value === undefined || value === null) return [];
		if (Array.isArray(value)) return flattenAnswered(value);
		const number = toNumber(value);
		return [Number.isNaN(number) ? value : number];
	});
}

function sum(values: readonly unknown[]): unknown {
	return values.reduce(
		(total, value) => trimSum(total, value, (total as number) + (value as number)),
		0 as unknown
	);
}

function pickEnd(values: readonly unknown[], isBetter: (candidate: number, best: number) => boolean): unknown {
	if (values.length === 0) return undefined;
	return values.reduce((best, value) => (isBetter(value as number, best as number) ? value : best));
}

/** Half upwards, with a nudge against binary noise, to the given number of decimals. */
function round([value, decimals]: readonly unknown[]): number {
	const precision = decimals || 0;
	if (Number.isNaN(toNumber(value)) || Number.isNaN(toNumber(precision))) return Number.NaN;
	const factor = Math.pow(10, precision as number);
	return Math.round((value as number) * factor * (1 + Number.EPSILON)) / factor;
}
