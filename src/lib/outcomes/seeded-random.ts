/**
 * Numbers between 0 and 1 that look drawn by chance but are the same for the same seed, so that a stored report can be
 * made again (mulberry32, T. Ettinger 2017). For resampling and simulation; never for anything secret.
 */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
