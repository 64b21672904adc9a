/** The monthly log review from the first read to the signature, and who has read about somebody. All made up. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Role } from '#lib/access/actor.ts';
import { insertAssignment, insertStaff } from '#lib/access/server/staff/queries.ts';
import type { NamedVisit } from '#lib/audit/server/reads/review-of-month.ts';
import { assignReview } from '#lib/audit/server/commands/assign-review.ts';
import { drawReview } from '#lib/audit/server/commands/draw-review.ts';
import { judgeVisit } from '#lib/audit/server/commands/judge-visit.ts';
import { recordVerdict } from '#lib/audit/server/commands/record-verdict.ts';
import { signReview } from '#lib/audit/server/commands/sign-review.ts';
import { drawDueReviews } from '#lib/audit/server/draw-due-reviews.ts';
import { nightlyCheck } from '#lib/audit/server/reads/nightly-check.ts';
import { verifyAtNight } from '#lib/audit/server/verify-at-night.ts';
import { checkLog } from '#lib/audit/server/reads/check-log.ts';
import { listReviews } from '#lib/audit/server/reads/list-reviews.ts';
import { readersOfCase } from '#lib/audit/server/reads/readers-of-case.ts';
import { reviewDuties } from '#lib/audit/server/reads/review-duties.ts';
import { reviewOfMonth } from '#lib/audit/server/reads/review-of-month.ts';
import type { Month } from '#lib/audit/review-month.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { listCases } from '#lib/cases/server/reads/list-cases.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import type { AssignmentId, CaseId, LogReviewId, StaffId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { anchorOf, countLines, seal, tamper, verify } from '#tests/build/audit-log.ts';
import { openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { testTrail, type TestBoard } from '#tests/build/test-board.ts';
import { describeOnOwnDatabase, type OpenBoard } from '../databases.ts';

const march = '2026-03' as Month;

/** The same person at another moment. */
const at = (moment: string, context: Context): Context => ({ ...context, now: () => new Date(moment) });

/** March: Karin works in one case, and opens another one late on a Saturday. */
async function march2026(open: OpenBoard): Promise<{ board: TestBoard; worked: CaseId; opened: CaseId }> {
	const board = await open();
	const february = at('2026-02-02T12:00:00+01:00', board.karin);
	const worked = await openTestCase(february, { caseNumber: 'Ä-arbetat' });
	const opened = await openTestCase(february, { caseNumber: 'Ä-öppnat' });
	await sendTestLink(at('2026-03-04T10:00:00+01:00', board.karin), worked);
	await fetch(at('2026-03-04T10:01:00+01:00', board.karin), caseOverview, { caseId: worked });
	await fetch(at('2026-03-07T22:30:00+01:00', board.karin), caseOverview, { caseId: opened });
	return { board, worked, opened };
}

const inApril = ({ rut }: TestBoard, day = '2026-04-02'): Context => at(`${day}T09:00:00+02:00`, rut);
const asSystem = ({ rut, board }: TestBoard, moment: string): Context =>
	at(moment, { ...rut, actor: { kind: 'system', boardId: board.id } });
const wholeChain = { chainSeq: 1, chainSeal: 'x', chainFault: null };

/** Judges every visit of the review as in order. */
async function judgeAll(
	context: Context,
	reviewId: LogReviewId,
	visits: readonly NamedVisit[]
): Promise<void> {
	for (const { id: visitId } of visits) {
		await run(context, judgeVisit, { reviewId, visitId, judgement: 'in-order', note: null });
	}
}

