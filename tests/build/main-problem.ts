/**
 * Made-up clients of a made-up service for abuse care, shaped as the text around Figures 2–4 tells (Socialstyrelsen, Systematisk
 * uppföljning – beskrivning och exempel, step 5): 25 clients a year, five of them without an answer, alcohol alone falling over
 * the years. The figures print no numbers, so these are ours.
 */
export type MainProblem = 'alkohol' | 'narkotika' | 'båda';

export const mainProblems: readonly MainProblem[] = ['alkohol', 'narkotika', 'båda'];

export interface MadeUpClient {
	readonly number: number;
	readonly admittedOn: string;
	readonly problem: MainProblem | null;
	readonly audit: { readonly before: number | null; readonly after: number | null };
}

/** How many answered what each year: alcohol, drugs, both. */
const counts: Readonly<Record<string, readonly [number, number, number]>> = {
	2011: [12, 5, 3],
	2012: [10, 6, 4],
	2013: [8, 6, 6]
};

/** AUDIT before and after for those of 2013 with alcohol as a problem: eleven pairs, three without one of the two. */
const audit: readonly (readonly [number | null, number | null])[] = [
	[24, 12],
	[19, 8],
	[27, 20],
	[16, 16],
	[22, 9],
	[31, 18],
	[14, 17],
	[20, null],
	[25, 14],
	[18, 6],
	[null, 7],
	[29, 22],
	[17, 10],
	[33, null]
];

function clientsOf(year: string): MadeUpClient[] {
	const answers = (counts[year] ?? []).flatMap((count, problem) =>
		Array.from({ length: count }, () => mainProblems[problem] ?? null)
	);
	let measured = 0;
	return Array.from({ length: 25 }, (_, index) => {
		const problem = answers[index] ?? null;
		const hasAlcohol = problem === 'alkohol' || problem === 'båda';
		const [before, after] = year === '2013' && hasAlcohol ? (audit[measured++] ?? []) : [];
		return {
			number: index + 1,
			admittedOn: `${year}-${String((index % 12) + 1).padStart(2, '0')}-15`,
			problem,
			audit: { before: before ?? null, after: after ?? null }
		};
	});
}

/** All 75 clients of three years. */
export function buildMainProblemClients(): MadeUpClient[] {
	return Object.keys(counts).flatMap(clientsOf);
}
