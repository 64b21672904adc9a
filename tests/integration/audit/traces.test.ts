/**
 * No trace, no data: whatever reads or writes what belongs to a person leaves a line in the log in the same transaction,
 * and when the line cannot be written nothing is told and nothing is stored (10 § lag 2001:454; S9).
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { actionWords } from '#lib/audit/ui/action-words.ts';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { moveIntervention } from '#lib/cases/server/commands/move-intervention.ts';
import { agreeToHandOver } from '#lib/collection/server/commands/agree-to-hand-over.ts';
import { acknowledgeAlert } from '#lib/collection/server/commands/acknowledge-alert.ts';
import { recordAnonymousFollowUp } from '#lib/collection/server/commands/record-anonymous-follow-up.ts';
import { followUpLimit } from '#lib/collection/server/reads/follow-up-limit.ts';
import { endPlan } from '#lib/plans/server/commands/end-plan.ts';
import { recordDone } from '#lib/plans/server/commands/record-done.ts';
import { recordMissed } from '#lib/plans/server/commands/record-missed.ts';
import { reopenOccasion } from '#lib/plans/server/commands/reopen-occasion.ts';
import { startPlan } from '#lib/plans/server/commands/start-plan.ts';
import { today } from '#lib/plans/server/reads/today.ts';
import { casePlans } from '#lib/plans/server/reads/case-plans.ts';
import {
	followTestPlan,
	publishTestPlan,
	readOccasion,
	templatePlan,
	type Following
} from '#tests/build/follow-plan.ts';
import { closeCase } from '#lib/cases/server/commands/close-case.ts';
import { openCase } from '#lib/cases/server/commands/open-case.ts';
import { registerIdentity } from '#lib/cases/server/commands/register-identity.ts';
import { protectCase } from '#lib/cases/server/commands/protect-case.ts';
import { caseAccess } from '#lib/cases/server/reads/case-access.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { clientIdentity } from '#lib/cases/server/reads/client-identity.ts';
import { listCases } from '#lib/cases/server/reads/list-cases.ts';
import { searchClient } from '#lib/cases/server/reads/search-client.ts';
import { enterFromPaper } from '#lib/collection/server/commands/enter-from-paper.ts';
import { breakOffInterview } from '#lib/collection/server/commands/break-off-interview.ts';
import { handOverInterview } from '#lib/collection/server/commands/hand-over-interview.ts';
import { saveLentAnswers } from '#lib/collection/server/commands/save-lent-answers.ts';
import { submitLentAnswers } from '#lib/collection/server/commands/submit-lent-answers.ts';
import { submitInterview } from '#lib/collection/server/commands/submit-interview.ts';
import { interviewNotes } from '#lib/collection/server/reads/interview-notes.ts';
import { openInterview } from '#lib/collection/server/reads/open-interview.ts';
import { writeLetter } from '#lib/invitations/server/commands/write-letter.ts';
import { renewLink } from '#lib/invitations/server/commands/renew-link.ts';
import { correctResponse } from '#lib/collection/server/commands/correct-response.ts';
import { liftRestriction } from '#lib/collection/server/commands/lift-restriction.ts';
import { restrictResponse } from '#lib/collection/server/commands/restrict-response.ts';
import { sendLink } from '#lib/collection/server/commands/send-link.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { withdrawLink } from '#lib/collection/server/commands/withdraw-link.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import { listCaseScores } from '#lib/collection/server/reads/list-case-scores.ts';
import { recomputeScores } from '#lib/collection/server/reads/recompute-scores.ts';
import { responseAlerts } from '#lib/collection/server/reads/response-alerts.ts';
import { responseHandOvers } from '#lib/collection/server/reads/response-hand-overs.ts';
import { responseEntry } from '#lib/collection/server/reads/response-entry.ts';
import { responseHistory } from '#lib/collection/server/reads/response-history.ts';
import { registerExtract } from '#lib/rights/server/reads/register-extract.ts';
import type {
	AdministrationId,
	CaseId,
	OccasionId,
	PlanId,
	ResponseId,
	RiskAlertId
} from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { registerContact } from '#lib/invitations/server/commands/register-contact.ts';
import { caseInvitations, clientContact } from '#lib/invitations/server/reads/case-invitations.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { saveTestInterview, startTestInterview } from '#tests/build/interview.ts';
import { countRows } from '#tests/build/count-rows.ts';
import {
	addTestProvider,
	audit24,
	linkBaseOf,
	openTestCase,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnOwnDatabase } from '../databases.ts';

interface Definition {
	readonly name: string;
	readonly permission: string;
	readonly audit: string;
	readonly run: unknown;
}

const modules = import.meta.glob<Record<string, unknown>>(
	['../../../src/lib/*/server/**/*.ts', '!**/*.test.ts'],
	{ eager: true }
);
const definitions = Object.values(modules)
	.flatMap((module) => Object.values(module))
	.filter((value): value is Definition => {
		const has = (key: string): boolean => Object.hasOwn(value as object, key);
		return typeof value === 'object' && value !== null && ['name', 'permission', 'audit', 'run'].every(has);
	});

const ofAPerson = (permission: string): boolean => /^(case|response|rights|log:tell)/.test(permission);

/** Everything that does not always leave a line, and why it need not. A new one has to give its reason here. */
const withoutLine: Readonly<Record<string, string>> = {
	listProviders: 'belongs to no person',
	listPermits: 'belongs to no person',
	instrumentForLink: 'belongs to no person',
	listSurveys: 'belongs to no person',
	finishedSurveys: 'belongs to no person',
	surveyOverview: 'belongs to no person',
	previewOnKiosk: 'belongs to no person',
	confidentialResults: 'counted answers without a person, for the disclosure control',
	surveyResponse: 'counted over cases, for the disclosure control',
	surveyTarget: 'counted over cases, nothing about anybody',
	surveyProgress: 'counted answers without a person',
	surveyResults: 'counted answers without a person',
	listStaff: 'about staff, and nothing of any case',
	listUnits: 'belongs to no person',
	listTargets: 'belongs to no person',
	listPlans: 'belongs to no person',
	listTargetYears: 'belongs to no person',
	targetDistributions: 'counted answers without a person',
	informationTexts: 'belongs to no person',
	ownInformation: 'belongs to no person',
	reviewDuties: 'whose log reviews are to be done, and nothing of any case',
	boardAssessment: 'belongs to no person',
	sendingObstacle: 'belongs to no person',
	shownInformation: 'what everybody is told',
	informationInForce: 'what everybody is told',
	lentInterview: 'the respondent’s own draft, shown to whoever holds the tablet and to nobody else',
	findLink: 'the respondent’s own draft, shown to whoever holds the link and to nobody else',
	saveDraft: 'the respondent’s own draft: a line per page would map how somebody answers',
	forgetDraft: 'the respondent’s own draft: a line would tell that somebody had to leave in a hurry',
	checkLog: 'numbers of lines in the log, nothing about anybody',
	nightlyCheck: 'numbers of lines in the log, nothing about anybody',
	listProvidersForRoles: 'belongs to no person',
	unitNames: 'belongs to no person',
	listOwnUnits: 'belongs to no person',
	riskRoutines: 'belongs to no person',
	listHidden: 'belongs to no person',
	listPictures: 'belongs to no person',
	pictureOfBoard: 'belongs to no person',
	picturesAskedWith: 'belongs to no person: a line each time would map how somebody answers',
	pictureOnKiosk: 'belongs to no person: a line each time would say when a tablet was in use',
	pictureAskedWith: 'belongs to no person: a line each time would map how somebody answers',
	messageSettings: 'belongs to no person',
	listPublications: 'belongs to no person',
	publishedResults: 'what everybody is shown',
	listActionPlans: 'about providers, and nothing of any case',
	actionPlanHistory: 'about a provider, and nothing of any case',
	exportPart: 'a piece of the file that exportFile has let out and left its line for',
	listExportChoices: 'which instruments there is anything of, nothing about anybody',
	listExportProviders: 'belongs to no person',
	listExports: 'what has been ordered by whom, nothing of what is in it',
	surveyExportCounts: 'counted answers without a person',
	effortFigures: 'counted over cases, for the disclosure control',
	nonResponse: 'counted over cases, for the disclosure control',
	declineInvitation: 'the respondent’s own "no, thank you", by the link alone',
	listKiosks: 'belongs to no person',
	fetchManifest: 'belongs to no person: a line each time would say when a tablet was in use',
	surveysToHandOut: 'belongs to no person',
	drawCode: 'a line with a time would point at one sealed answer',
	takeKioskAnswers: 'anonymous answers must leave none',
	submitResponse: 'writes its line in its own statement (below); an anonymous answer must leave none'
};

