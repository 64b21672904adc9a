/** A value as JSON that is the same text whenever the value is the same: keys in order, no room, nothing left out. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value)
			.filter(([, content]) => content !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
		return `{${entries.map(([key, content]) => `${JSON.stringify(key)}:${canonicalJson(content)}`).join()}}`;
	}
	return JSON.stringify(value) ?? 'null';
}
