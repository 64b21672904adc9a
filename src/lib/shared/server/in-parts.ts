/** Rows a statement: far below the protocol's 65 535 values. */
const rowsAtATime = 500;

/** Writes the rows in their order, as many at a time as a statement takes; nothing for none. */
export async function inParts<Row>(
	rows: readonly Row[],
	write: (part: readonly Row[] & Row[]) => Promise<unknown>
): Promise<void> {
	for (let from = 0; from < rows.length; from += rowsAtATime) {
		await write(rows.slice(from, from + rowsAtATime));
	}
}
