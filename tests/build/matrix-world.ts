/**
 * An installation with two boards in one database, for the matrix: in either one people of every role, with sessions, and
 * cases of one's own, a colleague's, another unit's and one with protected identity. All of it is made up.
 */
import { randomUUID } from 'node:crypto';
import { roles, type Role } from '#lib/access/actor.ts';
import { addUnit } from '#lib/access/server/commands/add-unit.ts';
import { inviteStaff } from '#lib/access/server/commands/invite-staff.ts';
import { parseProxies } from '#lib/access/server/client-address.ts';
import { listStaff } from '#lib/access/server/reads/list-staff.ts';
import { signInCookies, writeSessionCookie } from '#lib/access/server/session-cookie.ts';
import { insertSession } from '#lib/access/server/sign-in/queries.ts';
import { makeSignInContext } from '#lib/access/server/sign-in-context.ts';
import { drawReview } from '#lib/audit/server/commands/draw-review.ts';
import type { Month } from '#lib/audit/review-month.ts';
import { makeExportWorker } from '#lib/exports/server/export-worker.ts';
import { orderExport } from '#lib/exports/server/commands/order-export.ts';
import { protectCase } from '#lib/cases/server/commands/protect-case.ts';
import { setGoal } from '#lib/cases/server/commands/set-goal.ts';
import { recordMissed } from '#lib/plans/server/commands/record-missed.ts';
import { today as todayRead } from '#lib/plans/server/reads/today.ts';
import { changePlan } from '#lib/plans/server/commands/change-plan.ts';
import { publishResults } from '#lib/reports/server/commands/publish-results.ts';
import { agreeToHandOver } from '#lib/collection/server/commands/agree-to-hand-over.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import type { Catalogue } from '#lib/instruments/server/catalogue.ts';
import { claimRun, finishRun } from '#lib/jobs/server/queries.ts';
import { addKiosk } from '#lib/kiosk/server/commands/add-kiosk.ts';
import { writeLetter } from '#lib/invitations/server/commands/write-letter.ts';
import { listKiosks } from '#lib/kiosk/server/reads/list-kiosks.ts';
import type { CaseId, StaffId, SurveyId, UnitId } from '#lib/shared/ids.ts';
import { addDays, toLocalDate, type LocalDate } from '#lib/shared/local-date.ts';
import { createBoard, type Board } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import { makeContext, type Context } from '#lib/shared/server/context.ts';
import type { Database } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { inviteToSurvey } from '#lib/invitations/server/commands/invite-to-survey.ts';
import { moveSurvey } from '#lib/surveys/server/commands/move-survey.ts';
import { nightlyJobs } from '../../src/nightly-jobs.ts';
import { followTestPlan, publishTestPlan, readOccasion, templatePlan } from './follow-plan.ts';
import { startTestInterview } from './interview.ts';
import { addTestProvider, draftTestSurvey, linkBaseOf, openConfidentialSurvey, openTestCase, openTestSurvey, sendTestLink, testSubmission } from './made-up.ts';
import { askForTestPlan } from './missed-target.ts';
import type { Things } from './route-examples.ts';
import { testSecret } from './server-process.ts';
import { makeOldRecords } from './old-records.ts';
import { testTrail } from './test-board.ts';
import { placeTestPictures } from './place-pictures.ts';
import { storeWritten } from './written-texts.ts';

/** Whose things are asked for. */
export type Owner = 'own' | 'colleague' | 'protected' | 'other-unit' | 'other-board';

/** Somebody who asks. */
export interface Visitor {
	readonly name: string;
	/** None for whoever is not, or only half, signed in. */
	readonly role: Role | null;
	readonly cookie: string;
}

export interface MatrixWorld {
	/** Everybody in our board, a person of each role, and those who are nobody. */
	readonly visitors: readonly Visitor[];
	/** Our things, a colleague's and so on; the other board's are all its own. */
	readonly things: Readonly<Record<Owner, Things>>;
	/** The other board's people, one of each role. */
	readonly mirror: Readonly<Record<Role, Visitor>>;
	/** What the role changes of one's own, that nothing else has been done with, and a session of one's own: used once. */
	takeFresh(role: Role): { readonly visitor: Visitor; readonly things: Things };
	/** A session that nothing else is done with: used once. */
	takeSession(visitor: Visitor): string;
}