describe('every command and read', () => {
	it('is found', () => {
		expect(definitions.length).toBeGreaterThan(25);
	});
	it('has words for those who are told who has read about them', () => {
		const named = definitions.filter(({ permission, audit }) => ofAPerson(permission) && audit !== 'none');
		expect(
			named.map(({ name }) => name).filter((name) => !(name in actionWords || name in withoutLine))
		).toEqual([]);
	});
	it('leaves a line, or has said why not', () => {
		const silent = definitions.filter(({ audit }) => audit !== 'always').map(({ name }) => name);
		expect(silent.filter((name) => !(name in withoutLine))).toEqual([]);
	});
});

/** In everything that must not be found in the log. */
const canary = 'KANARIEFÅGEL';
const day = (text: string) => text as LocalDate;

interface Filled {
	readonly board: TestBoard;
	readonly caseId: CaseId;
	readonly responseId: ResponseId;
	/** One that may not be used. */
	readonly restrictedId: ResponseId;
	readonly followed: Following;
	/** An occasion to be asked about with an instrument. */
	readonly askedOccasionId: OccasionId;
	/** A plan that the case does not follow yet. */
	readonly otherPlanId: PlanId;
	readonly alertId: RiskAlertId;
	/** Begun, answered and not sent; one for each thing that is done with them. */
	readonly interviews: readonly AdministrationId[];
}

