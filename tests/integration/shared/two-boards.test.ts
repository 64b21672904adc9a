/** Nothing is joined across boards: every read and every command with another board's ids finds nothing. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { closeCase } from '#lib/cases/server/commands/close-case.ts';
import { addUnit } from '#lib/access/server/commands/add-unit.ts';
import { listStaff } from '#lib/access/server/reads/list-staff.ts';
import { listUnits } from '#lib/access/server/reads/list-units.ts';
import { caseAccess } from '#lib/cases/server/reads/case-access.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { clientIdentity } from '#lib/cases/server/reads/client-identity.ts';
import { listCases } from '#lib/cases/server/reads/list-cases.ts';
import { listProviders } from '#lib/cases/server/reads/list-providers.ts';
import { searchClient } from '#lib/cases/server/reads/search-client.ts';
import { enterFromPaper } from '#lib/collection/server/commands/enter-from-paper.ts';
import { renewLink } from '#lib/invitations/server/commands/renew-link.ts';
import { saveDraft } from '#lib/collection/server/commands/save-draft.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { withdrawLink } from '#lib/collection/server/commands/withdraw-link.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import { listCaseScores } from '#lib/collection/server/reads/list-case-scores.ts';
import { responseHistory } from '#lib/collection/server/reads/response-history.ts';
import { recomputeScores } from '#lib/collection/server/reads/recompute-scores.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { registerPermit } from '#lib/instruments/server/permits/register-permit.ts';
import { registerExtract } from '#lib/rights/server/reads/register-extract.ts';
import type { AdministrationId, CaseId, ProviderId, ResponseId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { changeSurvey } from '#lib/surveys/server/commands/change-survey.ts';
import { copySurvey } from '#lib/surveys/server/commands/copy-survey.ts';
import { moveSurvey } from '#lib/surveys/server/commands/move-survey.ts';
import { registerCodes } from '#lib/surveys/server/commands/register-codes.ts';
import { renewSurveyLink } from '#lib/surveys/server/commands/renew-survey-link.ts';
import { listSurveys } from '#lib/surveys/server/reads/list-surveys.ts';
import { surveyOverview } from '#lib/surveys/server/reads/survey-overview.ts';
import { surveyProgress } from '#lib/surveys/server/reads/survey-progress.ts';
import { surveyResults } from '#lib/surveys/server/reads/survey-results.ts';
import { decideTarget } from '#lib/targets/server/commands/decide-target.ts';
import { listTargetYears } from '#lib/targets/server/reads/list-target-years.ts';
import { listTargets } from '#lib/targets/server/reads/list-targets.ts';
import { targetDistributions } from '#lib/targets/server/reads/target-distributions.ts';
import { countRows } from '#tests/build/count-rows.ts';
import {
	addTestProvider,
	audit24,
	linkBaseOf,
	openTestCase,
	openTestSurvey,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import { storeReleased } from '#tests/build/released-answers.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnOwnDatabase, root } from '../databases.ts';

interface Filled {
	readonly board: TestBoard;
	readonly caseId: CaseId;
	readonly caseNumber: string;
	readonly providerId: ProviderId;
	readonly responseId: ResponseId;
	readonly administrationId: AdministrationId;
	readonly openToken: string;
	readonly surveyId: SurveyId;
	readonly surveyToken: string;
}

/** A board with one of everything. */
async function fill(board: TestBoard): Promise<Filled> {
	const providerId = await addTestProvider(board.adnan);
	const caseNumber = `Ä-${board.board.code}`;
	const caseId = await openTestCase(board.karin, { caseNumber });
	await run(board.siv, addUnit, { name: 'Påhittade enheten' });
	const answered = await sendTestLink(board.karin, caseId);
	const { responseId } = await run(board.linkHolder, submitResponse, testSubmission(answered.token));
	const { token: openToken, administrationId } = await sendTestLink(board.karin, caseId);
	const { surveyId, links } = await openTestSurvey(board.adnan, [providerId]);
	const surveyToken = links[0]?.token ?? '';
	await run(board.linkHolder, submitResponse, testSubmission(surveyToken, { answers: { sol_1: 3 } }));
	await storeReleased(board, { surveyId, providerId }, [{ sol_1: 3 }]);
	await run(board.adnan, decideTarget, {
		year: 2026,
		law: 'sol',
		instrumentId: 'simrishamn-sol',
		item: 'sol_1',
		goal: 'Påhittat mål',
		thousandths: 2600,
		comparison: 'unrounded',
		decidedOn: '2026-01-20' as LocalDate,
		decisionReference: '§ 1'
	});
	await run(board.adnan, registerPermit, {
		instrumentId: 'kasam-13',
		version: '1.0.0',
		holder: 'Påhittade kommunen',
		grantedOn: '2026-01-20' as LocalDate,
		reference: '1',
		wording: null
	});
	if (!responseId) throw new Error('No response.');
	return {
		board,
		caseId,
		caseNumber,
		providerId,
		responseId,
		administrationId,
		openToken,
		surveyId,
		surveyToken
	};
}