describeOnOwnDatabase('a log review', (open) => {
	it('is drawn at night for every month that is over, once, and is overdue until somebody has signed it', async () => {
		const { board } = await march2026(open);
		const night = (day: string): Context =>
			at(`${day}T04:10:00+02:00`, { ...board.rut, actor: { kind: 'system', boardId: board.board.id } });
		await drawDueReviews(night('2026-04-01'));
		const [, drawn, before] = await fetch(inApril(board), listReviews, {});
		expect(drawn).toMatchObject({
			month: march,
			state: 'due',
			review: { visitCount: 2, drawnOn: '2026-04-01' }
		});
		expect(before).toMatchObject({ month: '2026-02', state: 'overdue' });
		await drawDueReviews(night('2026-04-11'));
		const [, still] = await fetch(inApril(board, '2026-04-11'), listReviews, {});
		expect(still).toMatchObject({ state: 'overdue', review: { drawnOn: '2026-04-01' }, signedBy: null });
	});

	it('is drawn when the month is over: risks and chance, by visit and not by line', async () => {
		const { board, worked, opened } = await march2026(open);
		await expect(
			run(at('2026-03-31T12:00:00+02:00', board.rut), drawReview, { month: march })
		).rejects.toMatchObject({
			code: 'invalid-input'
		});
		await run(inApril(board), drawReview, { month: march });
		const review = await fetch(inApril(board), reviewOfMonth, { month: march });
		expect(review).toMatchObject({ state: 'due', dueOn: '2026-04-10', visitCount: 2, signed: null });
		expect(review.visits).toMatchObject([
			{
				caseId: opened,
				caseNumber: 'Ä-öppnat',
				day: '2026-03-07',
				actorName: 'test-Karin',
				reads: 1,
				writes: 0,
				actions: ['caseOverview'],
				judged: null
			},
			{ caseId: worked, reads: 1, writes: 1, actions: ['sendLink', 'caseOverview'], reasons: ['random'] }
		]);
		expect(review.visits[0]?.reasons).toEqual(['outside-hours', 'read-only']);
	});

	it('is drawn once, from a seed that is kept', async () => {
		const { board } = await march2026(open);
		await run(inApril(board), drawReview, { month: march });
		await expect(run(inApril(board), drawReview, { month: march })).rejects.toMatchObject({
			code: 'already-exists'
		});
		const { seed } = await fetch(inApril(board), reviewOfMonth, { month: march });
		expect(seed).toMatch(/^[0-9a-f]{64}$/);
	});

	it('shows months that wait and months that are overdue', async () => {
		const { board } = await march2026(open);
		const states = async (day: string) =>
			(await fetch(inApril(board, day), listReviews, {})).map(({ month, state }) => `${month} ${state}`);
		expect(await states('2026-04-10')).toEqual(['2026-04 ongoing', '2026-03 due', '2026-02 overdue']);
		expect(await states('2026-04-11')).toEqual(['2026-04 ongoing', '2026-03 overdue', '2026-02 overdue']);
		await run(inApril(board), drawReview, { month: march });
		expect(await states('2026-04-11')).toContain('2026-03 overdue');
	});

	it('is signed in the reviewer’s name when every visit is judged, and never changes after that', async () => {
		const { board } = await march2026(open);
		const rut = inApril(board);
		const reviewId = await run(rut, drawReview, { month: march });
		const { visits } = await fetch(rut, reviewOfMonth, { month: march });
		const [first] = visits;
		if (!first) throw new Error('No visit.');
		const sign = { reviewId, chain: wholeChain };
		await expect(run(rut, signReview, sign)).rejects.toMatchObject({ code: 'visits-left' });

		await judgeAll(rut, reviewId, visits);
		const followUp = { reviewId, visitId: first.id, judgement: 'follow-up' as const };
		await expect(run(rut, judgeVisit, { ...followUp, note: null })).rejects.toMatchObject({
			code: 'invalid-input'
		});
		await run(rut, judgeVisit, { ...followUp, note: 'Fråga varför en lördag kväll.' });
		await run(rut, signReview, sign);

		const signed = await fetch(rut, reviewOfMonth, { month: march });
		expect(signed).toMatchObject({
			state: 'signed',
			signedByName: 'test-Rut',
			signed: { by: 'test-Rut', on: '2026-04-02', chainSeal: 'x' }
		});
		expect(signed.visits[0]?.judged).toEqual({
			judgement: 'follow-up',
			note: 'Fråga varför en lördag kväll.',
			by: 'test-Rut',
			on: '2026-04-02'
		});
		expect((await fetch(rut, listReviews, {})).find(({ month }) => month === march)).toMatchObject({
			state: 'signed',
			signedBy: 'test-Rut',
			review: { drawn: 2, judged: 2, followUp: 1 }
		});
		await expect(run(rut, judgeVisit, { ...followUp, note: 'igen' })).rejects.toMatchObject({
			code: 'changed-meanwhile'
		});
		await expect(run(rut, signReview, sign)).rejects.toMatchObject({ code: 'changed-meanwhile' });
	});

	it('keeps the note sealed in the database and out of the log', async () => {
		const { board } = await march2026(open);
		const rut = inApril(board);
		const reviewId = await run(rut, drawReview, { month: march });
		const { visits } = await fetch(rut, reviewOfMonth, { month: march });
		const visitId = visits[0]?.id;
		if (!visitId) throw new Error('No visit.');
		await run(rut, judgeVisit, { reviewId, visitId, judgement: 'follow-up', note: 'KANARIEFÅGEL' });
		const [stored] = await queryRows<{ text: string }>(
			board.database.orm,
			sql`select concat(
				(select string_agg(to_jsonb(v)::text, '') from log_review_visits v where board_id = ${board.board.id}),
				(select string_agg(to_jsonb(e)::text, '') from audit_events e where board_id = ${board.board.id})) as text`
		);
		expect(stored?.text).toContain('judgeVisit');
		expect(stored?.text).not.toContain('KANARIEFÅGEL');
	});

	it('is never judged by whoever made the visit, nor by somebody without the role, nor by the system', async () => {
		const { board } = await march2026(open);
		const reviewId = await run(inApril(board), drawReview, { month: march });
		const { visits } = await fetch(inApril(board), reviewOfMonth, { month: march });
		const visitId = visits[0]?.id;
		if (!visitId) throw new Error('No visit.');
		const judgement = { reviewId, visitId, judgement: 'in-order' as const, note: null };
		const { actor } = board.karin;
		if (actor.kind !== 'staff') throw new Error('Karin is staff.');
		const both: Context = { ...inApril(board), actor: { ...actor, roles: ['caseworker', 'log-reviewer'] } };
		const system: Context = { ...inApril(board), actor: { kind: 'system', boardId: board.board.id } };
		for (const context of [both, board.karin, board.adnan, system]) {
			await expect(run(context, judgeVisit, judgement)).rejects.toMatchObject({ code: 'not-permitted' });
		}
		await expect(fetch(board.karin, reviewOfMonth, { month: march })).rejects.toMatchObject({
			code: 'not-permitted'
		});
	});

	it('looks at cases with protected identity and without assignment', async () => {
		const { board, worked } = await march2026(open);
		await board.database.orm.execute(sql`update cases set is_protected = true where id = ${worked}`);
		await board.database.orm.execute(sql`delete from case_assignments where case_id = ${worked}`);
		await board.database.orm.execute(
			sql`insert into case_assignments (board_id, id, case_id, staff_id, valid_from)
				values (${board.board.id}, gen_random_uuid(), ${worked}, 'någon-annan', '2026-01-01')`
		);
		await run(inApril(board), drawReview, { month: march });
		const { visits } = await fetch(inApril(board), reviewOfMonth, { month: march });
		expect(visits[0]).toMatchObject({ caseId: worked });
		expect(visits[0]?.reasons).toEqual(['protected-case', 'no-assignment']);
	});

	it('says whether the log is whole, and its head is what the paper is compared with', async () => {
		const { board } = await march2026(open);
		const verdict = await fetch(inApril(board), checkLog, {});
		expect(verdict).toMatchObject({ fault: null, waiting: 0 });
		expect(verdict.head).toEqual(await anchorOf(board));
		await tamper(
			board,
			sql`update audit_events set actor_id = 'annan' where board_id = ${board.board.id} and seq = 2`
		);
		expect((await fetch(inApril(board), checkLog, {})).fault).toMatchObject({ kind: 'changed', seq: 2 });
	});

	it('shows what the night’s check said, with its moment and how many lines it read, and no check before the first', async () => {
		const { board } = await march2026(open);
		const other = await open();
		expect(await fetch(inApril(board), nightlyCheck, {})).toEqual({ kind: 'none' });
		const lines = await countLines(board);
		await verifyAtNight(asSystem(board, '2026-04-02T05:00:00+02:00'));
		const whole = {
			day: '2026-04-02',
			verifiedAt: new Date('2026-04-02T03:00:00Z'),
			lineCount: lines,
			anchoredTo: null,
			fault: null
		};
		expect(await fetch(inApril(board), nightlyCheck, {})).toEqual({
			kind: 'verdict',
			verdict: whole,
			isLate: false
		});
		expect(await fetch(inApril(board, '2026-04-04'), nightlyCheck, {})).toMatchObject({ isLate: true });
		expect(await fetch(inApril(other), nightlyCheck, {})).toEqual({ kind: 'none' });
	});

	it('says the day after which line was the first that had been changed, and keeps it in the log', async () => {
		const { board } = await march2026(open);
		const said: string[] = [];
		await verifyAtNight(asSystem(board, '2026-04-02T05:00:00+02:00'), (sentence) => said.push(sentence));
		expect(said).toEqual([]);
		await tamper(
			board,
			sql`update audit_events set actor_id = 'annan' where board_id = ${board.board.id} and seq = 2`
		);
		// What the page shows costs no reading of the log: it is as the night left it.
		expect(await fetch(inApril(board), nightlyCheck, {})).toMatchObject({ verdict: { fault: null } });
		await verifyAtNight(asSystem(board, '2026-04-03T05:00:00+02:00'), (sentence) => said.push(sentence));
		// Whoever runs the program is told the same morning, and how to find out more.
		expect(said).toEqual([expect.stringContaining('genklang verify-audit')]);
		expect(await fetch(inApril(board, '2026-04-03'), nightlyCheck, {})).toMatchObject({
			verdict: { day: '2026-04-03', lineCount: 1, fault: { kind: 'changed', seq: 2 } }
		});
		const nights = await queryRows<{ reason: string }>(
			board.database.orm,
			sql`select reason from audit_events
				where board_id = ${board.board.id} and action = 'recordVerdict' order by happened_at`
		);
		expect(nights.map(({ reason }) => reason)).toEqual(['whole', 'changed 2']);
	});

	it('does not believe a verdict that somebody has changed in the database, or moved from another board', async () => {
		const { board } = await march2026(open);
		const other = await open();
		await verifyAtNight(asSystem(board, '2026-04-02T05:00:00+02:00'));
		await verifyAtNight(asSystem(other, '2026-04-02T05:00:00+02:00'));
		const { orm } = board.database;
		await orm.execute(sql`update log_verdicts set day = '2026-04-03' where board_id = ${board.board.id}`);
		expect(await fetch(inApril(board), nightlyCheck, {})).toEqual({ kind: 'not-genuine' });
		await orm.execute(sql`update log_verdicts v set day = o.day, line_count = o.line_count, mac = o.mac
			from log_verdicts o where v.board_id = ${board.board.id} and o.board_id = ${other.board.id}`);
		expect(await fetch(inApril(board), nightlyCheck, {})).toEqual({ kind: 'not-genuine' });
	});

	it('lets nobody but the program store a verdict, and nobody but the log reviewer see it', async () => {
		const board = await open();
		const verdict = { verifiedAt: new Date('2026-04-02'), lineCount: 1, anchoredTo: null, fault: null };
		for (const context of [board.rut, board.karin, board.siv]) {
			await expect(run(context, recordVerdict, verdict)).rejects.toMatchObject({ code: 'not-permitted' });
		}
		for (const context of [board.karin, board.siv, board.linkHolder]) {
			await expect(fetch(context, nightlyCheck, {})).rejects.toMatchObject({ code: 'not-permitted' });
		}
	});

	it('has its own steps in the log, which stays whole', async () => {
		const { board } = await march2026(open);
		const reviewId = await run(inApril(board), drawReview, { month: march });
		await judgeAll(
			inApril(board),
			reviewId,
			(await fetch(inApril(board), reviewOfMonth, { month: march })).visits
		);
		await seal(board);
		expect((await verify(board)).fault).toBeNull();
		const actions = await queryRows<{ action: string }>(
			board.database.orm,
			sql`select distinct action from audit_events where board_id = ${board.board.id} and work_context = 'log-review'`
		);
		expect(actions.map(({ action }) => action).sort()).toEqual(['drawReview', 'judgeVisit', 'reviewOfMonth']);
	});

	it('stays within its board', async () => {
		const { board } = await march2026(open);
		const other = await open();
		const reviewId = await run(inApril(board), drawReview, { month: march });
		const { visits } = await fetch(inApril(board), reviewOfMonth, { month: march });
		const visitId = visits[0]?.id;
		if (!visitId) throw new Error('No visit.');
		await expect(fetch(inApril(other), reviewOfMonth, { month: march })).rejects.toMatchObject({
			code: 'not-found'
		});
		expect(await fetch(inApril(other), listReviews, {})).toEqual([]);
		const judgement = { reviewId, visitId, judgement: 'in-order' as const, note: null };
		await expect(run(inApril(other), judgeVisit, judgement)).rejects.toMatchObject({ code: 'not-found' });
		await expect(run(inApril(other), signReview, { reviewId, chain: wholeChain })).rejects.toMatchObject({
			code: 'not-found'
		});
	});
});

