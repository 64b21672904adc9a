/**
 * Every text that a client meets, in every language of theirs. Used as `m` on pages for clients, and by components that
 * both they and staff see. One function each, so that a page carries only those it uses.
 */
import { m } from '#lib/paraglide/messages.js';
import { inEveryLanguage } from './foreign-words.ts';

export const ui_skip_to_content = /* @__PURE__ */ inEveryLanguage('ui_skip_to_content', m.ui_skip_to_content);
export const ui_error_summary_title = /* @__PURE__ */ inEveryLanguage(
	'ui_error_summary_title',
	m.ui_error_summary_title
);
export const respondent_language_label = /* @__PURE__ */ inEveryLanguage(
	'respondent_language_label',
	m.respondent_language_label
);
export const respondent_language_only = /* @__PURE__ */ inEveryLanguage(
	'respondent_language_only',
	m.respondent_language_only
);
export const respondent_start_lead_case = /* @__PURE__ */ inEveryLanguage(
	'respondent_start_lead_case',
	m.respondent_start_lead_case
);
export const respondent_start_lead_survey = /* @__PURE__ */ inEveryLanguage(
	'respondent_start_lead_survey',
	m.respondent_start_lead_survey
);
export const respondent_start_button = /* @__PURE__ */ inEveryLanguage(
	'respondent_start_button',
	m.respondent_start_button
);
export const respondent_resume_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_resume_title',
	m.respondent_resume_title
);
export const respondent_resume_text = /* @__PURE__ */ inEveryLanguage(
	'respondent_resume_text',
	m.respondent_resume_text
);
export const respondent_resume_button = /* @__PURE__ */ inEveryLanguage(
	'respondent_resume_button',
	m.respondent_resume_button
);
export const respondent_start_over_link = /* @__PURE__ */ inEveryLanguage(
	'respondent_start_over_link',
	m.respondent_start_over_link
);
export const respondent_time_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_time_title',
	m.respondent_time_title
);
export const respondent_time_minutes = /* @__PURE__ */ inEveryLanguage(
	'respondent_time_minutes',
	m.respondent_time_minutes
);
export const respondent_time_questions = /* @__PURE__ */ inEveryLanguage(
	'respondent_time_questions',
	m.respondent_time_questions
);
export const respondent_time_questions_about = /* @__PURE__ */ inEveryLanguage(
	'respondent_time_questions_about',
	m.respondent_time_questions_about
);
export const respondent_time_pause_case = /* @__PURE__ */ inEveryLanguage(
	'respondent_time_pause_case',
	m.respondent_time_pause_case
);
export const respondent_time_pause_survey = /* @__PURE__ */ inEveryLanguage(
	'respondent_time_pause_survey',
	m.respondent_time_pause_survey
);
export const respondent_why_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_why_title',
	m.respondent_why_title
);
export const respondent_why_case = /* @__PURE__ */ inEveryLanguage(
	'respondent_why_case',
	m.respondent_why_case
);
export const respondent_why_survey = /* @__PURE__ */ inEveryLanguage(
	'respondent_why_survey',
	m.respondent_why_survey
);
export const respondent_why_purpose = /* @__PURE__ */ inEveryLanguage(
	'respondent_why_purpose',
	m.respondent_why_purpose
);
export const respondent_what_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_what_title',
	m.respondent_what_title
);
export const respondent_what_case = /* @__PURE__ */ inEveryLanguage(
	'respondent_what_case',
	m.respondent_what_case
);
export const respondent_what_survey = /* @__PURE__ */ inEveryLanguage(
	'respondent_what_survey',
	m.respondent_what_survey
);
export const respondent_voluntary_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_voluntary_title',
	m.respondent_voluntary_title
);
export const respondent_voluntary_text = /* @__PURE__ */ inEveryLanguage(
	'respondent_voluntary_text',
	m.respondent_voluntary_text
);
export const respondent_ask_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_ask_title',
	m.respondent_ask_title
);
export const respondent_ask_case = /* @__PURE__ */ inEveryLanguage(
	'respondent_ask_case',
	m.respondent_ask_case
);
export const respondent_ask_survey = /* @__PURE__ */ inEveryLanguage(
	'respondent_ask_survey',
	m.respondent_ask_survey
);
export const respondent_valid_until = /* @__PURE__ */ inEveryLanguage(
	'respondent_valid_until',
	m.respondent_valid_until
);
export const respondent_sitting_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_sitting_title',
	m.respondent_sitting_title
);
export const respondent_sitting_order = /* @__PURE__ */ inEveryLanguage(
	'respondent_sitting_order',
	m.respondent_sitting_order
);
export const respondent_sitting_form = /* @__PURE__ */ inEveryLanguage(
	'respondent_sitting_form',
	m.respondent_sitting_form
);
export const respondent_about_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_about_title',
	m.respondent_about_title
);
export const respondent_footer_help_case = /* @__PURE__ */ inEveryLanguage(
	'respondent_footer_help_case',
	m.respondent_footer_help_case
);
export const respondent_footer_help_survey = /* @__PURE__ */ inEveryLanguage(
	'respondent_footer_help_survey',
	m.respondent_footer_help_survey
);
export const respondent_question_number = /* @__PURE__ */ inEveryLanguage(
	'respondent_question_number',
	m.respondent_question_number
);
export const respondent_place_question = /* @__PURE__ */ inEveryLanguage(
	'respondent_place_question',
	m.respondent_place_question
);
export const respondent_place_question_about = /* @__PURE__ */ inEveryLanguage(
	'respondent_place_question_about',
	m.respondent_place_question_about
);
export const respondent_place_part = /* @__PURE__ */ inEveryLanguage(
	'respondent_place_part',
	m.respondent_place_part
);
export const respondent_place_part_about = /* @__PURE__ */ inEveryLanguage(
	'respondent_place_part_about',
	m.respondent_place_part_about
);
export const respondent_next_button = /* @__PURE__ */ inEveryLanguage(
	'respondent_next_button',
	m.respondent_next_button
);
export const respondent_skip_button = /* @__PURE__ */ inEveryLanguage(
	'respondent_skip_button',
	m.respondent_skip_button
);
export const respondent_back_button = /* @__PURE__ */ inEveryLanguage(
	'respondent_back_button',
	m.respondent_back_button
);
export const respondent_save_change_button = /* @__PURE__ */ inEveryLanguage(
	'respondent_save_change_button',
	m.respondent_save_change_button
);
export const respondent_follow_up_notice = /* @__PURE__ */ inEveryLanguage(
	'respondent_follow_up_notice',
	m.respondent_follow_up_notice
);
export const respondent_several_hint = /* @__PURE__ */ inEveryLanguage(
	'respondent_several_hint',
	m.respondent_several_hint
);
export const respondent_choose_prompt = /* @__PURE__ */ inEveryLanguage(
	'respondent_choose_prompt',
	m.respondent_choose_prompt
);
export const respondent_other_label = /* @__PURE__ */ inEveryLanguage(
	'respondent_other_label',
	m.respondent_other_label
);
export const respondent_comment_label = /* @__PURE__ */ inEveryLanguage(
	'respondent_comment_label',
	m.respondent_comment_label
);
export const respondent_yes = /* @__PURE__ */ inEveryLanguage('respondent_yes', m.respondent_yes);
export const respondent_no = /* @__PURE__ */ inEveryLanguage('respondent_no', m.respondent_no);
export const respondent_other = /* @__PURE__ */ inEveryLanguage('respondent_other', m.respondent_other);
export const respondent_none = /* @__PURE__ */ inEveryLanguage('respondent_none', m.respondent_none);
export const respondent_refused = /* @__PURE__ */ inEveryLanguage('respondent_refused', m.respondent_refused);
export const respondent_dont_know = /* @__PURE__ */ inEveryLanguage(
	'respondent_dont_know',
	m.respondent_dont_know
);
export const respondent_free_text_survey_hint = /* @__PURE__ */ inEveryLanguage(
	'respondent_free_text_survey_hint',
	m.respondent_free_text_survey_hint
);
export const respondent_slider_unset = /* @__PURE__ */ inEveryLanguage(
	'respondent_slider_unset',
	m.respondent_slider_unset
);
export const respondent_slider_value = /* @__PURE__ */ inEveryLanguage(
	'respondent_slider_value',
	m.respondent_slider_value
);
export const respondent_slider_decrease = /* @__PURE__ */ inEveryLanguage(
	'respondent_slider_decrease',
	m.respondent_slider_decrease
);
export const respondent_slider_increase = /* @__PURE__ */ inEveryLanguage(
	'respondent_slider_increase',
	m.respondent_slider_increase
);
export const respondent_slider_number = /* @__PURE__ */ inEveryLanguage(
	'respondent_slider_number',
	m.respondent_slider_number
);
export const respondent_sending = /* @__PURE__ */ inEveryLanguage('respondent_sending', m.respondent_sending);
export const respondent_waiting_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_waiting_title',
	m.respondent_waiting_title
);
export const respondent_waiting_text = /* @__PURE__ */ inEveryLanguage(
	'respondent_waiting_text',
	m.respondent_waiting_text
);
export const respondent_retry_button = /* @__PURE__ */ inEveryLanguage(
	'respondent_retry_button',
	m.respondent_retry_button
);
export const respondent_saved = /* @__PURE__ */ inEveryLanguage('respondent_saved', m.respondent_saved);
export const respondent_problem_required = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_required',
	m.respondent_problem_required
);
export const respondent_problem_one_required = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_one_required',
	m.respondent_problem_one_required
);
export const respondent_problem_other_required = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_other_required',
	m.respondent_problem_other_required
);
export const respondent_problem_exclusive = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_exclusive',
	m.respondent_problem_exclusive
);
export const respondent_problem_min_selected = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_min_selected',
	m.respondent_problem_min_selected
);
export const respondent_problem_max_selected = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_max_selected',
	m.respondent_problem_max_selected
);
export const respondent_problem_min = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_min',
	m.respondent_problem_min
);
export const respondent_problem_max = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_max',
	m.respondent_problem_max
);
export const respondent_problem_step = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_step',
	m.respondent_problem_step
);
export const respondent_problem_not_a_number = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_not_a_number',
	m.respondent_problem_not_a_number
);
export const respondent_problem_out_of_range = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_out_of_range',
	m.respondent_problem_out_of_range
);
export const respondent_problem_not_a_date = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_not_a_date',
	m.respondent_problem_not_a_date
);
export const respondent_problem_too_long = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_too_long',
	m.respondent_problem_too_long
);
export const respondent_problem_min_length = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_min_length',
	m.respondent_problem_min_length
);
export const respondent_problem_max_length = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_max_length',
	m.respondent_problem_max_length
);
export const respondent_problem_no_digits = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_no_digits',
	m.respondent_problem_no_digits
);
export const respondent_problem_pattern = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_pattern',
	m.respondent_problem_pattern
);
export const respondent_problem_email = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_email',
	m.respondent_problem_email
);
export const respondent_problem_expression = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_expression',
	m.respondent_problem_expression
);
export const respondent_problem_summary = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_summary',
	m.respondent_problem_summary
);
export const respondent_title_problem = /* @__PURE__ */ inEveryLanguage(
	'respondent_title_problem',
	m.respondent_title_problem
);
export const respondent_review_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_review_title',
	m.respondent_review_title
);
export const respondent_review_lead = /* @__PURE__ */ inEveryLanguage(
	'respondent_review_lead',
	m.respondent_review_lead
);
export const respondent_review_unanswered = /* @__PURE__ */ inEveryLanguage(
	'respondent_review_unanswered',
	m.respondent_review_unanswered
);
export const respondent_review_change = /* @__PURE__ */ inEveryLanguage(
	'respondent_review_change',
	m.respondent_review_change
);
export const respondent_help_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_help_title',
	m.respondent_help_title
);
export const respondent_help_self = /* @__PURE__ */ inEveryLanguage(
	'respondent_help_self',
	m.respondent_help_self
);
export const respondent_help_aids = /* @__PURE__ */ inEveryLanguage(
	'respondent_help_aids',
	m.respondent_help_aids
);
export const respondent_help_interpreter = /* @__PURE__ */ inEveryLanguage(
	'respondent_help_interpreter',
	m.respondent_help_interpreter
);
export const respondent_help_relative = /* @__PURE__ */ inEveryLanguage(
	'respondent_help_relative',
	m.respondent_help_relative
);
export const respondent_help_legal_representative = /* @__PURE__ */ inEveryLanguage(
	'respondent_help_legal_representative',
	m.respondent_help_legal_representative
);
export const respondent_help_staff = /* @__PURE__ */ inEveryLanguage(
	'respondent_help_staff',
	m.respondent_help_staff
);
export const respondent_help_question_assistant = /* @__PURE__ */ inEveryLanguage(
	'respondent_help_question_assistant',
	m.respondent_help_question_assistant
);
export const respondent_send_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_send_title',
	m.respondent_send_title
);
export const respondent_send_text_case = /* @__PURE__ */ inEveryLanguage(
	'respondent_send_text_case',
	m.respondent_send_text_case
);
export const respondent_send_text_survey = /* @__PURE__ */ inEveryLanguage(
	'respondent_send_text_survey',
	m.respondent_send_text_survey
);
export const respondent_send_button = /* @__PURE__ */ inEveryLanguage(
	'respondent_send_button',
	m.respondent_send_button
);
export const respondent_thanks_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_thanks_title',
	m.respondent_thanks_title
);
export const respondent_thanks_lead = /* @__PURE__ */ inEveryLanguage(
	'respondent_thanks_lead',
	m.respondent_thanks_lead
);
export const respondent_thanks_next_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_thanks_next_title',
	m.respondent_thanks_next_title
);
export const respondent_thanks_next_case = /* @__PURE__ */ inEveryLanguage(
	'respondent_thanks_next_case',
	m.respondent_thanks_next_case
);
export const respondent_thanks_next_survey = /* @__PURE__ */ inEveryLanguage(
	'respondent_thanks_next_survey',
	m.respondent_thanks_next_survey
);
export const respondent_thanks_close = /* @__PURE__ */ inEveryLanguage(
	'respondent_thanks_close',
	m.respondent_thanks_close
);
export const respondent_thanks_close_survey = /* @__PURE__ */ inEveryLanguage(
	'respondent_thanks_close_survey',
	m.respondent_thanks_close_survey
);
export const respondent_thanks_urgent = /* @__PURE__ */ inEveryLanguage(
	'respondent_thanks_urgent',
	m.respondent_thanks_urgent
);
export const respondent_link_unknown_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_link_unknown_title',
	m.respondent_link_unknown_title
);
export const respondent_link_unknown_text = /* @__PURE__ */ inEveryLanguage(
	'respondent_link_unknown_text',
	m.respondent_link_unknown_text
);
export const respondent_link_expired_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_link_expired_title',
	m.respondent_link_expired_title
);
export const respondent_link_expired_text = /* @__PURE__ */ inEveryLanguage(
	'respondent_link_expired_text',
	m.respondent_link_expired_text
);
export const respondent_link_withdrawn_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_link_withdrawn_title',
	m.respondent_link_withdrawn_title
);
export const respondent_link_withdrawn_text = /* @__PURE__ */ inEveryLanguage(
	'respondent_link_withdrawn_text',
	m.respondent_link_withdrawn_text
);
export const respondent_already_answered_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_already_answered_title',
	m.respondent_already_answered_title
);
export const respondent_already_answered_text = /* @__PURE__ */ inEveryLanguage(
	'respondent_already_answered_text',
	m.respondent_already_answered_text
);
export const respondent_survey_full_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_survey_full_title',
	m.respondent_survey_full_title
);
export const respondent_survey_full_text = /* @__PURE__ */ inEveryLanguage(
	'respondent_survey_full_text',
	m.respondent_survey_full_text
);
export const respondent_survey_not_open_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_survey_not_open_title',
	m.respondent_survey_not_open_title
);
export const respondent_survey_not_open_text = /* @__PURE__ */ inEveryLanguage(
	'respondent_survey_not_open_text',
	m.respondent_survey_not_open_text
);
export const respondent_instrument_unavailable_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_instrument_unavailable_title',
	m.respondent_instrument_unavailable_title
);
export const respondent_instrument_unavailable_text = /* @__PURE__ */ inEveryLanguage(
	'respondent_instrument_unavailable_text',
	m.respondent_instrument_unavailable_text
);
export const respondent_unexpected_title = /* @__PURE__ */ inEveryLanguage(
	'respondent_unexpected_title',
	m.respondent_unexpected_title
);
export const respondent_unexpected_text = /* @__PURE__ */ inEveryLanguage(
	'respondent_unexpected_text',
	m.respondent_unexpected_text
);
export const respondent_try_again = /* @__PURE__ */ inEveryLanguage(
	'respondent_try_again',
	m.respondent_try_again
);
export const respondent_help_hint = /* @__PURE__ */ inEveryLanguage(
	'respondent_help_hint',
	m.respondent_help_hint
);
export const respondent_clear_choice = /* @__PURE__ */ inEveryLanguage(
	'respondent_clear_choice',
	m.respondent_clear_choice
);
export const respondent_short_minutes = /* @__PURE__ */ inEveryLanguage(
	'respondent_short_minutes',
	m.respondent_short_minutes
);
export const respondent_short_voluntary = /* @__PURE__ */ inEveryLanguage(
	'respondent_short_voluntary',
	m.respondent_short_voluntary
);
export const respondent_short_case = /* @__PURE__ */ inEveryLanguage(
	'respondent_short_case',
	m.respondent_short_case
);
export const respondent_short_survey = /* @__PURE__ */ inEveryLanguage(
	'respondent_short_survey',
	m.respondent_short_survey
);
export const respondent_required_mark = /* @__PURE__ */ inEveryLanguage(
	'respondent_required_mark',
	m.respondent_required_mark
);
export const respondent_skip_any = /* @__PURE__ */ inEveryLanguage(
	'respondent_skip_any',
	m.respondent_skip_any
);
export const respondent_skip_unmarked = /* @__PURE__ */ inEveryLanguage(
	'respondent_skip_unmarked',
	m.respondent_skip_unmarked
);
export const respondent_problem_where = /* @__PURE__ */ inEveryLanguage(
	'respondent_problem_where',
	m.respondent_problem_where
);
export const respondent_review_needed = /* @__PURE__ */ inEveryLanguage(
	'respondent_review_needed',
	m.respondent_review_needed
);
export const respondent_review_skipped = /* @__PURE__ */ inEveryLanguage(
	'respondent_review_skipped',
	m.respondent_review_skipped
);
export const respondent_review_skipped_one = /* @__PURE__ */ inEveryLanguage(
	'respondent_review_skipped_one',
	m.respondent_review_skipped_one
);
export const respondent_survey_until = /* @__PURE__ */ inEveryLanguage(
	'respondent_survey_until',
	m.respondent_survey_until
);
export const kiosk_title = /* @__PURE__ */ inEveryLanguage('kiosk_title', m.kiosk_title);
export const kiosk_loading = /* @__PURE__ */ inEveryLanguage('kiosk_loading', m.kiosk_loading);
export const kiosk_start_title = /* @__PURE__ */ inEveryLanguage('kiosk_start_title', m.kiosk_start_title);
export const kiosk_start_lead = /* @__PURE__ */ inEveryLanguage('kiosk_start_lead', m.kiosk_start_lead);
export const kiosk_large_text = /* @__PURE__ */ inEveryLanguage('kiosk_large_text', m.kiosk_large_text);
export const kiosk_about = /* @__PURE__ */ inEveryLanguage('kiosk_about', m.kiosk_about);
export const kiosk_begin_button = /* @__PURE__ */ inEveryLanguage('kiosk_begin_button', m.kiosk_begin_button);
export const kiosk_none_open_title = /* @__PURE__ */ inEveryLanguage(
	'kiosk_none_open_title',
	m.kiosk_none_open_title
);
export const kiosk_none_open_text = /* @__PURE__ */ inEveryLanguage(
	'kiosk_none_open_text',
	m.kiosk_none_open_text
);
export const kiosk_leave_button = /* @__PURE__ */ inEveryLanguage('kiosk_leave_button', m.kiosk_leave_button);
export const kiosk_idle_limit = /* @__PURE__ */ inEveryLanguage('kiosk_idle_limit', m.kiosk_idle_limit);
export const kiosk_idle_title = /* @__PURE__ */ inEveryLanguage('kiosk_idle_title', m.kiosk_idle_title);
export const kiosk_idle_text = /* @__PURE__ */ inEveryLanguage('kiosk_idle_text', m.kiosk_idle_text);
export const kiosk_idle_seconds = /* @__PURE__ */ inEveryLanguage('kiosk_idle_seconds', m.kiosk_idle_seconds);
export const kiosk_idle_stay = /* @__PURE__ */ inEveryLanguage('kiosk_idle_stay', m.kiosk_idle_stay);
export const kiosk_thanks_title = /* @__PURE__ */ inEveryLanguage('kiosk_thanks_title', m.kiosk_thanks_title);
export const kiosk_thanks_lead = /* @__PURE__ */ inEveryLanguage('kiosk_thanks_lead', m.kiosk_thanks_lead);
export const kiosk_thanks_soon = /* @__PURE__ */ inEveryLanguage('kiosk_thanks_soon', m.kiosk_thanks_soon);
export const kiosk_done_button = /* @__PURE__ */ inEveryLanguage('kiosk_done_button', m.kiosk_done_button);
export const kiosk_unpaired_title = /* @__PURE__ */ inEveryLanguage(
	'kiosk_unpaired_title',
	m.kiosk_unpaired_title
);
export const kiosk_unpaired_text = /* @__PURE__ */ inEveryLanguage(
	'kiosk_unpaired_text',
	m.kiosk_unpaired_text
);
export const kiosk_staff_door = /* @__PURE__ */ inEveryLanguage('kiosk_staff_door', m.kiosk_staff_door);
export const lent_start_lead = /* @__PURE__ */ inEveryLanguage('lent_start_lead', m.lent_start_lead);
export const lent_start_voluntary = /* @__PURE__ */ inEveryLanguage(
	'lent_start_voluntary',
	m.lent_start_voluntary
);
export const lent_start_case = /* @__PURE__ */ inEveryLanguage('lent_start_case', m.lent_start_case);
export const lent_footer_help = /* @__PURE__ */ inEveryLanguage('lent_footer_help', m.lent_footer_help);
export const lent_done_title = /* @__PURE__ */ inEveryLanguage('lent_done_title', m.lent_done_title);
export const lent_done_lead = /* @__PURE__ */ inEveryLanguage('lent_done_lead', m.lent_done_lead);
export const lent_unlock_link = /* @__PURE__ */ inEveryLanguage('lent_unlock_link', m.lent_unlock_link);
export const lent_idle_text = /* @__PURE__ */ inEveryLanguage('lent_idle_text', m.lent_idle_text);
export const lent_shut_title = /* @__PURE__ */ inEveryLanguage('lent_shut_title', m.lent_shut_title);
export const lent_shut_lead = /* @__PURE__ */ inEveryLanguage('lent_shut_lead', m.lent_shut_lead);
export const information_edition = /* @__PURE__ */ inEveryLanguage(
	'information_edition',
	m.information_edition
);
export const information_heading_controller = /* @__PURE__ */ inEveryLanguage(
	'information_heading_controller',
	m.information_heading_controller
);
export const information_heading_purpose = /* @__PURE__ */ inEveryLanguage(
	'information_heading_purpose',
	m.information_heading_purpose
);
export const information_heading_voluntary = /* @__PURE__ */ inEveryLanguage(
	'information_heading_voluntary',
	m.information_heading_voluntary
);
export const information_heading_recipients = /* @__PURE__ */ inEveryLanguage(
	'information_heading_recipients',
	m.information_heading_recipients
);
export const information_heading_retention = /* @__PURE__ */ inEveryLanguage(
	'information_heading_retention',
	m.information_heading_retention
);
export const information_heading_legal_ground = /* @__PURE__ */ inEveryLanguage(
	'information_heading_legal_ground',
	m.information_heading_legal_ground
);
export const information_heading_rights = /* @__PURE__ */ inEveryLanguage(
	'information_heading_rights',
	m.information_heading_rights
);
export const information_heading_officer = /* @__PURE__ */ inEveryLanguage(
	'information_heading_officer',
	m.information_heading_officer
);
export const information_heading_complaint = /* @__PURE__ */ inEveryLanguage(
	'information_heading_complaint',
	m.information_heading_complaint
);
export const information_client_more = /* @__PURE__ */ inEveryLanguage(
	'information_client_more',
	m.information_client_more
);
export const information_client_link = /* @__PURE__ */ inEveryLanguage(
	'information_client_link',
	m.information_client_link
);
export const information_client_title = /* @__PURE__ */ inEveryLanguage(
	'information_client_title',
	m.information_client_title
);
export const information_client_close = /* @__PURE__ */ inEveryLanguage(
	'information_client_close',
	m.information_client_close
);
export const invitations_decline_title = /* @__PURE__ */ inEveryLanguage(
	'invitations_decline_title',
	m.invitations_decline_title
);
export const invitations_decline_text = /* @__PURE__ */ inEveryLanguage(
	'invitations_decline_text',
	m.invitations_decline_text
);
export const invitations_decline_button = /* @__PURE__ */ inEveryLanguage(
	'invitations_decline_button',
	m.invitations_decline_button
);
export const invitations_decline_done_title = /* @__PURE__ */ inEveryLanguage(
	'invitations_decline_done_title',
	m.invitations_decline_done_title
);
export const invitations_decline_done = /* @__PURE__ */ inEveryLanguage(
	'invitations_decline_done',
	m.invitations_decline_done
);
export const surveys_trial_notice = /* @__PURE__ */ inEveryLanguage(
	'surveys_trial_notice',
	m.surveys_trial_notice
);
export const surveys_code_title = /* @__PURE__ */ inEveryLanguage('surveys_code_title', m.surveys_code_title);
export const surveys_code_lead = /* @__PURE__ */ inEveryLanguage('surveys_code_lead', m.surveys_code_lead);
export const surveys_code_label = /* @__PURE__ */ inEveryLanguage('surveys_code_label', m.surveys_code_label);
export const surveys_code_hint = /* @__PURE__ */ inEveryLanguage('surveys_code_hint', m.surveys_code_hint);
export const surveys_code_wrong = /* @__PURE__ */ inEveryLanguage('surveys_code_wrong', m.surveys_code_wrong);
export const surveys_code_unknown = /* @__PURE__ */ inEveryLanguage(
	'surveys_code_unknown',
	m.surveys_code_unknown
);
export const surveys_code_submit = /* @__PURE__ */ inEveryLanguage(
	'surveys_code_submit',
	m.surveys_code_submit
);
export const respondent_language_more = /* @__PURE__ */ inEveryLanguage(
	'respondent_language_more',
	m.respondent_language_more
);
export const respondent_language_unreviewed = /* @__PURE__ */ inEveryLanguage(
	'respondent_language_unreviewed',
	m.respondent_language_unreviewed
);
export const confidential_every_page = /* @__PURE__ */ inEveryLanguage(
	'confidential_every_page',
	m.confidential_every_page
);
export const quick_exit_button = /* @__PURE__ */ inEveryLanguage('quick_exit_button', m.quick_exit_button);
export const quick_exit_title = /* @__PURE__ */ inEveryLanguage('quick_exit_title', m.quick_exit_title);
export const quick_exit_hint_title = /* @__PURE__ */ inEveryLanguage(
	'quick_exit_hint_title',
	m.quick_exit_hint_title
);
export const quick_exit_hint = /* @__PURE__ */ inEveryLanguage('quick_exit_hint', m.quick_exit_hint);
export const quick_exit_two_more = /* @__PURE__ */ inEveryLanguage(
	'quick_exit_two_more',
	m.quick_exit_two_more
);
export const quick_exit_one_more = /* @__PURE__ */ inEveryLanguage(
	'quick_exit_one_more',
	m.quick_exit_one_more
);
export const easy_read_mark = /* @__PURE__ */ inEveryLanguage('easy_read_mark', m.easy_read_mark);
export const easy_read_choose = /* @__PURE__ */ inEveryLanguage('easy_read_choose', m.easy_read_choose);
export const easy_read_chosen = /* @__PURE__ */ inEveryLanguage('easy_read_chosen', m.easy_read_chosen);
export const easy_read_untried = /* @__PURE__ */ inEveryLanguage('easy_read_untried', m.easy_read_untried);
export const read_aloud_start = /* @__PURE__ */ inEveryLanguage('read_aloud_start', m.read_aloud_start);
export const read_aloud_stop = /* @__PURE__ */ inEveryLanguage('read_aloud_stop', m.read_aloud_stop);
export const read_aloud_note = /* @__PURE__ */ inEveryLanguage('read_aloud_note', m.read_aloud_note);
export const pictures_show = /* @__PURE__ */ inEveryLanguage('pictures_show', m.pictures_show);
export const pictures_hide = /* @__PURE__ */ inEveryLanguage('pictures_hide', m.pictures_hide);
export const pictures_start = /* @__PURE__ */ inEveryLanguage('pictures_start', m.pictures_start);