async function fill(board: TestBoard): Promise<Filled> {
	const caseId = await openTestCase(board.karin, {
		clientNumber: `${canary}-klient`,
		caseNumber: `${canary}-ärende`,
		concern: `${canary} oro`
	});
	const { token } = await sendTestLink(board.karin, caseId);
	const { responseId } = await run(board.linkHolder, submitResponse, testSubmission(token));
	const restricted = await sendTestLink(board.karin, caseId);
	const second = await run(board.linkHolder, submitResponse, testSubmission(restricted.token));
	const restrictedId = second.responseId as ResponseId;
	await run(board.karin, restrictResponse, { responseId: restrictedId, ground: 'objection' });
	const followed = await followTestPlan(board, templatePlan('start-and-end-voluntary'), { caseId });
	const missed = await readOccasion(board.karin, caseId, 'core-om', 'end');
	await run(board.karin, recordMissed, { occasionId: missed.id, reason: 'forgotten' });
	const otherPlanId = await publishTestPlan(board.adnan, templatePlan('yearly-at-most-half-yearly'));
	const risk = await sendTestLink(board.karin, caseId, { instrumentId: 'phq-9' });
	const answers = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`phq9_${index + 1}`, 1]));
	await run(board.linkHolder, submitResponse, testSubmission(risk.token, { answers }));
	const [alert] = await queryRows<{ id: RiskAlertId }>(
		board.database.orm,
		sql`select id from risk_alerts where case_id = ${caseId}`
	);
	if (!alert) throw new Error('The answer raised no alert');
	const interviews: AdministrationId[] = [];
	for (let count = 0; count < 4; count += 1) {
		const id = await startTestInterview(board.karin, caseId);
		await saveTestInterview(board.karin, id);
		interviews.push(id);
	}
	return {
		board,
		caseId,
		responseId: responseId as ResponseId,
		restrictedId,
		followed,
		askedOccasionId: (await readOccasion(board.karin, caseId, 'kasam', 'start')).id,
		otherPlanId,
		alertId: alert.id,
		interviews
	};
}

