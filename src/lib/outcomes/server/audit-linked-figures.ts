/**
 * What a reader can work out when several published figures rest on the same people: sums, tables that overlap, means. Asks
 * an integer programming solver (HiGHS) for the exact bounds; tables with their own totals alone have a faster way
 * (disclosure/find-bounds.ts). Why this solver: docs/decisions/0020-how-hidden-numbers-are-audited.md.
 */
import loadHighs from 'highs';
import type { Bounds } from '../disclosure/find-bounds.ts';

/** A sum over the smallest groups: how many times each one is in it. Groups that are not named are not in it. */
export type Combination = ReadonlyMap<string, number>;

export interface PublishedFigure {
	readonly of: Combination;
	readonly value: number;
}

/** Cells as the smallest groups that figures are made of, each a whole number of people, none below zero. */
export interface LinkedFigures {
	readonly published: readonly PublishedFigure[];
	/** The sums whose bounds are asked for. */
	readonly asked: readonly Combination[];
}

/** Started at the first question: a few megabytes of WebAssembly. */
let solver: ReturnType<typeof loadHighs> | undefined;

/** The bounds of each sum asked for, in order. Throws an Error when the published figures contradict each other. */
export async function auditLinkedFigures({ published, asked }: LinkedFigures): Promise<Bounds[]> {
	solver ??= loadHighs();
	const highs = await solver;
	const names = new Map<string, string>();
	for (const combination of [...published.map(({ of }) => of), ...asked]) {
		for (const group of combination.keys()) if (!names.has(group)) names.set(group, `x${names.size}`);
	}
	const sum = (of: Combination): string =>
		[...of]
			.map(([group, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${names.get(group)}`)
			.join(' ');
	const rows = published.map(({ of, value }, index) => ` c${index}: ${sum(of)} = ${value}`);
	const general = [...names.values()].join(' ');
	const solve = (sense: 'Minimize' | 'Maximize', of: Combination): number => {
		const model = `${sense}\n obj: ${sum(of)}\nSubject To\n${rows.join('\n')}\nGeneral\n ${general}\nEnd\n`;
		const { Status: status, ObjectiveValue: value } = highs.solve(model);
		if (status === 'Unbounded' || status === 'Primal infeasible or unbounded') return Infinity;
		if (status !== 'Optimal') throw new Error(`published figures that no people can give (${status})`);
		return Math.round(value);
	};
	return asked.map((of) => ({ min: solve('Minimize', of), max: solve('Maximize', of) }));
}