const code = (wanted: string) => expect.objectContaining({ code: wanted }) as unknown;
const year = { instrumentId: 'simrishamn-sol', year: 2026 };

describeOnOwnDatabase('the other board', (open) => {
	let theirs: Filled;
	let us: TestBoard;
	beforeAll(async () => {
		theirs = await fill(await open());
		us = await open();
	});

	/** One line for every read there is, tried from a board that has nothing of its own. */
	const reads: Record<string, () => Promise<void>> = {
		caseOverview: () =>
			expect(fetch(us.karin, caseOverview, { caseId: theirs.caseId })).rejects.toEqual(code('not-found')),
		caseAccess: () =>
			expect(fetch(us.karin, caseAccess, { caseId: theirs.caseId })).rejects.toEqual(code('not-found')),
		listCases: () => expect(fetch(us.karin, listCases, {})).resolves.toEqual([]),
		listProviders: () => expect(fetch(us.karin, listProviders, {})).resolves.toEqual([]),
		caseResponse: () =>
			expect(fetch(us.karin, caseResponse, { responseId: theirs.responseId })).rejects.toEqual(
				code('not-found')
			),
		recomputeScores: () =>
			expect(fetch(us.karin, recomputeScores, { responseId: theirs.responseId })).rejects.toEqual(
				code('not-found')
			),
		listAdministrations: () =>
			expect(fetch(us.karin, listAdministrations, { caseId: theirs.caseId })).rejects.toEqual(
				code('not-found')
			),
		listCaseScores: () =>
			expect(fetch(us.karin, listCaseScores, { caseId: theirs.caseId })).rejects.toEqual(code('not-found')),
		clientIdentity: () =>
			expect(fetch(us.karin, clientIdentity, { caseId: theirs.caseId })).rejects.toEqual(code('not-found')),
		searchClient: async () => {
			const { hits } = await fetch(us.karin, searchClient, { by: 'case-number', text: theirs.caseNumber });
			expect(hits).toEqual([]);
		},
		responseHistory: () =>
			expect(fetch(us.karin, responseHistory, { responseId: theirs.responseId })).rejects.toEqual(
				code('not-found')
			),
		registerExtract: () =>
			expect(
				fetch(us.karin, registerExtract, { caseId: theirs.caseId, recipient: 'the-person' })
			).rejects.toEqual(code('not-found')),
		listStaff: () => expect(fetch(us.siv, listStaff, {})).resolves.toEqual([]),
		listUnits: () => expect(fetch(us.siv, listUnits, {})).resolves.toEqual([]),
		findLink: async () => {
			for (const token of [theirs.openToken, theirs.surveyToken]) {
				await expect(fetch(us.linkHolder, findLink, { token })).rejects.toEqual(code('link-unknown'));
			}
		},
		listPermits: () => expect(fetch(us.adnan, listPermits, {})).resolves.toEqual([]),
		// The instruments themselves are everybody's; what a board has of its own is its permits, and it has none.
		instrumentForLink: () => expect(fetch(us.adnan, listPermits, {})).resolves.toEqual([]),
		listSurveys: () => expect(fetch(us.adnan, listSurveys, {})).resolves.toEqual([]),
		surveyOverview: () =>
			expect(fetch(us.adnan, surveyOverview, { surveyId: theirs.surveyId })).rejects.toEqual(
				code('not-found')
			),
		surveyProgress: async () =>
			expect((await fetch(us.adnan, surveyProgress, {})).openForControl()).toEqual([]),
		surveyResults: async () =>
			expect((await fetch(us.adnan, surveyResults, year)).openForControl()).toEqual([]),
		listTargets: () => expect(fetch(us.berit, listTargets, { year: 2026 })).resolves.toEqual([]),
		listTargetYears: () => expect(fetch(us.berit, listTargetYears, {})).resolves.toEqual([]),
		targetDistributions: async () =>
			expect((await fetch(us.berit, targetDistributions, year)).openForControl()).toEqual([])
	};

	/** Tried from another board in tests/integration/audit/log-review.test.ts. */
	const triedElsewhere = ['checkLog', 'listReviews', 'nightlyCheck', 'readersOfCase', 'reviewOfMonth'];

	// One that is not here is still tried: authorisation/matrix.test.ts finds every read by itself.
	it('is asked through reads that there are', () => {
		const folders = readdirSync(join(root, 'src', 'lib'), { recursive: true, encoding: 'utf8' });
		const names = folders
			.filter((path) => /\/server\/reads\/|\/permits\/(list-|instrument-)/.test(path))
			.map((path) =>
				path.replace(/^.*\/|\.ts$/g, '').replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())
			);
		expect(names).toEqual(expect.arrayContaining([...Object.keys(reads), ...triedElsewhere]));
	});

	it.each(Object.keys(reads))('shows nothing through %s', async (name) => {
		await reads[name]?.();
	});

	it('has everything to show to its own', async () => {
		const { board, caseId, responseId } = theirs;
		expect(await fetch(board.karin, listCases, {})).toHaveLength(1);
		expect(await fetch(board.karin, listAdministrations, { caseId })).toHaveLength(2);
		expect((await fetch(board.karin, caseResponse, { responseId })).answers).toEqual(audit24);
		const results = await fetch(board.adnan, surveyResults, year);
		expect(results.openForControl()).toMatchObject([{ forms: 1 }]);
	});

	it('is changed by no command from here', async () => {
		const { caseId, administrationId, providerId, surveyId, openToken, surveyToken } = theirs;
		const before = await countRows(theirs.board);
		const day = '2026-12-31' as LocalDate;
		const ourCase = await openTestCase(us.karin);
		const none = { name: 'x', decidedOn: null, startedOn: null, endedOn: null };
		const paper = { instrumentId: 'audit', occasion: 'before', respondent: 'client', help: 'self' } as const;
		const draft = { answers: { audit_1: 1 }, page: null, language: 'sv' };
		const refusals = await Promise.allSettled([
			run(us.karin, closeCase, { caseId, closedOn: day }),
			run(us.karin, addIntervention, { caseId, providerId, ...none }),
			run(us.karin, addIntervention, { caseId: ourCase, providerId, ...none }),
			run(us.karin, withdrawLink, { administrationId }),
			run(us.karin, renewLink, { administrationId, expiresOn: day, linkBase: linkBaseOf('x') }),
			run(us.karin, enterFromPaper, {
				caseId,
				...paper,
				answeredOn: '2026-03-01' as LocalDate,
				answers: audit24
			}),
			run(us.linkHolder, saveDraft, { token: openToken, ...draft }),
			run(us.linkHolder, submitResponse, testSubmission(openToken)),
			run(us.linkHolder, submitResponse, testSubmission(surveyToken, { answers: { sol_1: 1 } })),
			run(us.adnan, renewSurveyLink, { surveyId, providerId }),
			run(us.adnan, changeSurvey, { surveyId, plan: { closesOn: day } }),
			run(us.adnan, moveSurvey, { surveyId, to: 'closed' }),
			run(us.adnan, copySurvey, { surveyId, title: 'x', opensOn: day, closesOn: day }),
			run(us.adnan, registerCodes, { surveyId, providerId, codeHashes: ['0'.repeat(64)] }),
			openTestSurvey(us.adnan, [providerId]),
			sendTestLink(us.karin, caseId)
		]);
		expect(refusals.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : 'done'))).toEqual([
			...Array<unknown>(6).fill(code('not-found')),
			...Array<unknown>(3).fill(code('link-unknown')),
			...Array<unknown>(7).fill(code('not-found'))
		]);
		expect(await countRows(theirs.board)).toEqual(before);
	});
});