function justSignedIn(context: Context): Context {
	const { actor } = context;
	return actor.kind === 'staff' ? { ...context, actor: { ...actor, signedInAt: context.now() } } : context;
}

/** Whoever holds the tablet that is handed over for the interview. */
function withTablet(context: Context, { board, interviews }: Filled): Context {
	const lentTo = interviews[3]!;
	return { ...context, actor: { kind: 'respondent', boardId: board.board.id, lentTo } };
}

/** One line for each thing that reads what belongs to a person, with the case that the log must name. */
const reads: Readonly<Record<string, (context: Context, filled: Filled) => Promise<unknown>>> = {
	listCases: (context) => fetch(context, listCases, {}),
	caseOverview: (context, { caseId }) => fetch(context, caseOverview, { caseId }),
	clientIdentity: (context, { caseId }) => fetch(context, clientIdentity, { caseId }),
	searchClient: (context) => fetch(context, searchClient, { by: 'case-number', text: `${canary}-ärende` }),
	caseAccess: (context, { caseId }) => fetch(context, caseAccess, { caseId }),
	clientContact: (context, { caseId }) => fetch(context, clientContact, { caseId }),
	caseInvitations: (context, { caseId }) => fetch(context, caseInvitations, { caseId }),
	listAdministrations: (context, { caseId }) => fetch(context, listAdministrations, { caseId }),
	listCaseScores: (context, { caseId }) => fetch(context, listCaseScores, { caseId }),
	caseResponse: (context, { responseId }) => fetch(context, caseResponse, { responseId }),
	recomputeScores: (context, { responseId }) => fetch(context, recomputeScores, { responseId }),
	responseHistory: (context, { responseId }) => fetch(context, responseHistory, { responseId }),
	openInterview: (context, { caseId, interviews: [administrationId] }) =>
		fetch(context, openInterview, { caseId, administrationId: administrationId! }),
	interviewNotes: (context, { responseId }) => fetch(context, interviewNotes, { responseId }),
	responseAlerts: (context, { responseId }) => fetch(context, responseAlerts, { responseId }),
	responseEntry: (context, { responseId }) => fetch(context, responseEntry, { responseId }),
	responseHandOvers: (context, { responseId }) => fetch(context, responseHandOvers, { responseId }),
	casePlans: (context, { caseId }) => fetch(context, casePlans, { caseId }),
	followUpLimit: (context, { caseId, askedOccasionId: occasionId }) =>
		fetch(context, followUpLimit, { caseId, occasionId }),
	today: (context) => fetch(context, today, {}),
	registerExtract: (context, { caseId }) =>
		fetch(justSignedIn(context), registerExtract, { caseId, recipient: 'the-person' })
};