describeOnOwnDatabase('who has read about somebody', (open) => {
	const asked = { ground: 'own-request', recipient: 'the-person' } as const;

	it('is told day by day: staff, the person’s own answers, and lists with the case in them', async () => {
		const { board, worked } = await march2026(open);
		const { token } = await sendTestLink(at('2026-03-09T10:00:00+01:00', board.karin), worked);
		await run(at('2026-03-10T18:00:00+01:00', board.linkHolder), submitResponse, testSubmission(token));
		await fetch(at('2026-03-11T10:00:00+01:00', board.karin), listCases, {});
		await fetch(at('2026-01-11T10:00:00+01:00', board.karin), listCases, {});

		const told = await fetch(inApril(board), readersOfCase, { caseNumber: 'Ä-arbetat', ...asked });
		expect(
			told.visits.map(({ day, actorKind, actorName, reads, writes }) => [
				day,
				actorKind,
				actorName,
				reads,
				writes
			])
		).toEqual([
			['2026-03-10', 'respondent', null, 0, 1],
			['2026-03-09', 'staff', 'test-Karin', 0, 1],
			['2026-03-04', 'staff', 'test-Karin', 1, 1],
			['2026-02-02', 'staff', 'test-Karin', 0, 1]
		]);
		expect(told.listVisits).toEqual([{ actorName: 'test-Karin', day: '2026-03-11', times: 1 }]);
	});

	it('asks why and for whom, and its stamp leads to the line that says so', async () => {
		const { board, worked } = await march2026(open);
		const { stamp } = await fetch(inApril(board), readersOfCase, { caseNumber: 'Ä-arbetat', ...asked });
		const [line] = await queryRows<Record<string, unknown>>(
			board.database.orm,
			sql`select action, subject_type, case_id, actor_id, reason, work_context from audit_events
				where board_id = ${board.board.id} and subject_id = ${stamp}`
		);
		expect(line).toEqual({
			action: 'readersOfCase',
			subject_type: 'log-extract',
			case_id: worked,
			actor_id: 'test-Rut',
			reason: 'own-request the-person',
			work_context: 'log-review'
		});
		const again = await fetch(inApril(board), readersOfCase, { caseNumber: 'Ä-arbetat', ...asked });
		expect(again.visits[0]).toMatchObject({ actorName: 'test-Rut', workContext: 'log-review' });
	});

	it('is told by nobody but the log reviewer, and not about other boards’ cases', async () => {
		const { board } = await march2026(open);
		const other = await open();
		const input = { caseNumber: 'Ä-arbetat', ...asked };
		for (const context of [board.karin, board.adnan, board.berit, board.linkHolder]) {
			await expect(fetch(context, readersOfCase, input)).rejects.toMatchObject({ code: 'not-permitted' });
		}
		await expect(fetch(inApril(other), readersOfCase, input)).rejects.toMatchObject({ code: 'not-found' });
		expect(testTrail.anchorsOf(board.board.id)).toEqual([]);
	});
});

