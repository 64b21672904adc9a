/** The interface's words for the codes that cases, answers and instruments carry. */
import type { Client, Occasion } from '#lib/cases/case.ts';
import type { Help } from '#lib/collection/administration.ts';
import { recordInstrumentId } from '#lib/collection/record.ts';
import type {
	AdministrationMode,
	EvidenceMark,
	Respondent,
	SensitiveKind
} from '#lib/instruments/instrument.ts';
import type { QuickExit } from '#lib/instruments/quick-exit.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Purpose } from '#lib/surveys/survey.ts';

type Word = () => string;

interface Moment {
	readonly instrumentId: string;
	readonly occasion: Occasion;
}

const occasionWords: Record<Occasion, Word> = {
	before: m.staff_occasion_before,
	during: m.staff_occasion_during,
	after: m.staff_occasion_after,
	'follow-up': m.staff_occasion_follow_up
};

const respondentWords: Record<Respondent, Word> = {
	client: m.staff_respondent_client,
	child: m.staff_respondent_child,
	parent: m.staff_respondent_parent,
	relative: m.staff_respondent_relative,
	staff: m.staff_respondent_staff,
	provider: m.staff_respondent_provider
};

const helpWords: Record<Help, Word> = {
	self: m.staff_help_self,
	aids: m.staff_help_aids,
	interpreter: m.staff_help_interpreter,
	relative: m.staff_help_relative,
	'legal-representative': m.staff_help_legal_representative,
	staff: m.staff_help_staff,
	'question-assistant': m.staff_help_question_assistant
};

const modeWords: Record<AdministrationMode, Word> = {
	link: m.staff_mode_link,
	kiosk: m.staff_mode_kiosk,
	interview: m.staff_mode_interview,
	paper: m.staff_mode_paper
};

const evidenceWords: Record<EvidenceMark, { readonly short: Word; readonly long: Word }> = {
	V1: { short: m.staff_evidence_short_v1, long: m.staff_evidence_v1 },
	V2: { short: m.staff_evidence_short_v2, long: m.staff_evidence_v2 },
	REC: { short: m.staff_evidence_short_rec, long: m.staff_evidence_rec },
	LOCAL: { short: m.staff_evidence_short_local, long: m.staff_evidence_local },
	NONE: { short: m.staff_evidence_short_none, long: m.staff_evidence_none }
};

const purposeWords: Record<Purpose, Word> = {
	'follow-up': m.staff_purpose_follow_up,
	'anonymous-survey': m.staff_purpose_anonymous_survey
};

const sensitiveWords: Record<SensitiveKind, Word> = {
	health: m.information_sensitive_health,
	'substance-use': m.information_sensitive_substance_use,
	violence: m.information_sensitive_violence,
	'sex-life': m.information_sensitive_sex_life,
	origin: m.information_sensitive_origin,
	beliefs: m.information_sensitive_beliefs,
	offences: m.information_sensitive_offences
};

const quickExitWords: Record<QuickExit, Word> = {
	'by-subject': m.quick_exit_by_subject,
	always: m.quick_exit_always,
	never: m.quick_exit_never
};

export const occasionLabel = (occasion: Occasion): string => occasionWords[occasion]();
/** The general facts are filled in step by step as the case goes on: neither before nor after. */
export const momentLabel = ({ instrumentId, occasion }: Moment): string =>
	instrumentId === recordInstrumentId ? m.record_moment() : occasionLabel(occasion);
export const respondentLabel = (respondent: Respondent): string => respondentWords[respondent]();
export const helpLabel = (help: Help): string => helpWords[help]();
export const modeLabel = (mode: AdministrationMode): string => modeWords[mode]();
export const evidenceLabel = (mark: EvidenceMark): string => evidenceWords[mark].short();
export const evidenceAdvice = (mark: EvidenceMark): string => evidenceWords[mark].long();
export const quickExitLabel = (choice: QuickExit): string => quickExitWords[choice]();
export const purposeLabel = (purpose: Purpose): string => purposeWords[purpose]();

/** Those who may answer, as a reader would say it: "Klienten eller en närstående". */
export function respondentsLabel(respondents: readonly Respondent[]): string {
	const words = respondents.map((respondent, index) =>
		index === 0 ? respondentLabel(respondent) : respondentLabel(respondent).toLocaleLowerCase('sv')
	);
	return new Intl.ListFormat(getLocale(), { type: 'disjunction' }).format(words);
}

/** Sex as a word; "not stated" when it is not known. */
export function sexLabel(sex: Client['sex']): string {
	if (sex === null) return m.staff_sex_unknown();
	return sex === 'female' ? m.staff_sex_female() : m.staff_sex_male();
}

/** What an instrument's answers tell that is sensitive: "Hälsa och våld". */
export function sensitiveLabel(kinds: readonly SensitiveKind[] | null): string {
	if (kinds === null) return m.information_sensitive_unknown();
	if (kinds.length === 0) return m.information_sensitive_none();
	const words = new Intl.ListFormat(getLocale()).format(kinds.map((kind) => sensitiveWords[kind]()));
	return words.charAt(0).toLocaleUpperCase(getLocale()) + words.slice(1);
}