/** And for each thing that writes it. */
const writes: Readonly<Record<string, (context: Context, filled: Filled) => Promise<unknown>>> = {
	openCase: (context, { board }) => openTestCase({ ...board.karin, ...context }, { concern: canary }),
	addIntervention: async (context, { board, caseId }) => {
		const providerId = await addTestProvider(board.adnan);
		const dates = { decidedOn: null, startedOn: null, endedOn: null };
		return run(context, addIntervention, { caseId, providerId, name: canary, ...dates });
	},
	registerIdentity: (context, { caseId }) =>
		run(context, registerIdentity, { caseId, name: `${canary} ${canary}`, personalNumber: null }),
	protectCase: (context, { caseId }) => run(context, protectCase, { caseId, isProtected: true }),
	sendLink: (context, { caseId }) => sendTestLink(context, caseId),
	renewLink: async (context, { board, caseId }) => {
		const { administrationId } = await sendTestLink(board.karin, caseId);
		const linkBase = linkBaseOf(board.board.code);
		return run(context, renewLink, { administrationId, expiresOn: day('2026-12-31'), linkBase });
	},
	writeLetter: async (context, { board, caseId }) => {
		const { administrationId } = await sendTestLink(board.karin, caseId);
		return run(context, writeLetter, { administrationId, linkBase: linkBaseOf(board.board.code) });
	},
	withdrawLink: async (context, { board, caseId }) => {
		const { administrationId } = await sendTestLink(board.karin, caseId);
		return run(context, withdrawLink, { administrationId });
	},
	enterFromPaper: (context, { caseId }) =>
		run(context, enterFromPaper, {
			caseId,
			instrumentId: 'audit',
			occasion: 'before',
			respondent: 'client',
			help: 'self',
			answeredOn: day('2026-03-01'),
			answers: audit24
		}),
	startInterview: (context, { caseId }) => startTestInterview(context, caseId),
	saveInterview: (context, { interviews: [id] }) => saveTestInterview(context, id!, 2),
	submitInterview: (context, { interviews }) =>
		run(context, submitInterview, {
			administrationId: interviews[1]!,
			version: 2,
			submissionId: randomUUID()
		}),
	breakOffInterview: (context, { interviews }) =>
		run(context, breakOffInterview, { administrationId: interviews[2]! }),
	handOverInterview: (context, { interviews }) =>
		run(context, handOverInterview, { administrationId: interviews[3]! }),
	saveLentAnswers: (context, filled) => {
		const page = { answers: { audit_1: 1 }, page: 'audit_1', next: 'audit_2', language: 'sv' };
		return run(withTablet(context, filled), saveLentAnswers, page);
	},
	submitLentAnswers: (context, filled) =>
		run(withTablet(context, filled), submitLentAnswers, { help: 'self', submissionId: randomUUID() }),
	submitResponse: async (context, { board, caseId }) => {
		const { token } = await sendTestLink(board.karin, caseId);
		return run({ ...board.linkHolder, trail: context.trail }, submitResponse, testSubmission(token));
	},
	agreeToHandOver: (context, { responseId, followed: { interventionId } }) =>
		run(context, agreeToHandOver, { responseId, interventionId, hasAgreed: true }),
	correctResponse: (context, { responseId }) =>
		run(context, correctResponse, {
			responseId,
			answers: { ...audit24, audit_1: 0 },
			reason: canary,
			corrections: 0
		}),
	restrictResponse: (context, { responseId }) =>
		run(context, restrictResponse, { responseId, ground: 'objection' }),
	liftRestriction: (context, { restrictedId }) =>
		run(context, liftRestriction, { responseId: restrictedId, isPersonTold: true }),
	acknowledgeAlert: (context, { alertId }) => run(context, acknowledgeAlert, { alertId }),
	moveIntervention: (context, { followed: { interventionId } }) =>
		run(context, moveIntervention, { interventionId, startedOn: null, endedOn: null }),
	recordDone: async (context, { board, caseId }) => {
		const { id: occasionId } = await readOccasion(board.karin, caseId, 'core-om', 'start');
		return run(context, recordDone, { occasionId, doneOn: day('2026-03-02') });
	},
	recordMissed: async (context, { board, caseId }) => {
		const { id: occasionId } = await readOccasion(board.karin, caseId, 'employment', 'start');
		return run(context, recordMissed, { occasionId, reason: 'declined' });
	},
	recordAnonymousFollowUp: (context, { askedOccasionId: occasionId }) =>
		run(context, recordAnonymousFollowUp, { occasionId }),
	reopenOccasion: async (context, { board, caseId }) => {
		const { id: occasionId } = await readOccasion(board.karin, caseId, 'core-om', 'end');
		return run(context, reopenOccasion, { occasionId });
	},
	endPlan: (context, { followed: { casePlanId } }) => run(context, endPlan, { casePlanId }),
	startPlan: (context, { caseId, otherPlanId: planId }) =>
		run(context, startPlan, { caseId, planId, interventionId: null }),
	registerContact: (context, { caseId }) =>
		run(context, registerContact, { caseId, email: `${canary}@example.org`, phone: null, language: 'sv' }),
	closeCase: (context, { caseId }) => run(context, closeCase, { caseId, closedOn: day('2026-03-02') })
};

