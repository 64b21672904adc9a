/** What the log's actions are called to people. */
import { m } from '#lib/paraglide/messages.js';

type Word = () => string;

/** Everything that reads or writes what belongs to a person; a test fails when something lacks its words. */
export const actionWords: Readonly<Record<string, Word>> = {
	listCases: m.audit_action_list_cases,
	searchClient: m.audit_action_search_client,
	caseOverview: m.audit_action_case_overview,
	clientIdentity: m.audit_action_client_identity,
	listAdministrations: m.audit_action_list_administrations,
	listCaseScores: m.audit_action_list_case_scores,
	caseResponse: m.audit_action_case_response,
	recomputeScores: m.audit_action_recompute_scores,
	openCase: m.audit_action_open_case,
	stageImport: m.case_import_action_stage,
	mapImport: m.case_import_action_map,
	pendingImport: m.case_import_action_pending,
	importCases: m.case_import_action_import,
	discardImport: m.case_import_action_discard,
	sweepImports: m.case_import_action_sweep,
	exportCases: m.case_export_action,
	setGoal: m.goals_action_set,
	rateGoals: m.goals_action_rate,
	endGoal: m.goals_action_end,
	listGoals: m.goals_action_list,
	recordFacts: m.record_action_record,
	caseRecord: m.record_action_read,
	closeCase: m.audit_action_close_case,
	addIntervention: m.audit_action_add_intervention,
	registerIdentity: m.audit_action_register_identity,
	sendLink: m.audit_action_send_link,
	renewLink: m.audit_action_renew_link,
	writeLetter: m.letter_action_write,
	caseLetter: m.letter_action_print,
	withdrawLink: m.audit_action_withdraw_link,
	enterFromPaper: m.audit_action_enter_from_paper,
	startInterview: m.interview_action_start,
	openInterview: m.interview_action_open,
	saveInterview: m.interview_action_save,
	submitInterview: m.interview_action_submit,
	breakOffInterview: m.interview_action_break_off,
	handOverInterview: m.interview_action_hand_over,
	saveLentAnswers: m.interview_action_save_lent,
	submitLentAnswers: m.interview_action_submit_lent,
	interviewNotes: m.interview_action_notes,
	submitResponse: m.audit_action_submit_response,
	pairKiosk: m.audit_action_pair_kiosk,
	handOverCase: m.audit_action_hand_over_case,
	protectCase: m.audit_action_protect_case,
	caseAccess: m.audit_action_case_access,
	startPlan: m.plans_action_start,
	endPlan: m.plans_action_end,
	recordDone: m.plans_action_record_done,
	recordMissed: m.plans_action_record_missed,
	reopenOccasion: m.plans_action_reopen,
	recordAnonymousFollowUp: m.anonymous_action_record,
	followUpLimit: m.anonymous_action_limit,
	casePlans: m.plans_action_case_plans,
	moveIntervention: m.plans_action_move_intervention,
	acknowledgeAlert: m.today_action_acknowledge,
	today: m.today_action_today,
	responseAlerts: m.results_action_response_alerts,
	responseEntry: m.results_action_response_entry,
	responseHandOvers: m.results_action_hand_overs,
	agreeToHandOver: m.results_action_agree_hand_over,
	readersOfCase: m.audit_action_readers_of_case,
	responseHistory: m.audit_action_response_history,
	correctResponse: m.audit_action_correct_response,
	restrictResponse: m.audit_action_restrict_response,
	liftRestriction: m.audit_action_lift_restriction,
	registerExtract: m.audit_action_register_extract,
	invite: m.invitations_action_invite,
	inviteToSurvey: m.confidential_action_invite,
	invitedInSurveys: m.confidential_action_list,
	surveyLetters: m.confidential_action_letters,
	registerContact: m.invitations_action_register,
	clientContact: m.invitations_action_contact,
	caseInvitations: m.invitations_action_list,
	remindInvited: m.invitations_action_remind,
	orderExport: m.exports_action_order,
	cancelExport: m.exports_action_cancel,
	exportFile: m.exports_action_export,
	reportMaterial: m.report_action_material,
	reportConclusion: m.report_action_read_conclusion,
	saveConclusion: m.report_action_conclude
};

/** The action in words; its own name where it has none, as for a line that an older version wrote. */
export function actionWord(action: string): string {
	return actionWords[action]?.() ?? action;
}

/** All of them on a line, the first letter large. */
export function listActions(actions: readonly string[]): string {
	const words = actions.map(actionWord).join(', ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
