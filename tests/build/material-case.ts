/** Made-up cases for reports: one measured before and, if so said, after. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { ChosenScale } from '#lib/reports/answer-question.ts';
import type { MaterialCase, MaterialScore } from '#lib/reports/material.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

export interface MadeUpCase {
	readonly before?: number | null;
	readonly after?: number | null;
	/** Of the form, before and after. */
	readonly versions?: readonly [string, string];
	readonly more?: Partial<MaterialCase>;
}

/** A case whose help ended on 10 January 2026. */
export function materialCase(
	key: number,
	{ before = null, after = null, versions = ['2', '2'], more = {} }: MadeUpCase
): MaterialCase {
	const score = (
		occasion: MaterialScore['occasion'],
		version: string,
		value: number | null
	): MaterialScore[] =>
		value === null
			? []
			: [
					{
						instrumentId: 'made-up',
						version,
						scale: 'total',
						occasion,
						respondent: 'client',
						answeredOn: (occasion === 'before' ? '2025-02-01' : '2026-01-10') as LocalDate,
						score: value
					}
				];
	return {
		key,
		client: key,
		sex: 'female',
		birthYear: 1980,
		concern: null,
		openedOn: '2025-01-15' as LocalDate,
		closedOn: null,
		interventions: [
			{
				providerId: 'p',
				providerName: 'Utförare 1',
				name: 'Stöd',
				decidedOn: null,
				startedOn: '2025-02-01' as LocalDate,
				endedOn: '2026-01-10' as LocalDate
			}
		],
		scores: [...score('before', versions[0], before), ...score('after', versions[1], after)],
		variables: null,
		opinion: null,
		missedAfter: null,
		...more
	};
}

/** A scale of 0–40 points where lower is better, without known uncertainty of measurement. */
export const madeUpScale = {
	key: 'made-up/total',
	instrumentId: 'made-up',
	scale: 'total',
	version: '2',
	instrument: { id: 'made-up', recall: null } as unknown as Instrument,
	scaleOf: { name: 'total', lowest: 0, highest: 40, direction: 'lower-better', change: null, bandSets: [] }
} as unknown as ChosenScale;