interface WorldInput {
	readonly database: Database;
	readonly catalogue: Catalogue;
	/** The address the server will have. */
	readonly origin: string;
	/** How many times each role may take fresh things. */
	readonly freshOf: (role: Role) => number;
	/** How many sessions there are to take for each visitor. */
	readonly sessions: number;
}

type People = Readonly<Record<Role, StaffId>>;

/** Fills the database, which may hold other boards, and gives the keys to it. */
export async function makeMatrixWorld(input: WorldInput): Promise<MatrixWorld> {
	const { database, origin } = input;
	const signIn = makeSignInContext(database, {
		secret: testSecret,
		publicUrl: origin,
		municipality: null,
		trustedProxies: parseProxies('')!
	});
	const { name: cookieName } = signInCookies(origin).session;
	const openSession = async (userId: StaffId, secondFactor: 'totp' | null = 'totp'): Promise<string> => {
		const token = await insertSession(signIn, database.orm, { userId, secondFactor, userAgent: null });
		return `${cookieName}=${writeSessionCookie(signIn.secrets, token)}`;
	};
	const ours = await makeBoard(input, 'vi');
	const theirs = await makeBoard(input, 'de');

	const visitors: Visitor[] = [{ name: 'nobody', role: null, cookie: '' }];
	const half = await openSession(ours.people.caseworker, null);
	visitors.push({ name: 'half signed in', role: null, cookie: half });
	visitors.push({ name: 'without a role any more', role: null, cookie: await openSession(ours.former) });
	for (const role of roles) {
		visitors.push({ name: role, role, cookie: await openSession(ours.people[role]) });
	}
	const own = await ours.makeThings('own');
	const fresh = new Map<Role, { visitor: Visitor; things: Things }[]>();
	for (const role of roles) {
		const list: { visitor: Visitor; things: Things }[] = [];
		for (let count = 0; count < input.freshOf(role); count += 1) {
			const cookie = await openSession(ours.people[role]);
			list.push({ visitor: { name: role, role, cookie }, things: { ...own, ...(await ours.makeFresh(role)) } });
		}
		fresh.set(role, list);
	}
	const spare = new Map<string, string[]>();
	for (const { name, role } of visitors.filter((visitor) => visitor.cookie !== '')) {
		const cookies: string[] = [];
		for (let count = 0; count < input.sessions; count += 1) {
			// Of somebody else, so that what ends all of a person's sessions ends no session that is still needed.
			const person = role ? await ours.addPerson(role) : ours.former;
			cookies.push(await openSession(person, name === 'half signed in' ? null : 'totp'));
		}
		spare.set(name, cookies);
	}
	const mirror = {} as Record<Role, Visitor>;
	for (const role of roles) {
		mirror[role] = { name: `the other board’s ${role}`, role, cookie: await openSession(theirs.people[role]) };
	}
	return {
		visitors,
		things: {
			own,
			colleague: await ours.makeThings('colleague'),
			protected: await ours.makeThings('protected'),
			'other-unit': await ours.makeThings('other-unit'),
			'other-board': await theirs.makeThings('own')
		},
		mirror,
		takeFresh: (role) => takeFrom(fresh.get(role), role),
		takeSession: ({ name }) => (name === 'nobody' ? '' : takeFrom(spare.get(name), name))
	};
}

function takeFrom<Thing>(list: Thing[] | undefined, name: string): Thing {
	const taken = list?.pop();
	if (!taken) throw new Error(`There are no more for ${name}: ask for more when the world is made.`);
	return taken;
}

interface MadeBoard {
	readonly people: People;
	/** Had a role until yesterday. */
	readonly former: StaffId;
	addPerson(role: Role): Promise<StaffId>;
	makeThings(owner: Exclude<Owner, 'other-board'>): Promise<Things>;
	/** New ones of what the role works with: cases, or all else. */
	makeFresh(role: Role): Promise<Partial<Things>>;
}

