/** Made-up cases, links and answers for tests: say only what the test is about. */
import { openCase, type OpenCaseInput } from '#lib/cases/server/commands/open-case.ts';
import { addProvider } from '#lib/cases/server/commands/add-provider.ts';
import { sendLink, type SendLinkInput, type SentLink } from '#lib/collection/server/commands/send-link.ts';
import type { SubmitResponseInput } from '#lib/collection/server/commands/submit-response.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { randomUUID } from 'node:crypto';
import type { CaseId, ProviderId, SurveyId } from '#lib/shared/ids.ts';
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { changeSurvey } from '#lib/surveys/server/commands/change-survey.ts';
import { draftSurvey } from '#lib/surveys/server/commands/draft-survey.ts';
import { publishSurvey, type PublishedSurvey } from '#lib/surveys/server/commands/publish-survey.ts';
import type { SurveyPlan, TargetGroup } from '#lib/surveys/survey.ts';
import { suggestGroup } from '#lib/surveys/target-group.ts';
import { informBoard } from './inform-board.ts';
import { testDay } from './test-board.ts';

let lastNumber = 0;
const nextNumber = (): string => String((lastNumber += 1));

/** A case for a woman born in 1990. */
export function openTestCase(context: Context, given: Partial<OpenCaseInput> = {}): Promise<CaseId> {
	return run(context, openCase, {
		clientNumber: `K-${nextNumber()}`,
		sex: 'female',
		birthYear: 1990,
		caseNumber: `Ä-${nextNumber()}`,
		concern: 'alkohol',
		openedOn: testDay,
		...given
	});
}

/** An AUDIT before the intervention, by a link that works for thirty days. */
export async function sendTestLink(
	context: Context,
	caseId: CaseId,
	given: Partial<SendLinkInput> = {}
): Promise<SentLink> {
	await informBoard(context);
	return run(context, sendLink, {
		caseId,
		instrumentId: 'audit',
		occasion: 'before',
		respondent: 'client',
		expiresOn: addDays(testDay, 30),
		...given
	});
}

/** The address that opens a board's links, but for the token. */
export const linkBaseOf = (boardCode: string): string => `https://genklang.exempelby.example/s/${boardCode}/`;

/** Answers to AUDIT by the codes printed on the form; null for a question that is not answered. */
export function auditAnswers(codes: readonly (number | null)[]): Answers {
	return Object.fromEntries(
		codes.flatMap((code, index) => (code === null ? [] : [[`audit_${index + 1}`, code]]))
	);
}

/** 24 points: instruments/audit, reference case "Räkneexempel 24 poäng". */
export const audit24 = auditAnswers([4, 1, 2, 3, 3, 1, 4, 2, 2, 2]);

/** A submission of 24 points with an id of its own. */
export function testSubmission(
	token: string,
	given: Partial<SubmitResponseInput> = {}
): SubmitResponseInput {
	return { token, answers: audit24, language: 'sv', help: 'self', submissionId: randomUUID(), ...given };
}

/** A provider with the name. */
export function addTestProvider(context: Context, name = `Utförare ${nextNumber()}`): Promise<ProviderId> {
	return run(context, addProvider, { name });
}

/** A survey as tests plan it. */
export interface TestSurvey extends SurveyPlan {
	/** Those asked, by provider; not known where nothing is said. */
	readonly invited: number | null;
}

export interface OpenedSurvey extends PublishedSurvey {
	readonly surveyId: SurveyId;
}

/** A draft with Simrishamn's questions, for all of 2026. */
export async function draftTestSurvey(
	context: Context,
	providerIds: readonly ProviderId[],
	{ invited = null, ...given }: Partial<TestSurvey> = {}
): Promise<SurveyId> {
	await informBoard(context);
	return run(context, draftSurvey, {
		title: 'Vad tycker du om din hjälp? (påhittad)',
		purpose: 'follow-up',
		anonymity: 'open-anonymous',
		instrumentIds: ['simrishamn-sol'],
		languages: ['sv'],
		opensOn: '2026-01-01' as LocalDate,
		closesOn: '2026-12-31' as LocalDate,
		quickExit: 'by-subject',
		...given,
		providers: providerIds.map((providerId) => ({ providerId, invited }))
	});
}

/** A survey with Simrishamn's questions that is open all of 2026. */
export async function openTestSurvey(
	context: Context,
	providerIds: readonly ProviderId[],
	given: Partial<TestSurvey> = {}
): Promise<OpenedSurvey> {
	const surveyId = await draftTestSurvey(context, providerIds, given);
	return { surveyId, ...(await run(context, publishSurvey, { surveyId })) };
}

/** A confidential survey that is open, of those who have had help some day of the year before it opened. */
export async function openConfidentialSurvey(
	context: Context,
	providerIds: readonly ProviderId[],
	{ targetGroup, ...given }: Partial<TestSurvey> & { readonly targetGroup?: TargetGroup } = {}
): Promise<SurveyId> {
	const opensOn = given.opensOn ?? ('2026-01-01' as LocalDate);
	const surveyId = await draftTestSurvey(context, providerIds, { ...given, anonymity: 'confidential' });
	const group = targetGroup ?? { ...suggestGroup(opensOn), to: addDays(opensOn, 365) };
	await run(context, changeSurvey, { surveyId, targetGroup: group });
	await run(context, publishSurvey, { surveyId });
	return surveyId;
}
