/**
 * What a text about how answers are handled is about. The board has two general ones; a follow-up plan or a survey may have
 * its own, which is then told instead.
 */
import { parseId, type PlanId, type SurveyId } from '#lib/shared/ids.ts';
import type { SurveyMode } from './survey.ts';

/** The links that are sent in cases have one general text; anonymous surveys another. */
export const generalSubjects = ['cases', 'surveys'] as const;
export type GeneralSubject = (typeof generalSubjects)[number];

/** As it stands in addresses and in the access log: `cases`, `surveys`, `plan-<id>` or `survey-<id>`. */
export type InformationSubject = GeneralSubject | `plan-${string}` | `survey-${string}`;

/** A subject taken apart: which general text it stands instead of, and whose own it is. */
export interface SubjectParts {
	readonly general: GeneralSubject;
	readonly planId: PlanId | null;
	readonly surveyId: SurveyId | null;
}

export const subjectOfPlan = (id: PlanId): InformationSubject => `plan-${id}`;
export const subjectOfSurvey = (id: SurveyId): InformationSubject => `survey-${id}`;

/** The text as a subject, or undefined when it is none. */
export function parseInformationSubject(text: string): InformationSubject | undefined {
	const general = generalSubjects.find((subject) => subject === text);
	if (general) return general;
	const [kind, ...rest] = text.split('-');
	const id = parseId(rest.join('-'));
	if (!id || (kind !== 'plan' && kind !== 'survey')) return undefined;
	return `${kind}-${id}`;
}

/** Takes a subject apart. */
export function splitSubject(subject: InformationSubject): SubjectParts {
	if (subject === 'cases' || subject === 'surveys') return { general: subject, planId: null, surveyId: null };
	const id = subject.slice(subject.indexOf('-') + 1);
	return subject.startsWith('plan-')
		? { general: 'cases', planId: id as PlanId, surveyId: null }
		: { general: 'surveys', planId: null, surveyId: id as SurveyId };
}

/** Puts a subject together again. */
export function joinSubject({ general, planId, surveyId }: SubjectParts): InformationSubject {
	if (planId) return subjectOfPlan(planId);
	return surveyId ? subjectOfSurvey(surveyId) : general;
}

/** The general text that a survey without one of its own goes by: answers that are kept in cases are told of as in cases. */
export const generalOfMode = (mode: SurveyMode): GeneralSubject =>
	mode === 'confidential' ? 'cases' : 'surveys';
