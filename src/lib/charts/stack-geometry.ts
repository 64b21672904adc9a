/** Where the parts of one whole lie on a line: a single bar of shares, in the order given. */

export interface StackPart {
	readonly key: string;
	readonly count: number;
}

export interface PlacedPart {
	readonly key: string;
	readonly x: number;
	readonly width: number;
	/** 0–1. */
	readonly share: number;
	readonly tone: number;
}

/** Divides the width by the counts. Parts of none take no room and keep their tone; nothing at all gives no parts. */
export function stackGeometry(parts: readonly StackPart[], width: number): readonly PlacedPart[] {
	const total = parts.reduce((sum, { count }) => sum + count, 0);
	if (total === 0) return [];
	let x = 0;
	return parts.map(({ key, count }, tone) => {
		const share = count / total;
		const placed = { key, x, width: share * width, share, tone };
		x += placed.width;
		return placed;
	});
}
