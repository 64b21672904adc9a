/** Codes with their words, for radio cards and lists. */
import { occasions, type Occasion } from '#lib/cases/case.ts';
import { helps } from '#lib/collection/administration.ts';
import type { Respondent } from '#lib/instruments/instrument.ts';
import { m } from '#lib/paraglide/messages.js';
import { helpLabel, occasionLabel, respondentLabel } from './labels.ts';

export interface Choice {
	readonly value: string;
	readonly label: string;
	readonly hint?: string;
}

const occasionHints: Record<Occasion, () => string> = {
	before: m.staff_occasion_before_hint,
	during: m.staff_occasion_during_hint,
	after: m.staff_occasion_after_hint,
	'follow-up': m.staff_occasion_follow_up_hint
};

export const occasionChoices = (): Choice[] =>
	occasions.map((value) => ({ value, label: occasionLabel(value), hint: occasionHints[value]() }));

export const respondentChoices = (respondents: readonly Respondent[]): Choice[] =>
	respondents.map((value) => ({ value, label: respondentLabel(value) }));

export const helpChoices = (): Choice[] => helps.map((value) => ({ value, label: helpLabel(value) }));