const ofRights = { correctResponse, restrictResponse, liftRestriction, registerExtract };

/** What needs more around it than is made here, and where it is tried. */
const triedElsewhere = {
	handOverCase: 'tests/integration/authorisation',
	setGoal: 'tests/integration/cases/goals.test.ts',
	rateGoals: 'tests/integration/cases/goals.test.ts',
	endGoal: 'tests/integration/cases/goals.test.ts',
	listGoals: 'tests/integration/cases/goals.test.ts',
	recordFacts: 'tests/integration/collection/record.test.ts',
	caseRecord: 'tests/integration/collection/record.test.ts',
	stageImport: 'tests/integration/cases/import.test.ts',
	mapImport: 'tests/integration/cases/import.test.ts',
	importCases: 'tests/integration/cases/import.test.ts',
	discardImport: 'tests/integration/cases/import.test.ts',
	sweepImports: 'tests/integration/cases/import.test.ts',
	pendingImport: 'tests/integration/cases/import.test.ts',
	exportCases: 'tests/integration/cases/import.test.ts',
	invite: 'tests/integration/invitations/invitations.test.ts',
	inviteToSurvey: 'tests/integration/surveys/confidential.test.ts',
	invitedInSurveys: 'tests/integration/surveys/confidential.test.ts',
	caseLetter: 'tests/integration/invitations/letter.test.ts',
	surveyLetters: 'tests/integration/surveys/confidential.test.ts',
	pairKiosk: 'tests/integration/kiosk/kiosk.test.ts',
	readersOfCase: 'tests/integration/audit/log-review.test.ts'
};
const tried = new Set([
	...Object.keys(triedElsewhere),
	...Object.keys(reads),
	...Object.keys(writes),
	...Object.keys(withoutLine)
]);

describe('what belongs to a person', () => {
	it('is tried here through every way to it', () => {
		const missing = definitions.filter(({ name, permission }) => ofAPerson(permission) && !tried.has(name));
		expect(missing.map(({ name }) => name)).toEqual([]);
		expect([openCase, sendLink].every(({ audit }) => audit === 'always')).toBe(true);
	});
});

interface Line {
	readonly action: string;
	readonly actor_kind: string;
	readonly actor_id: string | null;
	readonly case_id: string | null;
	readonly work_context: string;
	readonly happened_at: string;
}

function linesOf({ database, board }: TestBoard): Promise<readonly Line[]> {
	return queryRows<Line>(
		database.orm,
		sql`select action, actor_kind, actor_id, case_id, work_context, happened_at::text
			from audit_events where board_id = ${board.id}`
	);
}

/** A context whose lines the database refuses. */
function withoutLog(context: Context): Context {
	const broken = { keyId: 'x', mac: null as never };
	return { ...context, trail: { ...context.trail, sign: () => broken } };
}

