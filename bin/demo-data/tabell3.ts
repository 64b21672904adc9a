/**
 * Påhittade svar. Socialstyrelsen's Tabell 3 (Systematisk uppföljning – beskrivning och exempel, example 3, Jourpatrullen)
 * prints summed points before and after but neither the answers nor how many children there were. These six children do
 * not exist: their answers are made up so that the sums of the children's rows come out as printed (52→49, 60→52, 53→47,
 * 39→40, 56→45). Every child has answered everything at both times.
 */
type GoalCodes = readonly [number, number, number, number];
type FormCodes = readonly [GoalCodes, GoalCodes, GoalCodes, GoalCodes, GoalCodes];

/** Codes 1 (instämmer helt) – 4 (instämmer inte alls), four questions for each of five goals. */
export interface MadeUpChild {
	readonly before: FormCodes;
	readonly after: FormCodes;
}

export const tabell3Children: readonly MadeUpChild[] = [
	{
		before: [
			[3, 3, 3, 3],
			[2, 4, 4, 3],
			[3, 2, 3, 3],
			[3, 2, 1, 2],
			[3, 3, 3, 3]
		],
		after: [
			[1, 3, 4, 2],
			[3, 2, 3, 3],
			[3, 2, 1, 3],
			[2, 2, 2, 2],
			[1, 3, 3, 2]
		]
	},
	{
		before: [
			[1, 3, 3, 2],
			[3, 2, 3, 3],
			[4, 2, 1, 3],
			[2, 2, 2, 1],
			[1, 3, 4, 2]
		],
		after: [
			[2, 2, 3, 2],
			[3, 2, 1, 3],
			[3, 2, 2, 2],
			[1, 2, 3, 2],
			[2, 2, 2, 2]
		]
	},
	{
		before: [
			[2, 1, 2, 2],
			[3, 2, 1, 3],
			[2, 2, 2, 2],
			[1, 2, 2, 1],
			[2, 2, 3, 2]
		],
		after: [
			[2, 1, 1, 2],
			[2, 2, 2, 2],
			[1, 2, 2, 2],
			[1, 1, 2, 1],
			[2, 2, 1, 2]
		]
	},
	{
		before: [
			[4, 2, 1, 3],
			[3, 3, 2, 2],
			[1, 3, 3, 2],
			[2, 1, 2, 2],
			[4, 2, 1, 3]
		],
		after: [
			[3, 2, 2, 2],
			[1, 3, 3, 2],
			[2, 2, 2, 2],
			[2, 2, 1, 2],
			[2, 2, 2, 2]
		]
	},
	{
		before: [
			[2, 2, 2, 2],
			[1, 3, 3, 2],
			[2, 2, 2, 2],
			[2, 1, 1, 2],
			[2, 2, 2, 2]
		],
		after: [
			[1, 2, 3, 2],
			[2, 2, 3, 2],
			[3, 2, 1, 2],
			[2, 2, 1, 1],
			[1, 2, 3, 2]
		]
	},
	{
		before: [
			[1, 2, 2, 1],
			[2, 2, 2, 2],
			[2, 2, 1, 2],
			[2, 1, 1, 1],
			[1, 2, 2, 2]
		],
		after: [
			[2, 1, 2, 2],
			[2, 1, 1, 2],
			[2, 2, 1, 1],
			[1, 2, 2, 1],
			[1, 1, 2, 1]
		]
	}
];

/** One form as answers by question name: `jp_<goal>_<question>`. */
export function tabell3Answers(form: FormCodes): Readonly<Record<string, number>> {
	return Object.fromEntries(
		form.flatMap((codes, goal) => codes.map((code, question) => [`jp_${goal + 1}_${question + 1}`, code]))
	);
}