async function makeBoard({ database, catalogue }: WorldInput, word: string): Promise<MadeBoard> {
	const id = randomUUID() as Board['id'];
	const board: Board = { id, code: `${word}-${id.slice(0, 8)}`, name: `Nämnden ${word} (påhittad)` };
	await createBoard(database, board);
	const as = (actor: Context['actor']): Context => makeContext(database, actor, catalogue, testTrail);
	const system = as({ kind: 'system', boardId: id });
	const holderOf = (boardId: Board['id']): Context => as({ kind: 'respondent', boardId });
	const today = toLocalDate(new Date());
	const north = await run(system, addUnit, { name: `Norr ${board.code}` });
	const south = await run(system, addUnit, { name: `Söder ${board.code}` });
	const providerId = await addTestProvider(system, `Utförare ${board.code}`);

	async function invite(role: Role, unitId: UnitId | null, held: Partial<{ validTo: LocalDate }> = {}) {
		const assignment = {
			role,
			unitId,
			providerId: role === 'provider-staff' ? providerId : null,
			validFrom: addDays(today, -400),
			validTo: null,
			...held
		};
		const email = `${role}.${randomUUID()}@${board.code}.example`;
		const { staffId, token } = await run(system, inviteStaff, { email, name: `${role} ${board.code}`, assignment });
		return { staffId, token: token ?? '' };
	}
	// Only those who work in a unit belong to one.
	const unitOf = (role: Role): UnitId | null =>
		role === 'caseworker' || role === 'unit-manager' ? north : null;
	const addPerson = async (role: Role): Promise<StaffId> => (await invite(role, unitOf(role))).staffId;
	const people = {} as Record<Role, StaffId>;
	for (const role of roles) people[role] = await addPerson(role);
	const colleagueId = await addPerson('caseworker');
	const { staffId: southerner } = await invite('caseworker', south);
	const { staffId: former } = await invite('caseworker', north, { validTo: today });

	const caseworker = (staffId: StaffId, unitId: UnitId): Context =>
		as({
			kind: 'staff',
			boardId: id,
			staffId,
			name: 'Påhittad',
			roles: ['caseworker'],
			heldRoles: [{ role: 'caseworker', unitId, providerId: null }]
		});
	const owners = {
		own: caseworker(people.caseworker, north),
		colleague: caseworker(colleagueId, north),
		protected: caseworker(colleagueId, north),
		'other-unit': caseworker(southerner, south)
	};
	await openTestSurvey(system, [providerId], {
		opensOn: addDays(today, -30),
		closesOn: addDays(today, 30)
	});
	const { surveys: asked } = await fetch(system, listKiosks, {});
	const surveyLinkId = asked[0]!.linkId;
	const { kioskId } = await run(system, addKiosk, { name: 'Väntrummet', pin: '4711', linkIds: [surveyLinkId] });
	const later = { opensOn: addDays(today, 1), closesOn: addDays(today, 40) };
	const code = { ...later, opensOn: today, anonymity: 'codes' } as const;
	const { surveyId: codeSurveyId } = await openTestSurvey(system, [providerId], code);
	const decider = as({
		kind: 'staff',
		boardId: id,
		staffId: people['follow-up-administrator'],
		name: 'Påhittad',
		roles: ['follow-up-administrator'],
		signedInAt: new Date()
	});
	const actionPlanId = await askForTestPlan(system, holderOf(id), providerId, today);
	await run(decider, publishResults, {
		year: Number(today.slice(0, 4)) - 1,
		decidedOn: today,
		decisionReference: '§ 2 (påhittad)',
		boardName: board.name
	});
	const oldRecords = await makeOldRecords(system, decider);
	await markNightDone(database, id, today);
	// Each board has had another month reviewed, so that neither has the other's, and neither the last one.
	const followedPlan = templatePlan('start-and-end-voluntary');
	const followedPlanId = await publishTestPlan(system, followedPlan);
	const reviewedMonth = addDays(today, word === 'vi' ? -70 : -110).slice(0, 7) as Month;
	await run(system, drawReview, { month: reviewedMonth });
	const exportId = await makeExport();
	const pictureHash = await placeTestPictures(system, {
		instrumentId: 'audit',
		places: [
			{ question: 'audit_1', option: null },
			{ question: 'audit_2', option: null }
		],
		// Each board its own: the hash is of what is in the picture.
		colour: [word === 'vi' ? 0 : 255, 0, 0]
	});

	/** Ordered by a manager, and made. */
	async function makeExport(): Promise<string> {
		const manager = as({
			kind: 'staff',
			boardId: id,
			staffId: people['unit-manager'],
			name: 'Påhittad',
			roles: ['unit-manager'],
			signedInAt: new Date()
		});
		const ordered = await run(manager, orderExport, {
			dataSet: 'case-responses',
			instrumentId: 'audit',
			instrumentVersion: '1.0.0',
			format: 'csv',
			valueForm: 'codes',
			ageForm: 'group',
			fromDay: null,
			toDay: null,
			providerId: null,
			language: 'sv',
			ground: 'own-follow-up',
			recipient: 'Påhittade avdelningen'
		});
		const complain = (sentence: string): never => {
			throw new Error(sentence);
		};
		await makeExportWorker({ database, contextFor: as, now: () => new Date(), complain }).runDue();
		return ordered;
	}

	async function makeCaseThings(owner: Exclude<Owner, 'other-board'>) {
		const theOwner = owners[owner];
		const fresh = randomUUID();
		const numbers = { caseNumber: `Ä-${fresh}`, clientNumber: `K-${fresh}` };
		const caseId = await openTestCase(theOwner, { ...numbers, openedOn: addDays(today, -20) });
		const days = { expiresOn: addDays(today, 20) };
		const answered = await sendTestLink(theOwner, caseId, days);
		const holder = as({ kind: 'respondent', boardId: id });
		const { responseId } = await run(holder, submitResponse, testSubmission(answered.token));
		const { administrationId, token } = await sendTestLink(theOwner, caseId, days);
		const risk = await sendTestLink(theOwner, caseId, { ...days, instrumentId: 'phq-9' });
		const answers = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`phq9_${index + 1}`, 1]));
		const atRisk = await run(holder, submitResponse, testSubmission(risk.token, { answers }));
		const { alerts } = await fetch(theOwner, todayRead, {});
		const alert = alerts.find((one) => one.caseId === caseId);
		const { casePlanId, interventionId } = await followTestPlan({ adnan: system }, followedPlan, {
			caseworker: theOwner,
			planId: followedPlanId,
			caseId
		});
		if (!responseId) throw new Error('Nobody answered');
		await run(theOwner, agreeToHandOver, { responseId, interventionId, hasAgreed: true });
		const occasion = await readOccasion(theOwner, caseId, 'core-om', 'start');
		const missed = await readOccasion(theOwner, caseId, 'core-om', 'end');
		await run(theOwner, recordMissed, { occasionId: missed.id, reason: 'forgotten' });
		const asked = await readOccasion(theOwner, caseId, 'kasam', 'start');
		const goalId = await run(theOwner, setGoal, {
			caseId,
			goal: `Mål ${fresh}`,
			measure: null,
			levels: [null, null, 'Målet', null, null],
			setOn: addDays(today, -10),
			start: { level: 1, judge: 'client' }
		});
		const lettersSurveyId = await inviteByLetter(theOwner, caseId);
		const letter = await sendTestLink(theOwner, caseId, days);
		const unwritten = await sendTestLink(theOwner, caseId, days);
		const linkBase = linkBaseOf(board.code);
		await run(theOwner, writeLetter, { administrationId: letter.administrationId, linkBase });
		if (owner === 'protected') await run(theOwner, protectCase, { caseId, isProtected: true });
		return {
			caseId,
			...numbers,
			lettersSurveyId,
			letterId: letter.administrationId,
			unwrittenLetterId: unwritten.administrationId,
			administrationId,
			interviewId: await startTestInterview(theOwner, caseId),
			token,
			responseId,
			interventionId,
			casePlanId,
			occasionId: occasion.id,
			missedOccasionId: missed.id,
			askedOccasionId: asked.id,
			alertId: alert?.id ?? '',
			riskResponseId: atRisk.responseId ?? '',
			goalId
		};
	}

	/** Asks the case in a survey of its own, by a provider that nobody else has. */
	async function inviteByLetter(theOwner: Context, caseId: CaseId): Promise<SurveyId> {
		const own = await addTestProvider(system, `Utförare ${randomUUID()}`);
		const name = 'Påhittad';
		const days = { decidedOn: null, startedOn: addDays(today, -10), endedOn: null };
		await run(theOwner, addIntervention, { caseId, providerId: own, name, ...days });
		const open = { opensOn: today, closesOn: addDays(today, 40) };
		const surveyId = await openConfidentialSurvey(system, [own], open);
		const linkBase = `http://localhost/s/${board.code}/`;
		await run(system, inviteToSurvey, { surveyId, order: 'letter', channels: [], linkBase });
		return surveyId;
	}

	/** A survey in each state, a plan that has been changed, and somebody who has been invited. */
	async function makeOtherThings() {
		const planId = await publishTestPlan(system, followedPlan);
		await run(system, changePlan, { planId, plan: { ...followedPlan, purpose: 'Påhittat' } });
		const target = await invite('caseworker', north);
		const { surveyId, links } = await openTestSurvey(system, [providerId], {
			opensOn: addDays(today, -30),
			closesOn: addDays(today, 30)
		});
		const [textId = ''] = await storeWritten({ database, board }, { surveyId, providerId, question: 'ord' }, ['Bra.']);
		const draftSurveyId = await draftTestSurvey(system, [providerId], later);
		const inConfidence = { ...later, opensOn: today, anonymity: 'confidential' } as const;
		const confidentialDraftId = await draftTestSurvey(system, [providerId], inConfidence);
		const confidentialSurveyId = await openConfidentialSurvey(system, [providerId], inConfidence);
		const { surveyId: closedSurveyId } = await openTestSurvey(system, [providerId], later);
		await run(system, moveSurvey, { surveyId: closedSurveyId, to: 'closed' });
		return {
			planId,
			surveyToken: links[0]?.token ?? '',
			invitationToken: target.token,
			surveyId,
			textId,
			draftSurveyId,
			confidentialDraftId,
			confidentialSurveyId,
			closedSurveyId,
			staffId: target.staffId,
			assignmentId: await findAssignment(system, target.staffId)
		};
	}

	return {
		people,
		former,
		addPerson,
		async makeFresh(role) {
			const made =
				role === 'caseworker' || role === 'unit-manager' ? await makeCaseThings('own') : await makeOtherThings();
			return { ...made, fresh: randomUUID() };
		},
		async makeThings(owner) {
			return {
				boardCode: board.code,
				kioskId,
				surveyLinkId,
				codeSurveyId,
				providerId,
				unitId: north,
				colleagueId,
				actionPlanId,
				reviewedMonth,
				exportId,
				pictureHash,
				...oldRecords,
				...(await makeCaseThings(owner)),
				...(await makeOtherThings()),
				today,
				lastMonth: addDays(`${today.slice(0, 7)}-01` as LocalDate, -1).slice(0, 7),
				inTwoWeeks: addDays(today, 14),
				lastYear: String(Number(today.slice(0, 4)) - 1),
				fresh: randomUUID()
			};
		}
	};
}

/** What the program would do by itself today is done: what changes in the tables from here on is what somebody asks for. */
async function markNightDone(database: Database, boardId: Board['id'], day: LocalDate): Promise<void> {
	const { orm: tx } = await database.forBoard(boardId);
	const now = new Date();
	for (const { name: job } of nightlyJobs) {
		const attempt = await claimRun({ tx, boardId }, { job, day }, now, now);
		if (attempt === null) throw new Error(`${job} has been done already.`);
		await finishRun({ tx, boardId }, { job, day, attempt }, { state: 'done', finishedAt: now });
	}
}

async function findAssignment(system: Context, staffId: StaffId): Promise<string> {
	const people = await fetch(system, listStaff, {});
	return people.find(({ id }) => id === staffId)?.assignments[0]?.id ?? '';
}
