/** A board's archive plan (dokumenthanteringsplan) over the shipped rules. */
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Regime, RetentionRule } from './retention-rules.ts';

export interface RetentionOverride {
	readonly ruleId: string;
	/** Null: nothing is erased under the rule (bevaras). */
	readonly years: number | null;
	/** The plan and its decision, for example `Dokumenthanteringsplan 2026, § 41`. */
	readonly reference: string;
	readonly validFrom: LocalDate;
	readonly validTo: LocalDate | null;
}

export type RuleInForce = Omit<RetentionRule, 'years'> & {
	readonly years: number | null;
	/** The archive plan's reference where it decides; null where the shipped rule does. */
	readonly overriddenBy: string | null;
};

/** The rule that holds for the regime on the day, with what the archive plan says about it; null when there is none. */
export function findRule(
	rules: readonly RetentionRule[],
	overrides: readonly RetentionOverride[],
	regime: Regime,
	day: LocalDate
): RuleInForce | null {
	const rule = rules.find((one) => one.regime === regime && isValid(one, day));
	if (!rule) return null;
	// Of several that hold, the one decided last.
	const override = overrides
		.filter((one) => one.ruleId === rule.id && isValid(one, day))
		.toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0];
	return override
		? { ...rule, years: override.years, overriddenBy: override.reference }
		: { ...rule, overriddenBy: null };
}

function isValid(
	{ validFrom, validTo }: { readonly validFrom: LocalDate | null; readonly validTo: LocalDate | null },
	day: LocalDate
): boolean {
	return validFrom !== null && validFrom <= day && (validTo === null || day <= validTo);
}
