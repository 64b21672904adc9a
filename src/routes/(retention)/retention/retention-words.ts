/** What the rules, reasons and tables are called. */
import { m } from '#lib/paraglide/messages.js';
import type { AskReason } from '#lib/retention/assess-record.ts';
import type { HoldReason } from '#lib/retention/proposal.ts';
import type { Certainty, RetentionRule } from '#lib/retention/retention-rules.ts';

export const holdWords: Readonly<Record<HoldReason, () => string>> = {
	'parenthood-or-adoption': m.retention_hold_parenthood,
	'placed-child': m.retention_hold_placed,
	'research-birthday': m.retention_hold_birthday,
	dispute: m.retention_hold_dispute,
	returned: m.retention_hold_returned,
	other: m.retention_hold_other
};

export const askWords: Readonly<Record<AskReason, () => string>> = {
	'birth-day-unknown': m.retention_ask_birthday,
	'municipality-unknown': m.retention_ask_municipality
};

export const certaintyWords: Readonly<Record<Certainty, () => string>> = {
	read: m.retention_certainty_read,
	secondary: m.retention_certainty_secondary,
	proposed: m.retention_certainty_proposed
};

const rules: Readonly<Record<string, () => string>> = {
	'sol-record-2001': m.retention_rule_sol_2001,
	'sol-record': m.retention_rule_sol,
	'lss-private-record': m.retention_rule_lss_private,
	'child-thirty-years': m.retention_rule_child
};

export function ruleWord(id: string): string {
	return rules[id]?.() ?? id;
}

export function sayLimit({ finish, years }: Pick<RetentionRule, 'finish' | 'years'>): string {
	return finish === 'at-once' ? m.retention_limit_at_once({ years }) : m.retention_limit_next_year({ years });
}

export function sayYears(years: number): string {
	return years === 1 ? m.retention_fact_rule_years_one() : m.retention_fact_rule_years({ years });
}

const tables: Readonly<Record<string, () => string>> = {
	clients: m.retention_rows_clients,
	cases: m.retention_rows_cases,
	case_assignments: m.retention_rows_case_assignments,
	interventions: m.retention_rows_interventions,
	administrations: m.retention_rows_administrations,
	responses: m.retention_rows_responses,
	scores: m.retention_rows_scores,
	response_corrections: m.retention_rows_corrections,
	response_restrictions: m.retention_rows_restrictions,
	retention_holds: m.retention_rows_holds,
	work_efforts: m.retention_rows_efforts,
	provider_hand_overs: m.retention_rows_hand_overs
};

/** What is in the table; one that is new here keeps the name it has in the database. */
export function tableWord(table: string): string {
	return tables[table]?.() ?? m.retention_rows_other({ table });
}
