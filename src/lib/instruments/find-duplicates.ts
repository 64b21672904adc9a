/** Each value that has stood earlier in the list, with its place. */
export function findDuplicates(values: readonly string[]): { index: number; value: string }[] {
	return values
		.map((value, index) => ({ index, value }))
		.filter(({ index, value }) => values.indexOf(value) < index);
}
