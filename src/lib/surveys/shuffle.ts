/**
 * The same things in an order that every order is as likely as (Fisher–Yates). `randomBelow(n)` gives 0 … n − 1, from a
 * source that cannot be guessed.
 */
export function shuffle<T>(things: readonly T[], randomBelow: (limit: number) => number): T[] {
	const shuffled = [...things];
	for (let at = shuffled.length - 1; at > 0; at -= 1) {
		const other = randomBelow(at + 1);
		[shuffled[at], shuffled[other]] = [shuffled[other] as T, shuffled[at] as T];
	}
	return shuffled;
}
