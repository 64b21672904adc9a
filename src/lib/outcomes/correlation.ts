import { isEssentiallyZero, mean, total } from './moments.ts';

/** Pearson's correlation of two lists of the same length. Null below two pairs or when a list has no spread. */
export function correlation(one: readonly number[], other: readonly number[]): number | null {
	const centres = [mean(one), mean(other)] as const;
	if (centres[0] === null || centres[1] === null || one.length !== other.length || one.length < 2)
		return null;
	const [a, b] = [deviations(one, centres[0]), deviations(other, centres[1])];
	const [sizeA, sizeB] = [size(a), size(b)];
	if (isEssentiallyZero(sizeA, centres[0]) || isEssentiallyZero(sizeB, centres[1])) return null;
	const product = total(a.map((value, index) => value * (b[index] ?? NaN)));
	return Math.min(Math.max(product / (sizeA * sizeB), -1), 1);
}

function deviations(values: readonly number[], centre: number): number[] {
	return values.map((value) => value - centre);
}

function size(values: readonly number[]): number {
	return Math.sqrt(total(values.map((value) => value ** 2)));
}
