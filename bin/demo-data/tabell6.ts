/**
 * Påhittade svar. Socialstyrelsen's Tabell 6 (Systematisk uppföljning – beskrivning och exempel, example 5, Simrishamn)
 * prints a mean per provider and goal but not the answers behind it. These counts are made up so that they print the same
 * means. "Antal svar" is forms; five of the fifteen means cannot come from that many answers, so there some people are
 * made to have skipped the question (n 27, 25, 34, 36 and 36).
 */
export interface MadeUpItem {
	readonly item: string;
	/** How many gave score 3 (stämmer alltid), 2 (oftast), 1 (ibland) and 0 (aldrig). */
	readonly counts: readonly [three: number, two: number, one: number, zero: number];
}

export interface MadeUpProvider {
	readonly name: string;
	/** Forms handed in. */
	readonly forms: number;
	readonly items: readonly MadeUpItem[];
}

/** Målpoäng 2013 in thousandths of a point, SoL (Tabell 6, "Nämndens mål"). */
export const tabell6Targets = [
	{ item: 'sol_1', thousandths: 2800 },
	{ item: 'sol_2', thousandths: 2800 },
	{ item: 'sol_3', thousandths: 2400 },
	{ item: 'sol_4', thousandths: 2500 },
	{ item: 'sol_5', thousandths: 2600 }
] as const;

export const tabell6: readonly MadeUpProvider[] = [
	{
		name: 'Utförare 1',
		forms: 28,
		items: [
			{ item: 'sol_1', counts: [26, 2, 0, 0] },
			{ item: 'sol_2', counts: [25, 3, 0, 0] },
			{ item: 'sol_3', counts: [19, 7, 2, 0] },
			{ item: 'sol_4', counts: [13, 11, 2, 1] },
			{ item: 'sol_5', counts: [15, 10, 0, 0] }
		]
	},
	{
		name: 'Utförare 2',
		forms: 37,
		items: [
			{ item: 'sol_1', counts: [35, 1, 1, 0] },
			{ item: 'sol_2', counts: [30, 3, 1, 0] },
			{ item: 'sol_3', counts: [21, 12, 4, 0] },
			{ item: 'sol_4', counts: [9, 18, 8, 2] },
			{ item: 'sol_5', counts: [23, 11, 2, 0] }
		]
	},
	{
		name: 'Utförare 3',
		forms: 37,
		items: [
			{ item: 'sol_1', counts: [32, 3, 2, 0] },
			{ item: 'sol_2', counts: [20, 14, 2, 0] },
			{ item: 'sol_3', counts: [11, 16, 9, 1] },
			{ item: 'sol_4', counts: [16, 15, 5, 1] },
			{ item: 'sol_5', counts: [12, 16, 8, 1] }
		]
	}
];

/** One made-up form: score by question; a question that was skipped has no key. */
export type MadeUpForm = Readonly<Record<string, number>>;

/**
 * The counts dealt out as forms, so that each question gets exactly its counts. Every question starts at another form,
 * so that the same person does not get all the low answers.
 */
export function tabell6Forms({ forms, items }: MadeUpProvider): MadeUpForm[] {
	return Array.from({ length: forms }, (_, form) =>
		Object.fromEntries(
			items.flatMap(({ item, counts }, index) => {
				const scores = counts.flatMap((count, place) => Array<number>(count).fill(3 - place));
				const score = scores[(form + 7 * index) % forms];
				return score === undefined ? [] : [[item, score]];
			})
		)
	);
}
