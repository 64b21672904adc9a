/** Dates, states and reasons of the log review in words. */
import type { ChainFault, ChainFaultKind } from '#lib/audit/check-chain.ts';
import type { Month, ReviewState } from '#lib/audit/review-month.ts';
import type { SampleReason } from '#lib/audit/review-rules.ts';
import type { TagView } from '#lib/audit/ui/review-view.ts';
import type { WorkContext } from '#lib/audit/work-context.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { LocalDate } from '#lib/shared/local-date.ts';

type Word = () => string;
const zone = 'Europe/Stockholm';

/** `mars 2026`. */
export function monthName(month: Month): string {
	const format = new Intl.DateTimeFormat(getLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
	return format.format(new Date(`${month}-01T12:00:00Z`));
}

/** `lördag 7 mars 2026`: the day of the week tells a reviewer something. */
export function dayName(day: LocalDate): string {
	const format = new Intl.DateTimeFormat(getLocale(), {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	});
	return format.format(new Date(`${day}T12:00:00Z`));
}

/** `22:30` in Sweden. */
export function clockTime(moment: Date): string {
	const format = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: zone });
	return format.format(moment);
}

const states: Record<ReviewState, TagView['kind'] | null> = {
	ongoing: 'neutral',
	empty: 'neutral',
	due: 'accent',
	overdue: 'problem',
	signed: 'success'
};
const stateWords: Record<ReviewState, Word> = {
	ongoing: m.audit_state_ongoing,
	empty: m.audit_state_empty,
	due: m.audit_state_due,
	overdue: m.audit_state_overdue,
	signed: m.audit_state_signed
};

export function stateTag(state: ReviewState): TagView {
	return { label: stateWords[state](), kind: states[state] ?? 'neutral' };
}

const reasonWords: Record<SampleReason, Word> = {
	random: m.audit_reason_random,
	'protected-case': m.audit_reason_protected_case,
	'no-assignment': m.audit_reason_no_assignment,
	'many-cases': m.audit_reason_many_cases,
	'outside-hours': m.audit_reason_outside_hours,
	'repeated-search': m.audit_reason_repeated_search,
	'read-only': m.audit_reason_read_only
};

export function reasonTag(reason: SampleReason): TagView {
	return { label: reasonWords[reason](), kind: reason === 'random' ? 'neutral' : 'warning' };
}

const workWords: Record<WorkContext, Word> = {
	casework: m.audit_work_casework,
	'follow-up': m.audit_work_follow_up,
	'own-answer': m.audit_work_own_answer,
	'log-review': m.audit_work_log_review,
	retention: m.audit_work_retention,
	rights: m.audit_work_rights,
	administration: m.audit_work_administration
};

export function workWord(context: string): string {
	return workWords[context as WorkContext]?.() ?? context;
}

const faultWords: Record<ChainFaultKind, Word> = {
	changed: m.audit_fault_changed,
	unsigned: m.audit_fault_unsigned,
	'out-of-place': m.audit_fault_out_of_place,
	missing: m.audit_fault_missing,
	rewritten: m.audit_fault_rewritten,
	'unknown-key': m.audit_fault_unknown_key
};

/** `rad 17 är ändrad`. */
export function describeFault({ kind, seq }: Pick<ChainFault, 'kind' | 'seq'>): string {
	const what = faultWords[kind]();
	return seq === null ? m.audit_chain_fault_waiting({ what }) : m.audit_chain_fault_at({ seq, what });
}

/** A fault as it is stored with the signature, and back in words. */
export const storeFault = ({ kind, seq }: ChainFault): string => `${kind} ${seq ?? ''}`.trim();
export function describeStoredFault(stored: string): string {
	const [kind, seq] = stored.split(' ');
	return describeFault({ kind: kind as ChainFaultKind, seq: seq === undefined ? null : Number(seq) });
}
