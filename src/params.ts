/** What a piece of a path may look like. Anything else is a page that does not exist, before any query is made. */
import { defineParams } from '@sveltejs/kit/params';
import { parseMonth } from '#lib/audit/review-month.ts';
import { pictureHashPattern } from '#lib/pictures/picture-set.ts';
import { findQuestion } from '#lib/reports/find-question.ts';
import { parseId } from '#lib/shared/ids.ts';
import type {
	ActionPlanId,
	AdministrationId,
	CaseId,
	CertificateId,
	KioskId,
	ExportId,
	PlanId,
	ResponseId,
	StaffId,
	SurveyId
} from '#lib/shared/ids.ts';
import { parseInformationSubject } from '#lib/surveys/information-subject.ts';

const boardCodePattern = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;
/** Base64url of at least 128 bits (22 characters), or a code drawn from a hat. */
const tokenPattern = /^(?:[A-Za-z0-9_-]{22,64}|[0-9a-hjkmnp-tv-z]{12})$/;
const instrumentIdPattern = /^[a-z][a-z0-9-]{0,60}$/;

const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);

export const params = defineParams({
	caseId: (text) => parseId<CaseId>(text),
	responseId: (text) => parseId<ResponseId>(text),
	administrationId: (text) => parseId<AdministrationId>(text),
	kioskId: (text) => parseId<KioskId>(text),
	surveyId: (text) => parseId<SurveyId>(text),
	exportId: (text) => parseId<ExportId>(text),
	certificateId: (text) => parseId<CertificateId>(text),
	planId: (text) => parseId<PlanId>(text),
	actionPlanId: (text) => parseId<ActionPlanId>(text),
	staffId: (text) => parseId<StaffId>(text),
	boardCode: matching(boardCodePattern),
	token: matching(tokenPattern),
	instrumentId: matching(instrumentIdPattern),
	year: matching(/^(?:19|20)\d{2}$/),
	/** `2026-03`. */
	month: (text) => parseMonth(text),
	informationSubject: parseInformationSubject,
	reportQuestion: (text) => findQuestion(text)?.id,
	/** One chart of a report. */
	chartName: matching(/^[a-z0-9-]{1,40}$/),
	/** One chart of a goal: every provider, the funnel, everybody's answers, or one provider's answers or years. */
	goalChart: matching(/^(?:providers|funnel|answers|own-answers|years)$/),
	pictureHash: matching(pictureHashPattern),
	journeyStep: matching(/^(?:questions|review|thanks)$/)
});
