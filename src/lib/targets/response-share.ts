/**
 * Svarsfrekvens: how many of those asked sent in a form. Called so is RR2, complete and partial forms of all invited; RR1,
 * complete forms only, belongs in the technical note (AAPOR, Standard Definitions 2015).
 */
import { discloseCounts } from '#lib/outcomes/disclosure/disclose-counts.ts';
import type { DisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { hidden, mapShown, type Shown } from '#lib/outcomes/disclosure/shown.ts';
import { responseRates } from '#lib/outcomes/response-rates.ts';
import type { CellAssessment } from './assess-cell.ts';
import { countForms, type ItemDistribution } from './item-distribution.ts';

export interface ResponseShare {
	/** Forms sent in. */
	readonly answered: number;
	readonly asked: number;
	/** RR2, 0–1. */
	readonly share: number;
}

/**
 * A provider's, where the result is shown: the forms are what its numbers add up to. Null when it is not known how many
 * were asked, or when more answered than were.
 */
export function assessResponse(
	answers: ItemDistribution | undefined,
	cell: CellAssessment
): ResponseShare | null {
	if (!answers || cell.kind === 'hidden') return null;
	return toShare(countForms(answers), answers.asked ?? null);
}

function toShare(answered: number, asked: number | null): ResponseShare | null {
	if (asked === null || asked === 0 || answered > asked) return null;
	const { rr2 } = rates(answered, 0, asked);
	return rr2 === null ? null : { answered, asked, share: rr2 };
}

/** What became of those who sent nothing in is not known in a survey where nobody is: they are not reached. */
function rates(complete: number, partial: number, asked: number) {
	const notReached = asked - complete - partial;
	return responseRates({ complete, partial, refused: 0, notReached, other: 0, unknownEligibility: 0 });
}

export interface ResponseTotal extends ResponseShare {
	readonly providers: number;
	/** Complete forms of all asked; hidden where few were incomplete, null where they have not been counted. */
	readonly rr1: Shown<number> | null;
}

/** Of the providers whose share is known and shown, together; null when there are none. */
export function assessResponseTotal(
	of: readonly { readonly response: ResponseShare; readonly answers: ItemDistribution }[],
	rule: DisclosureRule
): ResponseTotal | null {
	const answered = of.reduce((sum, { response }) => sum + response.answered, 0);
	const asked = of.reduce((sum, { response }) => sum + response.asked, 0);
	const total = toShare(answered, asked);
	if (!total) return null;
	const isCounted = of.every(({ answers }) => answers.complete !== undefined);
	const complete = of.reduce((sum, { answers }) => sum + (answers.complete ?? 0), 0);
	return {
		...total,
		providers: of.length,
		rr1: isCounted ? discloseRr1(complete, answered, asked, rule) : null
	};
}

function discloseRr1(complete: number, answered: number, asked: number, rule: DisclosureRule): Shown<number> {
	const all = { value: '', people: answered, counts: [complete, answered - complete] };
	const [cell, rest] = discloseCounts({ all, groups: [], rest: null, isOverlapping: false }, rule).all.cells;
	if (cell?.kind !== 'shown' || rest?.kind !== 'shown') return hidden;
	return mapShown(cell, ({ count }) => rates(count, answered - count, asked).rr1 ?? 0);
}