describeOnOwnDatabase('a log review is a named person’s', (open) => {
	/** Somebody with an account and the role of log reviewer, acting on a day of April. */
	async function addReviewer(board: TestBoard, name: string): Promise<Context & { readonly id: StaffId }> {
		const id = await giveRole(board, name, 'log-reviewer');
		const actor = { ...board.rut.actor, staffId: id } as Context['actor'];
		return { ...inApril({ ...board, rut: { ...board.rut, actor } }), id };
	}

	async function giveRole(board: TestBoard, name: string, role: Role): Promise<StaffId> {
		const id = randomUUID() as StaffId;
		const { orm } = board.database;
		const email = `${id}@exempelby.example`;
		await insertStaff(orm, { id, name: `${name} (påhittad)`, email }, new Date('2026-01-01'));
		await insertAssignment({ tx: orm, boardId: board.board.id }, id, {
			id: randomUUID() as AssignmentId,
			role,
			unitId: null,
			providerId: null,
			validFrom: '2026-01-01' as LocalDate,
			validTo: null
		});
		return id;
	}

	const night = (board: TestBoard, day: string): Context =>
		at(`${day}T04:10:00+02:00`, { ...board.rut, actor: { kind: 'system', boardId: board.board.id } });
	const assignedTo = async (board: TestBoard) =>
		(await fetch(inApril(board), listReviews, {})).flatMap(({ assignedTo: name }) => name ?? []);

	it('goes round among those who hold the role, month after month', async () => {
		const { board } = await march2026(open);
		await addReviewer(board, 'Anna');
		await addReviewer(board, 'Bo');
		await drawDueReviews(night(board, '2026-04-01'));
		expect(await assignedTo(board)).toEqual(['Bo (påhittad)', 'Anna (påhittad)']);
	});

	it('is signed by them only, until somebody else takes it over', async () => {
		const { board } = await march2026(open);
		const anna = await addReviewer(board, 'Anna');
		const bo = await addReviewer(board, 'Bo');
		const reviewId = await run(anna, drawReview, { month: march });
		const { visits, ...review } = await fetch(bo, reviewOfMonth, { month: march });
		expect(review).toMatchObject({ assignedToName: 'Anna (påhittad)', maySign: false, hasOther: true });
		await judgeAll(bo, reviewId, visits);
		const sign = { reviewId, chain: wholeChain };
		await expect(run(bo, signReview, sign)).rejects.toMatchObject({ code: 'not-permitted' });
		await run(bo, assignReview, { month: march, staffId: bo.id });
		await expect(run(anna, signReview, sign)).rejects.toMatchObject({ code: 'not-permitted' });
		await run(bo, signReview, sign);
		await expect(run(anna, assignReview, { month: march, staffId: anna.id })).rejects.toMatchObject({
			code: 'changed-meanwhile'
		});
	});

	it('is nobody’s while nobody holds the role, which the system administrator sees, and somebody’s the night after', async () => {
		const { board } = await march2026(open);
		await drawDueReviews(night(board, '2026-04-01'));
		const duties = async () =>
			fetch({ ...inApril(board, '2026-04-12'), actor: board.siv.actor }, reviewDuties, {});
		expect(await duties()).toMatchObject({
			reviewers: [],
			months: [
				{ month: march, isOverdue: true, dueOn: '2026-04-10', assignedTo: null, drawn: 2, judged: 0 },
				{ month: '2026-02', isOverdue: true, assignedTo: null }
			]
		});
		await addReviewer(board, 'Anna');
		await drawDueReviews(night(board, '2026-04-12'));
		expect((await duties()).months).toMatchObject([
			{ assignedTo: 'Anna (påhittad)', stuck: 0 },
			{ assignedTo: 'Anna (påhittad)', stuck: 0 }
		]);
	});

	it('is given by the system administrator to one who holds the role, and by nobody who neither reviews nor administers', async () => {
		const { board } = await march2026(open);
		const anna = await addReviewer(board, 'Anna');
		await addReviewer(board, 'Bo');
		const notReviewer = await giveRole(board, 'Cecilia', 'caseworker');
		await run(anna, drawReview, { month: march });
		const siv = { ...inApril(board), actor: board.siv.actor };
		await run(siv, assignReview, { month: march, staffId: null });
		await expect(run(siv, assignReview, { month: march, staffId: notReviewer })).rejects.toMatchObject({
			code: 'invalid-input'
		});
		const months = { month: '2026-01' as Month, staffId: anna.id };
		await expect(run(siv, assignReview, months)).rejects.toMatchObject({ code: 'not-found' });
		for (const context of [board.karin, board.adnan, board.berit]) {
			await expect(run(context, assignReview, { month: march, staffId: anna.id })).rejects.toMatchObject({
				code: 'not-permitted'
			});
			await expect(fetch(context, reviewDuties, {})).rejects.toMatchObject({ code: 'not-permitted' });
		}
	});

	it('passes to another when its person no longer holds the role', async () => {
		const { board } = await march2026(open);
		const anna = await addReviewer(board, 'Anna');
		await drawDueReviews(night(board, '2026-04-01'));
		await addReviewer(board, 'Bo');
		await board.database.orm.execute(sql`update staff_users set disabled_at = now() where id = ${anna.id}`);
		await drawDueReviews(night(board, '2026-04-02'));
		expect(await assignedTo(board)).toEqual(['Bo (påhittad)', 'Bo (påhittad)']);
	});

	it('waits for another reviewer where the only one’s own visits were drawn, and says so', async () => {
		const { board } = await march2026(open);
		const anna = await addReviewer(board, 'Anna');
		const atWork = { ...anna.actor, roles: ['caseworker'] } as Context['actor'];
		await openTestCase(at('2026-03-05T10:00:00+01:00', { ...anna, actor: atWork }));
		const reviewId = await run(anna, drawReview, { month: march });
		const { visits, hasOther } = await fetch(anna, reviewOfMonth, { month: march });
		const own = visits.find(({ isOwn }) => isOwn);
		if (!own) throw new Error('No own visit.');
		expect(hasOther).toBe(false);
		const judging = { reviewId, visitId: own.id, judgement: 'in-order' as const, note: null };
		await expect(run(anna, judgeVisit, judging)).rejects.toMatchObject({ code: 'not-permitted' });
		const stuck = async () =>
			(await fetch({ ...inApril(board), actor: board.siv.actor }, reviewDuties, {})).months[0]?.stuck;
		expect(await stuck()).toBe(1);
		const bo = await addReviewer(board, 'Bo');
		expect(await stuck()).toBe(0);
		await run(bo, judgeVisit, judging);
		await drawDueReviews(night(board, '2026-04-03'));
		expect((await fetch(bo, reviewOfMonth, { month: march })).assignedToName).toBe('Anna (påhittad)');
	});
});
