import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { renewLink } from '#lib/invitations/server/commands/renew-link.ts';
import { saveDraft } from '#lib/collection/server/commands/save-draft.ts';
import { sendLink } from '#lib/collection/server/commands/send-link.ts';
import { startInterview } from '#lib/collection/server/commands/start-interview.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import type { CaseId, InformationId, OccasionId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { subjectOfPlan, subjectOfSurvey } from '#lib/surveys/information-subject.ts';
import { copySurvey } from '#lib/surveys/server/commands/copy-survey.ts';
import { discardSurvey } from '#lib/surveys/server/commands/discard-survey.ts';
import { draftSurvey } from '#lib/surveys/server/commands/draft-survey.ts';
import { publishInformation } from '#lib/surveys/server/commands/publish-information.ts';
import { publishSurvey } from '#lib/surveys/server/commands/publish-survey.ts';
import { registerAssessment } from '#lib/surveys/server/commands/register-assessment.ts';
import { saveInformationDraft } from '#lib/surveys/server/commands/save-information-draft.ts';
import { trySurvey } from '#lib/surveys/server/commands/try-survey.ts';
import { withdrawInformation } from '#lib/surveys/server/commands/withdraw-information.ts';
import { informationInForce } from '#lib/surveys/server/reads/information-in-force.ts';
import { informationTexts } from '#lib/surveys/server/reads/information-texts.ts';
import { listSurveys } from '#lib/surveys/server/reads/list-surveys.ts';
import { ownInformation } from '#lib/surveys/server/reads/own-information.ts';
import { sendingObstacle } from '#lib/surveys/server/reads/sending-obstacle.ts';
import { shownInformation } from '#lib/surveys/server/reads/shown-information.ts';
import { madeUpInformation } from '#tests/build/inform-board.ts';
import { followTestPlan, publishTestPlan, readOccasion, templatePlan } from '#tests/build/follow-plan.ts';
import {
	addTestProvider,
	draftTestSurvey,
	linkBaseOf,
	openTestCase,
	openTestSurvey,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;
const cases = { subject: 'cases', content: madeUpInformation } as const;
const surveys = { subject: 'surveys', content: madeUpInformation } as const;

/** The link's own way, without anything being prepared. */
async function send(board: TestBoard, instrumentId = 'audit', caseId?: CaseId) {
	return run(board.karin, sendLink, {
		caseId: caseId ?? (await openTestCase(board.karin)),
		instrumentId,
		occasion: 'before',
		respondent: 'client',
		expiresOn: day('2026-03-31')
	});
}

/** The text that the administration says was shown. */
async function storedText(board: TestBoard, administrationId: string) {
	const rows = await queryRows<{ id: string | null; version: number | null }>(
		board.database.orm,
		sql`select text.id, text.version from administrations a
			left join information_texts text on text.board_id = a.board_id and text.id = a.information_id
			where a.id = ${administrationId}`
	);
	return rows[0] ?? null;
}

async function storedVersion(board: TestBoard, administrationId: string): Promise<number | null> {
	return (await storedText(board, administrationId))?.version ?? null;
}

describeOnEachDatabase('information before answering', (open) => {
	it('is published version by version, and the newest is in force', async () => {
		const { adnan } = await open();
		await run(adnan, saveInformationDraft, { subject: 'cases', content: { sv: { purpose: 'Halvt' } } });
		await run(adnan, saveInformationDraft, { subject: 'cases', content: { sv: { purpose: 'Mer' } } });
		expect(await fetch(adnan, informationTexts, { subject: 'cases' })).toEqual({
			published: [],
			draft: { sv: { purpose: 'Mer' } },
			general: null,
			generalSubject: 'cases',
			mayChange: true
		});
		const first = await run(adnan, publishInformation, cases);
		const second = await run(adnan, publishInformation, cases);
		const { published, draft } = await fetch(adnan, informationTexts, { subject: 'cases' });
		expect(published.map(({ id, version }) => ({ id, version }))).toEqual([
			{ id: second, version: 2 },
			{ id: first, version: 1 }
		]);
		expect(published[0]).toMatchObject({ publishedOn: '2026-03-02', content: madeUpInformation });
		expect(draft).toBeNull();
		expect((await fetch(adnan, informationTexts, { subject: 'surveys' })).published).toEqual([]);
	});

	it('is not published with a part missing, in any of its languages', async () => {
		const { adnan } = await open();
		const half = { ...madeUpInformation['sv'], retention: ' ' };
		for (const content of [
			{ sv: half },
			{ ...madeUpInformation, ar: half },
			{ en: madeUpInformation['sv'] }
		]) {
			await expect(
				run(adnan, publishInformation, { subject: 'cases', content: content as never })
			).rejects.toMatchObject({ code: 'information-incomplete' });
		}
	});

	it('never changes once it is published, also not by a statement of its own', async () => {
		const { adnan, database, board } = await open();
		const id = await run(adnan, publishInformation, cases);
		await run(adnan, registerAssessment, { reference: 'Dnr 2', decidedOn: day('2026-02-01'), owner: 'P' });
		for (const statement of [
			sql`update information_texts set content = '{}' where id = ${id}`,
			sql`update information_texts set version = 7 where id = ${id}`,
			sql`delete from information_texts where id = ${id}`,
			sql`update assessment_references set owner = 'x' where board_id = ${board.id}`,
			sql`delete from assessment_references where board_id = ${board.id}`
		]) {
			await expect(database.orm.execute(statement)).rejects.toMatchObject({
				cause: { message: expect.stringContaining('followed by another, never changed') }
			});
		}
	});

	it('is written by whoever administers the follow-up, and by nobody else', async () => {
		const board = await open();
		for (const context of [board.karin, board.berit, board.siv, board.linkHolder]) {
			await expect(run(context, publishInformation, cases)).rejects.toMatchObject({ code: 'not-permitted' });
		}
	});

	it('leaves a line in the log that says which version, and nothing of the text', async () => {
		const { adnan, database, board } = await open();
		const id = await run(adnan, publishInformation, cases);
		const rows = await queryRows(
			database.orm,
			sql`select action, subject_type, subject_id, reason from audit_events
				where board_id = ${board.id} and action = 'publishInformation'`
		);
		expect(rows).toEqual([
			{ action: 'publishInformation', subject_type: 'information-text', subject_id: id, reason: 'cases' }
		]);
	});
});

describeOnEachDatabase('a link in a case', (open) => {
	it('is not sent before the board has said how answers are handled', async () => {
		const board = await open();
		await expect(send(board, 'skl-brukarfragor')).rejects.toMatchObject({ code: 'information-incomplete' });
		const asked = { instrumentId: 'skl-brukarfragor' };
		expect(await fetch(board.karin, sendingObstacle, asked)).toBe('information-incomplete');
		await run(board.adnan, publishInformation, cases);
		expect(await fetch(board.karin, sendingObstacle, asked)).toBeNull();
		await expect(send(board, 'skl-brukarfragor')).resolves.toHaveProperty('token');
	});

	it('with something sensitive is not sent without an impact assessment', async () => {
		const board = await open();
		await run(board.adnan, publishInformation, cases);
		for (const instrumentId of ['audit', 'dudit', 'phq-9', 'gad-7']) {
			await expect(send(board, instrumentId)).rejects.toMatchObject({ code: 'assessment-required' });
			expect(await fetch(board.karin, sendingObstacle, { instrumentId })).toBe('assessment-required');
		}
		const assessment = { reference: 'Dnr 2026-17', decidedOn: day('2026-02-01'), owner: 'Påhittad Chef' };
		for (const wrong of [{ reference: ' ' }, { owner: '' }, { decidedOn: day('2026-03-03') }]) {
			await expect(run(board.adnan, registerAssessment, { ...assessment, ...wrong })).rejects.toMatchObject({
				code: 'invalid-input'
			});
		}
		await run(board.adnan, registerAssessment, assessment);
		await run(board.adnan, registerAssessment, { ...assessment, reference: 'Dnr 2026-18' });
		await expect(send(board, 'audit')).resolves.toHaveProperty('token');
	});

	it('shows the newest version until somebody begins, and from then on the one they began with', async () => {
		const board = await open();
		const { administrationId, token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const shown = async () => {
			const { informationId } = await fetch(board.linkHolder, findLink, { token });
			if (!informationId) return null;
			return (await fetch(board.linkHolder, shownInformation, { id: informationId }))?.version ?? null;
		};
		expect([await shown(), await storedVersion(board, administrationId)]).toEqual([1, 1]);
		const second = await run(board.adnan, publishInformation, cases);
		expect(await shown()).toBe(2);
		// The page was open when version 3 came: it told version 2.
		await run(board.adnan, publishInformation, cases);
		const draft = { token, answers: { audit_1: 1 }, page: null, language: 'sv' };
		await run(board.linkHolder, saveDraft, { ...draft, informationId: second });
		expect([await shown(), await storedVersion(board, administrationId)]).toEqual([2, 2]);
		const later = (await fetch(board.adnan, informationTexts, { subject: 'cases' })).published[0]?.id;
		await run(
			board.linkHolder,
			submitResponse,
			testSubmission(token, { informationId: later as InformationId })
		);
		expect(await storedVersion(board, administrationId)).toBe(2);
	});

	it('stores the version also when everything is sent at once', async () => {
		const board = await open();
		const { administrationId, token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const informationId = await run(board.adnan, publishInformation, cases);
		await run(board.linkHolder, submitResponse, testSubmission(token, { informationId }));
		expect(await storedVersion(board, administrationId)).toBe(2);
	});

	it('believes no version that the board has not published about cases', async () => {
		const board = await open();
		const other = await open();
		const theirs = await run(other.adnan, publishInformation, cases);
		const aboutSurveys = await run(board.adnan, publishInformation, surveys);
		for (const informationId of [theirs, aboutSurveys, randomUUID() as InformationId]) {
			const { administrationId, token } = await sendTestLink(board.karin, await openTestCase(board.karin));
			await run(board.linkHolder, submitResponse, testSubmission(token, { informationId }));
			expect(await storedVersion(board, administrationId)).toBe(1);
		}
		expect(await fetch(board.linkHolder, shownInformation, { id: theirs })).toBeNull();
	});

	it('keeps its version when it gets another address', async () => {
		const board = await open();
		const { administrationId } = await sendTestLink(board.karin, await openTestCase(board.karin));
		await run(board.adnan, publishInformation, cases);
		const renewal = { administrationId, expiresOn: day('2026-03-31'), linkBase: linkBaseOf('x') };
		const { token } = await run(board.karin, renewLink, renewal);
		expect((await fetch(board.linkHolder, findLink, { token })).informationId).not.toBeNull();
	});
});

/** The general text, with other words about what the answers are for. */
const ownWords = (purpose: string) =>
	({ sv: { ...madeUpInformation['sv'], purpose } }) as typeof madeUpInformation;

describeOnEachDatabase('a plan with a text of its own', (open) => {
	const auditPlan = templatePlan('audit-before-and-after');

	/** A case that follows the plan, a link for its first occasion, and what the link tells and has stored. */
	async function follow(board: TestBoard) {
		const followed = await followTestPlan(board, auditPlan);
		const occasion = await readOccasion(board.karin, followed.caseId, 'audit', 'start');
		const subject = subjectOfPlan(followed.planId);
		const send = async (occasionId: OccasionId | null) => {
			const sent = await sendTestLink(board.karin, followed.caseId, { occasionId });
			const told = async () => {
				const { informationId } = await fetch(board.linkHolder, findLink, { token: sent.token });
				const text =
					informationId && (await fetch(board.linkHolder, shownInformation, { id: informationId }));
				return text ? [text.subject, text.version] : null;
			};
			return { ...sent, told };
		};
		return { ...followed, occasionId: occasion.id, subject, send };
	}

	it('tells it in the plan’s occasions, and the general one everywhere else', async () => {
		const board = await open();
		const { caseId, subject, occasionId, send } = await follow(board);
		const inPlan = await send(occasionId);
		const outside = await sendTestLink(board.karin, await openTestCase(board.karin));
		expect(await inPlan.told()).toEqual(['cases', 1]);
		const own = await run(board.adnan, publishInformation, {
			subject,
			content: ownWords('Planens egna ord.')
		});
		expect(await inPlan.told()).toEqual([subject, 1]);
		const { informationId } = await fetch(board.linkHolder, findLink, { token: outside.token });
		expect(informationId).not.toBe(own);
		const inForce = async (of: OccasionId | null) =>
			(await fetch(board.karin, informationInForce, { occasionId: of }))?.content['sv']?.purpose;
		expect([await inForce(occasionId), await inForce(null)]).toEqual([
			'Planens egna ord.',
			'Påhittat: purpose.'
		]);
		const interviewId = await run(board.karin, startInterview, {
			caseId,
			instrumentId: 'audit',
			occasion: 'before',
			respondent: 'client',
			help: 'self',
			language: 'sv',
			occasionId
		});
		expect(await storedText(board, interviewId)).toEqual({ id: own, version: 1 });
	});

	it('stores the version of it that was shown, and goes by the general one again when it is withdrawn', async () => {
		const board = await open();
		const { subject, occasionId, send } = await follow(board);
		const first = await run(board.adnan, publishInformation, { subject, content: ownWords('Första.') });
		const begun = await send(occasionId);
		const draft = { answers: { audit_1: 1 }, page: null, language: 'sv' };
		await run(board.linkHolder, saveDraft, { token: begun.token, ...draft, informationId: first });
		await run(board.adnan, publishInformation, { subject, content: ownWords('Andra.') });
		const waiting = await send(occasionId);
		expect([await begun.told(), await waiting.told()]).toEqual([
			[subject, 1],
			[subject, 2]
		]);
		await run(board.adnan, withdrawInformation, { subject });
		expect([await begun.told(), await waiting.told()]).toEqual([
			[subject, 1],
			['cases', 1]
		]);
		await run(board.linkHolder, submitResponse, testSubmission(begun.token));
		expect(await storedText(board, begun.administrationId)).toEqual({ id: first, version: 1 });
		await expect(run(board.adnan, withdrawInformation, { subject })).rejects.toMatchObject({
			code: 'changed-meanwhile'
		});
		await run(board.adnan, publishInformation, { subject, content: ownWords('Tredje.') });
		expect(await waiting.told()).toEqual([subject, 3]);
	});

	it('is enough for sending in the plan, and not outside it', async () => {
		const board = await open();
		const { planId, caseId } = await followTestPlan(board, auditPlan);
		const occasionId = (await readOccasion(board.karin, caseId, 'audit', 'start')).id;
		await run(board.adnan, registerAssessment, { reference: 'D', decidedOn: day('2026-02-01'), owner: 'P' });
		const obstacle = (of: OccasionId | null) =>
			fetch(board.karin, sendingObstacle, { instrumentId: 'audit', occasionId: of });
		expect(await obstacle(occasionId)).toBe('information-incomplete');
		await run(board.adnan, publishInformation, {
			subject: subjectOfPlan(planId),
			content: madeUpInformation
		});
		expect([await obstacle(occasionId), await obstacle(null)]).toEqual([null, 'information-incomplete']);
	});

	it('believes no version of another plan’s', async () => {
		const board = await open();
		const { occasionId, send } = await follow(board);
		const other = await publishTestPlan(board.adnan, auditPlan);
		const theirs = await run(board.adnan, publishInformation, {
			subject: subjectOfPlan(other),
			content: madeUpInformation
		});
		const { token, administrationId } = await send(occasionId);
		await run(board.linkHolder, submitResponse, testSubmission(token, { informationId: theirs }));
		expect((await storedText(board, administrationId))?.id).not.toBe(theirs);
	});

	it('is found by nobody in another board, and the general text cannot be withdrawn', async () => {
		const board = await open();
		const other = await open();
		const subject = subjectOfPlan(await publishTestPlan(board.adnan, auditPlan));
		await run(board.adnan, publishInformation, { subject, content: madeUpInformation });
		const content = madeUpInformation;
		const tries = [
			() => fetch(other.adnan, informationTexts, { subject }),
			() => run(other.adnan, saveInformationDraft, { subject, content }),
			() => run(other.adnan, publishInformation, { subject, content }),
			() => run(other.adnan, withdrawInformation, { subject })
		];
		for (const trying of tries) await expect(trying()).rejects.toMatchObject({ code: 'not-found' });
		expect(await fetch(board.adnan, ownInformation, {})).toMatchObject([{ subject, version: 1 }]);
		expect(await fetch(other.adnan, ownInformation, {})).toEqual([]);
		await expect(run(board.adnan, withdrawInformation, { subject: 'cases' })).rejects.toMatchObject({
			code: 'invalid-input'
		});
	});
});

describeOnEachDatabase('a survey with a text of its own', (open) => {
	it('tells it while it is tried and when it is open, and stores which on the survey', async () => {
		const board = await open();
		const surveyId = await draftTestSurvey(board.adnan, [await addTestProvider(board.adnan)]);
		const subject = subjectOfSurvey(surveyId);
		const told = async (token: string) => (await fetch(board.linkHolder, findLink, { token })).informationId;
		const trial = await run(board.adnan, trySurvey, { surveyId });
		const general = (await fetch(board.adnan, informationTexts, { subject: 'surveys' })).published[0]?.id;
		expect(await told(trial.token)).toBe(general);
		await run(board.adnan, publishInformation, { subject, content: ownWords('Första.') });
		const own = await run(board.adnan, publishInformation, { subject, content: ownWords('Andra.') });
		expect(await told(trial.token)).toBe(own);
		const { links } = await run(board.adnan, publishSurvey, { surveyId });
		expect(await told(links[0]?.token ?? '')).toBe(own);
		const survey = (await fetch(board.adnan, listSurveys, {})).find(({ id }) => id === surveyId);
		expect(survey?.informationId).toBe(own);
		const content = madeUpInformation;
		for (const changing of [
			() => run(board.adnan, publishInformation, { subject, content }),
			() => run(board.adnan, saveInformationDraft, { subject, content }),
			() => run(board.adnan, withdrawInformation, { subject })
		]) {
			await expect(changing()).rejects.toMatchObject({ code: 'survey-fixed' });
		}
		expect(await fetch(board.adnan, informationTexts, { subject })).toMatchObject({ mayChange: false });
	});

	it('is copied with it as a draft, and thrown away with it before anybody could answer', async () => {
		const board = await open();
		const surveyId = await draftTestSurvey(board.adnan, [await addTestProvider(board.adnan)]);
		const content = ownWords('Egna ord.');
		await run(board.adnan, publishInformation, { subject: subjectOfSurvey(surveyId), content });
		const days = { opensOn: day('2027-01-01'), closesOn: day('2027-12-31') };
		const copy = await run(board.adnan, copySurvey, { surveyId, title: 'Nästa', ...days });
		expect(await fetch(board.adnan, informationTexts, { subject: subjectOfSurvey(copy) })).toMatchObject({
			published: [],
			draft: content
		});
		await run(board.adnan, discardSurvey, { surveyId });
		await run(board.adnan, discardSurvey, { surveyId: copy });
		expect(await fetch(board.adnan, ownInformation, {})).toEqual([]);
	});
});

describeOnEachDatabase('a survey', (open) => {
	it('is not published before the board has said what people are told, or for another purpose', async () => {
		const board = await open();
		const providers = [{ providerId: await addTestProvider(board.adnan), invited: null }];
		const plan = {
			title: 'Påhittad',
			purpose: 'follow-up',
			anonymity: 'open-anonymous',
			instrumentIds: ['simrishamn-sol'],
			languages: ['sv'],
			opensOn: '2026-03-01' as LocalDate,
			closesOn: '2026-12-31' as LocalDate,
			quickExit: 'by-subject'
		} as const;
		await run(board.adnan, publishInformation, cases);
		const surveyId = await run(board.adnan, draftSurvey, { ...plan, providers });
		const publish = () => run(board.adnan, publishSurvey, { surveyId });
		await expect(publish()).rejects.toMatchObject({ code: 'information-incomplete' });
		await run(board.adnan, publishInformation, surveys);
		await expect(publish()).resolves.toHaveProperty('links');
		const research = { ...plan, purpose: 'forskning' as never, providers };
		await expect(run(board.adnan, draftSurvey, research)).rejects.toThrow();
	});

	it('keeps the text it was opened with, for everybody who answers', async () => {
		const board = await open();
		const { surveyId, links } = await openTestSurvey(board.adnan, [await addTestProvider(board.adnan)]);
		const token = links[0]?.token ?? '';
		const { informationId } = await fetch(board.linkHolder, findLink, { token });
		await run(board.adnan, publishInformation, surveys);
		expect((await fetch(board.linkHolder, findLink, { token })).informationId).toBe(informationId);
		const survey = (await fetch(board.adnan, listSurveys, {})).find(({ id }) => id === surveyId);
		expect(survey?.informationId).toBe(informationId);
	});

	it('writes nothing about the text when somebody answers', async () => {
		const board = await open();
		const { links } = await openTestSurvey(board.adnan, [await addTestProvider(board.adnan)]);
		const token = links[0]?.token ?? '';
		const marks = () =>
			queryRows(
				board.database.orm,
				sql`select xmin::text, ctid::text from information_texts where board_id = ${board.board.id}
					union all select xmin::text, ctid::text from surveys where board_id = ${board.board.id} order by 1, 2`
			);
		const before = await marks();
		await run(board.linkHolder, submitResponse, testSubmission(token, { answers: { sol_1: 3 } }));
		expect(await marks()).toEqual(before);
	});
});
