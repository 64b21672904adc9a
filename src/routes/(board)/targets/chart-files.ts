/** Where a goal's chart is as a file; `query` says which goal, and of the years also whose. */
export function chartFiles(chart: string, query: string): { readonly svg: string; readonly png: string } {
	const address = (kind: string): string => `/targets/charts/${chart}.${kind}${query}`;
	return { svg: address('svg'), png: address('png') };
}
