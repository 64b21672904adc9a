/** Every id is a uuid (v4) in text. The brands keep one kind of id from being passed as another. */
declare const brand: unique symbol;
type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type BoardId = Id<'board'>;
export type ProviderId = Id<'provider'>;
export type ClientId = Id<'client'>;
export type CaseId = Id<'case'>;
export type InterventionId = Id<'intervention'>;
export type AdministrationId = Id<'administration'>;
export type ResponseId = Id<'response'>;
export type SurveyId = Id<'survey'>;
export type SurveyLinkId = Id<'survey-link'>;
export type KioskId = Id<'kiosk'>;
export type AnswerBoxId = Id<'answer-box'>;
export type AnonymousTextId = Id<'anonymous-text'>;
export type PermitId = Id<'permit'>;
export type StaffId = Id<'staff'>;
export type UnitId = Id<'unit'>;
export type AssignmentId = Id<'assignment'>;
export type CorrectionId = Id<'correction'>;
export type RestrictionId = Id<'restriction'>;
export type InformationId = Id<'information'>;
export type RetentionProposalId = Id<'retention-proposal'>;
export type RetentionItemId = Id<'retention-item'>;
export type RetentionHoldId = Id<'retention-hold'>;
export type RetentionOverrideId = Id<'retention-override'>;
export type CertificateId = Id<'retention-certificate'>;
export type LogReviewId = Id<'log-review'>;
export type ReviewedVisitId = Id<'reviewed-visit'>;
export type PlanId = Id<'plan'>;
export type CasePlanId = Id<'case-plan'>;
export type ContactId = Id<'contact'>;
export type InvitationId = Id<'invitation'>;
export type MessageId = Id<'message'>;
export type ExportId = Id<'export'>;
export type ExportPartId = Id<'export-part'>;
export type OccasionId = Id<'occasion'>;
export type GoalId = Id<'goal'>;
export type GoalRatingId = Id<'goal-rating'>;
export type HiddenQuestionsId = Id<'hidden-questions'>;
export type ImportId = Id<'case-import'>;
export type ImportSourceId = Id<'case-import-source'>;
export type RiskAlertId = Id<'risk-alert'>;
export type ConclusionId = Id<'conclusion'>;
export type InterviewId = Id<'interview'>;
export type ActionPlanId = Id<'action-plan'>;
export type PublicationId = Id<'publication'>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The text as an id of the wanted kind, or undefined when it is not a lower-case uuid. */
export function parseId<T extends Id<string>>(text: string): T | undefined {
	return uuidPattern.test(text) ? (text as T) : undefined;
}

/** Less than every id: where whoever goes through rows in order of their ids begins. */
export const beforeEveryId = '00000000-0000-0000-0000-000000000000';
