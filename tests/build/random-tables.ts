/** Made-up tables of counted people, many of them thin: the same seed always gives the same tables. */

/** Two to six groups, two to five categories, counts from none to forty with most of them small. */
export function randomTable(random: () => number): number[][] {
	const rows = 2 + Math.floor(random() * 5);
	const columns = 2 + Math.floor(random() * 4);
	const size = [4, 10, 20, 40][Math.floor(random() * 4)] ?? 10;
	return Array.from({ length: rows }, () =>
		Array.from({ length: columns }, () => Math.floor(random() ** 2 * (size + 1)))
	);
}
