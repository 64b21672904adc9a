/** A board's published results of one year: a picture that stays as it was, and what it was made from. */
import type { JudgedCell } from '#lib/targets/assess-cell.ts';
import type { TargetTable } from '#lib/targets/assess-targets.ts';
import type { FigureDefinition } from '#lib/targets/figure.ts';
import type { GoalWording } from '#lib/targets/goal-wording.ts';
import type { TargetLaw } from '#lib/targets/target.ts';
import type { PublicationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

/** A goal as it was worded when it was published. */
export interface PublishedGoal extends GoalWording {
	readonly instrument: string;
	readonly version: string;
}

export interface PublishedLaw {
	readonly law: TargetLaw;
	readonly table: TargetTable;
	/** In the order of the table's goals. */
	readonly goals: readonly PublishedGoal[];
}

/** What is shown and nothing else: everything in it has been through the disclosure control. */
export interface Snapshot {
	readonly boardName: string;
	readonly year: number;
	readonly publishedOn: LocalDate;
	readonly decidedOn: LocalDate;
	readonly decisionReference: string;
	readonly laws: readonly PublishedLaw[];
}

export type EndedBecause = 'replaced' | 'withdrawn';

export interface Publication {
	readonly id: PublicationId;
	readonly year: number;
	/** 1, 2 and so on within the year. */
	readonly version: number;
	readonly publishedOn: LocalDate;
	readonly decidedOn: LocalDate;
	readonly decisionReference: string;
	/** Over the whole picture. */
	readonly hash: string;
	readonly ended: {
		readonly on: LocalDate;
		readonly because: EndedBecause;
		readonly comment: string | null;
	} | null;
}

/** The outcome of one figure, as it is published: a hidden one has its sign and nothing else. */
export type FigureResult =
	| { readonly kind: 'shown'; readonly value: JudgedCell }
	| { readonly kind: 'hidden'; readonly symbol: string };

export interface PublishedFigure {
	/** 1, 2 and so on within the publication. */
	readonly number: number;
	readonly definition: FigureDefinition;
	readonly result: FigureResult;
	readonly hash: string;
}

/** What a figure is called, on the page and to `genklang rerun`: board, year, version and number. */
export function figureName(
	boardCode: string,
	{ year, version }: Pick<Publication, 'year' | 'version'>,
	number: number
): string {
	return `${boardCode}/${year}/${version}/${number}`;
}

export interface FigureAddress {
	readonly boardCode: string;
	readonly year: number;
	readonly version: number;
	readonly number: number;
}

/** Reads what `figureName` wrote; undefined when it is not that. */
export function parseFigureName(text: string): FigureAddress | undefined {
	const match = /^([a-z0-9-]{1,32})\/(\d{4})\/(\d{1,4})\/(\d{1,5})$/.exec(text.trim());
	if (!match) return undefined;
	const [, boardCode = '', year, version, number] = match;
	return { boardCode, year: Number(year), version: Number(version), number: Number(number) };
}
