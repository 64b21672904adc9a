/**
 * What the tables and columns of an extract are called to the person it is about. A test fails on a table or column of a
 * person's that has no words here; until it has, the extract shows it under its own name.
 */
import { m } from '#lib/paraglide/messages.js';

type Word = () => string;

export const tableHeadings: Readonly<Record<string, Word>> = {
	clients: m.rights_table_clients,
	cases: m.rights_table_cases,
	case_assignments: m.rights_table_case_assignments,
	interventions: m.rights_table_interventions,
	case_goals: m.goals_table_goals,
	goal_ratings: m.goals_table_ratings,
	administrations: m.rights_table_administrations,
	interviews: m.rights_table_interviews,
	responses: m.rights_table_responses,
	scores: m.rights_table_scores,
	response_corrections: m.rights_table_response_corrections,
	response_restrictions: m.rights_table_response_restrictions,
	case_plans: m.rights_table_case_plans,
	case_occasions: m.rights_table_case_occasions,
	risk_alerts: m.rights_table_risk_alerts,
	work_efforts: m.rights_table_work_efforts,
	provider_hand_overs: m.rights_table_provider_hand_overs,
	retention_holds: m.rights_table_retention_holds,
	retention_items: m.rights_table_retention_items
};

/** By the column's name, whichever table it is in. */
const columnHeadings: Readonly<Record<string, Word>> = {
	board_id: m.rights_column_board_id,
	id: m.rights_column_id,
	client_id: m.rights_column_client_id,
	case_id: m.rights_column_case_id,
	unit_id: m.rights_column_unit_id,
	provider_id: m.rights_column_provider_id,
	administration_id: m.rights_column_administration_id,
	response_id: m.rights_column_response_id,
	proposal_id: m.rights_column_proposal_id,
	information_id: m.rights_column_information_id,
	client_number: m.rights_column_client_number,
	sex: m.rights_column_sex,
	birth_year: m.rights_column_birth_year,
	name: m.rights_column_name,
	personal_number: m.rights_column_personal_number,
	personal_number_index: m.rights_column_personal_number_index,
	is_protected: m.rights_column_is_protected,
	case_number: m.rights_column_case_number,
	concern: m.rights_column_concern,
	opened_on: m.rights_column_opened_on,
	closed_on: m.rights_column_closed_on,
	staff_id: m.rights_column_staff_id,
	valid_from: m.rights_column_valid_from,
	valid_to: m.rights_column_valid_to,
	decided_on: m.rights_column_decided_on,
	started_on: m.rights_column_started_on,
	ended_on: m.rights_column_ended_on,
	instrument_id: m.rights_column_instrument_id,
	instrument_version: m.rights_column_instrument_version,
	occasion: m.rights_column_occasion,
	respondent: m.rights_column_respondent,
	mode: m.rights_column_mode,
	state: m.rights_column_state,
	created_on: m.rights_column_created_on,
	token_hash: m.rights_column_token_hash,
	expires_on: m.rights_column_expires_on,
	draft_answers: m.rights_column_draft_answers,
	draft_page: m.rights_column_draft_page,
	draft_language: m.rights_column_draft_language,
	withdrawn_on: m.rights_column_withdrawn_on,
	help: m.rights_column_help,
	language: m.rights_column_language,
	answered_on: m.rights_column_answered_on,
	answers: m.rights_column_answers,
	scale: m.rights_column_scale,
	rule_version: m.rights_column_rule_version,
	score: m.rights_column_score,
	answered: m.rights_column_answered,
	item_count: m.rights_column_item_count,
	lowest_possible: m.rights_column_lowest_possible,
	highest_possible: m.rights_column_highest_possible,
	is_prorated: m.rights_column_is_prorated,
	bands: m.rights_column_bands,
	band_unknown_because: m.rights_column_band_unknown_because,
	possible_bands: m.rights_column_possible_bands,
	corrected_at: m.rights_column_corrected_at,
	corrected_by: m.rights_column_corrected_by,
	answers_before: m.rights_column_answers_before,
	scores_before: m.rights_column_scores_before,
	ground: m.rights_column_ground,
	restricted_on: m.rights_column_restricted_on,
	restricted_by: m.rights_column_restricted_by,
	lifted_on: m.rights_column_lifted_on,
	lifted_by: m.rights_column_lifted_by,
	held_by: m.rights_column_held_by,
	held_on: m.rights_column_held_on,
	last_note_on: m.rights_column_last_note_on,
	eligible_on: m.rights_column_eligible_on,
	due_on: m.rights_column_due_on,
	item: m.rights_column_item,
	raised_on: m.rights_column_raised_on,
	acknowledged_on: m.rights_column_acknowledged_on,
	acknowledged_by: m.rights_column_acknowledged_by,
	occasion_id: m.rights_column_occasion_id,
	unanswered: m.rights_column_unanswered,
	plan_id: m.rights_column_plan_id,
	plan_version: m.rights_column_plan_version,
	intervention_id: m.rights_column_intervention_id,
	case_plan_id: m.rights_column_case_plan_id,
	line: m.rights_column_line,
	rule: m.rights_column_rule,
	sequence: m.rights_column_sequence,
	phase: m.rights_column_phase,
	opens_on: m.rights_column_opens_on,
	closes_on: m.rights_column_closes_on,
	settled_on: m.rights_column_settled_on,
	missed_reason: m.rights_column_missed_reason,
	place: m.rights_column_place,
	version: m.rights_column_version,
	last_save: m.rights_column_last_save,
	notes: m.rights_column_notes,
	asks: m.rights_column_asks,
	goal_id: m.goals_column_goal_id,
	goal: m.goals_goal,
	measure: m.goals_measure,
	levels: m.goals_levels_legend,
	set_on: m.goals_set_day,
	rated_on: m.goals_rated_on,
	judge: m.goals_judge,
	level: m.goals_column_level,
	recorded_at: m.goals_column_recorded_at,
	unanswered_before: m.record_column_unanswered_before,
	decision: m.rights_column_decision
};

/** Where the name means something else than in other tables. */
const ownHeadings: Readonly<Record<string, Word>> = {
	'interventions.name': m.rights_column_intervention_name,
	'response_corrections.reason': m.rights_column_correction_reason,
	'retention_holds.reason': m.rights_column_hold_reason,
	'scores.reason': m.rights_column_no_score_reason
};

/** The column's heading, or undefined when nobody has given it one. */
export function findColumnHeading(table: string, column: string): string | undefined {
	return (ownHeadings[`${table}.${column}`] ?? columnHeadings[column])?.();
}

/** Ids and checksums: in the data file, and nothing that a person reads. */
const technicalColumns: ReadonlySet<string> = new Set([
	'board_id',
	'id',
	'client_id',
	'case_id',
	'administration_id',
	'response_id',
	'proposal_id',
	'information_id',
	'occasion_id',
	'plan_id',
	'intervention_id',
	'case_plan_id',
	'goal_id',
	'personal_number_index',
	'token_hash',
	'last_save',
	'draft_page',
	'draft_language'
]);

/** Whether the column says nothing to a person. */
export const isTechnical = (column: string): boolean => technicalColumns.has(column);