describeOnOwnDatabase('no trace, no data', (open) => {
	let filled: Filled;
	beforeAll(async () => {
		filled = await fill(await open());
	});

	it.each(Object.keys(reads))('%s leaves who, what, which case, why and when', async (name) => {
		const { board, caseId } = filled;
		const before = await linesOf(board);
		await reads[name]?.(board.karin, filled);
		const after = await linesOf(board);
		expect(after.length).toBe(before.length + 1);
		const added = after.find((line) => line.action === name);
		expect(added).toMatchObject({
			actor_kind: 'staff',
			actor_id: 'test-Karin',
			case_id: ['listCases', 'searchClient', 'today'].includes(name) ? null : caseId,
			work_context: name in ofRights ? 'rights' : 'casework'
		});
		expect(added?.happened_at).toMatch(/^2026-03-02 1[12]:00:00/);
	});

	it.each(Object.keys(reads))('%s tells nothing when its line cannot be written', async (name) => {
		const { board } = filled;
		const before = await countRows(board);
		const error: unknown = await reads[name]?.(withoutLog(board.karin), filled).then(
			() => 'told',
			(reason: unknown) => reason
		);
		expect(error).toMatchObject({ status: expect.any(Number) as number });
		const told = JSON.stringify(error) + String((error as Error).stack) + String((error as Error).cause);
		expect(told).not.toContain(canary);
		expect(told).not.toContain('audit_1');
		expect(await countRows(board)).toEqual(before);
	});

	it.each(Object.keys(writes))('%s leaves who, what, which case, why and when', async (name) => {
		const own = await fill(await open());
		const before = await linesOf(own.board);
		await writes[name]?.(own.board.karin, own);
		const added = (await linesOf(own.board)).filter((line) => line.action === name);
		const earlier = before.filter((line) => line.action === name).length;
		expect(added.length).toBe(earlier + 1);
		const isRespondent = ['submitResponse', 'saveLentAnswers', 'submitLentAnswers'].includes(name);
		const last = added.find(({ case_id }) => name === 'openCase' || case_id === own.caseId);
		expect(last).toMatchObject({
			actor_kind: isRespondent ? 'respondent' : 'staff',
			actor_id: isRespondent ? null : 'test-Karin',
			work_context: isRespondent ? 'own-answer' : name in ofRights ? 'rights' : 'casework'
		});
		expect(added.every((line) => line.case_id !== null)).toBe(true);
	});

	it.each(Object.keys(writes))('%s stores nothing when its line cannot be written', async (name) => {
		const own = await fill(await open());
		// What the step itself needs is made with an unbroken log.
		const prepared = await contentOf(own.board);
		await expect(writes[name]?.(withoutLog(own.board.karin), own)).rejects.toMatchObject({
			status: expect.any(Number) as number
		});
		expect(withoutPreparation(await contentOf(own.board), prepared)).toEqual([]);
	});

	it('never has answers, names, numbers or links in the log', async () => {
		const own = await fill(await open());
		for (const step of [...Object.values(reads), ...Object.values(writes)]) await step(own.board.karin, own);
		const [row] = await queryRows<{ text: string }>(
			own.board.database.orm,
			sql`select string_agg(to_jsonb(e)::text, ' ') as text from audit_events e where board_id = ${own.board.board.id}`
		);
		const text = row?.text ?? '';
		expect(text).toContain('caseOverview');
		expect(text).not.toContain(canary);
		expect(text).not.toMatch(/audit_\d|påhittad|Utförare/);
	});
});

interface Row {
	readonly table: string;
	readonly id: string;
	readonly text: string;
}

/** Everything that is stored about people, row by row. */
function contentOf({ database, board }: TestBoard): Promise<readonly Row[]> {
	const of = (table: string) =>
		sql`select ${table}::text as table, id::text, to_jsonb(t)::text as text
			from ${sql.identifier(table)} t where board_id = ${board.id}`;
	const tables = [
		'cases',
		'clients',
		'interventions',
		'administrations',
		'interviews',
		'responses',
		'response_corrections',
		'response_restrictions',
		'case_plans',
		'case_occasions',
		'risk_alerts'
	];
	return queryRows<Row>(database.orm, sql.join(tables.map(of), sql` union all `));
}

/** What differs, but for links that the test itself sent first and left as they were. */
function withoutPreparation(after: readonly Row[], before: readonly Row[]): readonly Row[] {
	const known = new Set(before.map(({ text }) => text));
	return after.filter(
		({ table, text }) =>
			!known.has(text) &&
			!(table === 'administrations' && text.includes('"sent"') && text.includes('2026-04-01'))
	);
}
