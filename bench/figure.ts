/** One measured figure, printed as one JSON line. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	/** What the figure should be; left out when it is only to be known. */
	readonly target?: { readonly atLeast: number } | { readonly atMost: number };
}

/** Prints the figure and whether it reached its target. */
export function printFigure(figure: Figure): void {
	const { target, value } = figure;
	const reached =
		target === undefined ? undefined : 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
	process.stdout.write(`${JSON.stringify({ ...figure, reached })}\n`);
}
