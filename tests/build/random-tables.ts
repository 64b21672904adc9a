/** Made-up tables of counted people, many of them thin: the same seed always gives the same tables. */

/** A small well-known generator (mulberry32), so that a failing table can be made again. */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Two to six groups, two to five categories, counts from none to forty with most of them small. */
export function randomTable(random: () => number): number[][] {
	const rows = 2 + Math.floor(random() * 5);
	const columns = 2 + Math.floor(random() * 4);
	const size = [4, 10, 20, 40][Math.floor(random() * 4)] ?? 10;
	return Array.from({ length: rows }, () =>
		Array.from({ length: columns }, () => Math.floor(random() ** 2 * (size + 1)))
	);
}
