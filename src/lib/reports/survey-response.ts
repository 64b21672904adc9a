/**
 * Svarsfrekvens of a confidential survey by provider, with what became of the others. RR2 of AAPOR: those who have died or
 * moved were never invited, and whoever was taken back is counted as not having answered, which flatters nobody.
 */
import { findDisclosureRule } from '../outcomes/disclosure/disclosure-rules.ts';
import { hidden, mapShown, type Shown } from '../outcomes/disclosure/shown.ts';
import { discloseTable } from '../outcomes/disclosure/suppress-table.ts';
import type { Withheld } from '../outcomes/disclosure/withheld.ts';
import { responseRates } from '../outcomes/response-rates.ts';

export const surveyOutcomes = ['answered', 'declined', 'not-reached', 'taken-back', 'no-answer'] as const;
export type SurveyOutcome = (typeof surveyOutcomes)[number];

export interface OutcomeCount {
	readonly providerId: string;
	readonly outcome: SurveyOutcome;
	readonly people: number;
}

export interface ShownResponse {
	/** Null for everybody together. */
	readonly providerId: string | null;
	readonly invited: Shown<number>;
	/** In the order of `surveyOutcomes`. */
	readonly counts: readonly Shown<number>[];
	/** 0–1. */
	readonly rate: Shown<number>;
}

const rule = findDisclosureRule({ audience: 'unit' });

/** The rows as they may be shown, those of the named providers in their order and everybody's last. */
export function discloseSurveyResponse(
	withheld: Withheld<readonly OutcomeCount[]>,
	providerIds: readonly string[]
): readonly ShownResponse[] {
	const counts = withheld.openForControl();
	const of = (providerId: string, outcome: SurveyOutcome): number =>
		counts.find((count) => count.providerId === providerId && count.outcome === outcome)?.people ?? 0;
	const invited = providerIds.filter((id) => counts.some(({ providerId }) => providerId === id));
	if (invited.length === 0) return [];
	const shown = discloseTable(
		invited.map((id) => surveyOutcomes.map((outcome) => of(id, outcome))),
		rule
	);
	// Whoever invited them knows how many they were: where that number had to be hidden, it would tell the others.
	if (shown.total.kind === 'hidden') {
		const nothing = surveyOutcomes.map(() => hidden);
		return [...invited, null].map((id) => toRow(id, hidden, nothing));
	}
	const rows = invited.map((id, row) =>
		toRow(id, shown.rowTotals[row] ?? shown.total, shown.cells[row] ?? [])
	);
	return [...rows, toRow(null, shown.total, shown.columnTotals)];
}

function toRow(
	providerId: string | null,
	invited: Shown<number>,
	counts: readonly Shown<number>[]
): ShownResponse {
	const answered = counts[0] ?? invited;
	const rate = (complete: number, all: number): number =>
		responseRates({
			complete,
			partial: 0,
			refused: 0,
			notReached: 0,
			other: 0,
			unknownEligibility: all - complete
		}).rr2 ?? 0;
	return {
		providerId,
		invited,
		counts,
		rate: invited.kind === 'shown' ? mapShown(answered, (count) => rate(count, invited.value)) : invited
	};
}
