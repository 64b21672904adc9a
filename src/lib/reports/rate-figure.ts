/** How many per 1 000 inhabitants: the persons in the selection beside a population that the one who asks has written. */
import { discloseCounts } from '#lib/outcomes/disclosure/disclose-counts.ts';
import { mapShown } from '#lib/outcomes/disclosure/shown.ts';
import { ratePerThousand } from '#lib/outcomes/rate-per-thousand.ts';
import { toPersons } from './persons.ts';
import type { FigureInput, RateFigure } from './report-figure.ts';

/** More than live in Sweden is a slip of the hand. */
export const mostInhabitants = 20_000_000;

/** "12 000" as a number; undefined for what is no number of inhabitants, null for nothing. */
export function parsePopulation(text: string | null): number | null | undefined {
	const digits = (text ?? '').replaceAll(/[\s.]/gu, '');
	if (digits === '') return null;
	const value = /^\d{1,8}$/.test(digits) ? Number(digits) : 0;
	return value >= 1 && value <= mostInhabitants ? value : undefined;
}

/** Distinct persons, hidden when they are few. Null before the population is known, or when it is fewer than the persons. */
export function rateFigure({ cases, rule, population }: FigureInput): RateFigure | null {
	const persons = toPersons(cases).length;
	if (population === null || population < persons) return null;
	const all = { value: '', people: persons, counts: [persons] };
	const { cells } = discloseCounts({ all, groups: [], rest: null, isOverlapping: false }, rule).all;
	const [cell] = cells;
	const rate = ratePerThousand(persons, population);
	if (!cell || !rate) return null;
	return { kind: 'rate', key: 'rate', population, told: mapShown(cell, () => ({ persons, ...rate })) };
}
