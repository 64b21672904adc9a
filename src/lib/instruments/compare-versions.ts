/** Orders version numbers by their parts as numbers: `1.10` comes after `1.9`, and `1` is `1.0.0`. */
export function compareVersions(a: string, b: string): number {
	const [left, right] = [a, b].map((version) => version.split('.').map(Number));
	for (let place = 0; place < 3; place += 1) {
		const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
