/** The register extract (GDPR art. 15) has everything that is stored about a client. Every person is made up. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { agreeToHandOver } from '#lib/collection/server/commands/agree-to-hand-over.ts';
import { setGoal } from '#lib/cases/server/commands/set-goal.ts';
import { registerIdentity } from '#lib/cases/server/commands/register-identity.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { correctResponse } from '#lib/collection/server/commands/correct-response.ts';
import { restrictResponse } from '#lib/collection/server/commands/restrict-response.ts';
import { saveDraft } from '#lib/collection/server/commands/save-draft.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { findPersonalTables, listPersonalRows } from '#lib/retention/server/records/personal-rows.ts';
import { startPlan } from '#lib/plans/server/commands/start-plan.ts';
import type { RegisterExtract } from '#lib/rights/extract.ts';
import { registerExtract, type RegisterExtractInput } from '#lib/rights/server/reads/register-extract.ts';
import type { CaseId, ClientId, ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { invite } from '#lib/invitations/server/commands/invite.ts';
import { registerContact } from '#lib/invitations/server/commands/register-contact.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { publishTestPlan, templatePlan } from '#tests/build/follow-plan.ts';
import {
	addTestProvider,
	audit24,
	openTestCase,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import { startTestInterview } from '#tests/build/interview.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { addTestUnits } from '#tests/build/test-units.ts';
import { describeOnEachDatabase } from '../databases.ts';

/** Just signed in with both factors. */
function fresh(context: Context): Context {
	const { actor } = context;
	return actor.kind === 'staff' ? { ...context, actor: { ...actor, signedInAt: context.now() } } : context;
}

const extractOf = (context: Context, caseId: CaseId, given: Partial<RegisterExtractInput> = {}) =>
	fetch(fresh(context), registerExtract, { caseId, recipient: 'the-person', ...given });

const rowsOf = ({ tables }: RegisterExtract, name: string) =>
	tables.find((table) => table.name === name)?.rows ?? [];

async function clientOf({ database }: TestBoard, caseId: CaseId): Promise<ClientId> {
	const [row] = await queryRows<{ id: ClientId }>(
		database.orm,
		sql`select client_id as id from cases where id = ${caseId}`
	);
	if (!row) throw new Error('No client.');
	return row.id;
}

/** Something in every table that belongs to a client. */
async function plant(board: TestBoard, worker: Context, clientNumber: string): Promise<CaseId> {
	const caseId = await openTestCase(worker, { clientNumber, concern: 'Oron (påhittad)' });
	await run(worker, registerIdentity, { caseId, name: 'Tilda Påhittad', personalNumber: null });
	const dates = { decidedOn: null, startedOn: '2026-01-05' as LocalDate, endedOn: null };
	const providerId = await addTestProvider(board.adnan, `Asken ${clientNumber} (påhittad)`);
	const name = 'Stödsamtal (påhittat)';
	const interventionId = await run(worker, addIntervention, { caseId, providerId, name, ...dates });
	const { token } = await sendTestLink(worker, caseId);
	const answered = await run(board.linkHolder, submitResponse, testSubmission(token));
	const responseId = answered.responseId as ResponseId;
	const reason = 'Fel månad (påhittat)';
	await run(worker, correctResponse, {
		responseId,
		answers: { ...audit24, audit_1: 2 },
		reason,
		corrections: 0
	});
	await run(worker, agreeToHandOver, { responseId, interventionId, hasAgreed: true });
	await run(worker, restrictResponse, { responseId, ground: 'objection' });
	const waiting = await sendTestLink(worker, caseId);
	const draft = { answers: { audit_1: 3 }, page: null, language: 'sv' };
	await run(board.linkHolder, saveDraft, { token: waiting.token, ...draft });
	await run(worker, registerContact, { caseId, email: 'tilda@example.org', phone: null, language: 'sv' });
	const { administrationId } = waiting;
	await run(worker, invite, { administrationId, channel: 'email', link: 'https://example.org/s/x/y' });
	await startTestInterview(worker, caseId);
	const { orm } = board.database;
	const [boardId, clientId] = [board.board.id, await clientOf(board, caseId)];
	await orm.execute(sql`insert into retention_holds (board_id, id, client_id, reason, held_by, held_on)
		values (${boardId}, ${randomUUID()}, ${clientId}, 'dispute', 'test-Adnan', '2026-02-01')`);
	const proposalId = randomUUID();
	await orm.execute(sql`insert into retention_proposals (board_id, id, rule_id, state, proposed_on)
		values (${boardId}, ${proposalId}, 'made-up', 'proposed', '2026-02-01')`);
	await orm.execute(sql`insert into retention_items
		(board_id, id, proposal_id, client_id, last_note_on, eligible_on, due_on)
		values (${boardId}, ${randomUUID()}, ${proposalId}, ${clientId}, '2021-01-01', '2026-01-01', '2027-12-31')`);
	const planId = await publishTestPlan(board.adnan, templatePlan('audit-before-and-after'));
	await run(worker, startPlan, { caseId, planId, interventionId });
	await orm.execute(sql`insert into risk_alerts (board_id, id, case_id, response_id, item, raised_on)
		values (${boardId}, ${randomUUID()}, ${caseId}, ${responseId}, 'audit_10', '2026-03-02')`);
	await run(worker, setGoal, {
		caseId,
		goal: 'Påhittat mål',
		measure: null,
		levels: [null, null, 'Sex av tio', null, null],
		setOn: '2026-02-01' as LocalDate,
		start: { level: 1, judge: 'client' }
	});
	await orm.execute(sql`insert into work_efforts (board_id, id, case_id, kind, seconds, recorded_on)
		values (${boardId}, ${randomUUID()}, ${caseId}, 'paper', 90, '2026-03-02')`);
	return caseId;
}

describeOnEachDatabase('the register extract', (open) => {
	let board: TestBoard;
	beforeEach(async () => {
		board = await open();
	});

	it('has every row of every table that belongs to the client, and nothing of anybody else', async () => {
		const caseId = await plant(board, board.karin, 'K-utdrag');
		await openTestCase(board.karin, { clientNumber: 'K-annan' });
		const extract = await extractOf(board.karin, caseId);
		const query = <Row>(statement: Parameters<typeof queryRows>[1]) =>
			queryRows<Row>(board.database.orm, statement);
		const personal = await findPersonalTables({ query });
		expect(extract.tables.map(({ name }) => name)).toEqual(personal.map(({ name }) => name));
		const empty = extract.tables.filter(({ rows }) => rows.length === 0).map(({ name }) => name);
		expect(empty, 'Plant a row in it above').toEqual([]);
		const stored = await listPersonalRows({ query, boardId: board.board.id }, await clientOf(board, caseId));
		expect(extract.tables.map(({ name, rows }) => [name, rows.length])).toEqual(
			stored.map(({ table, rows }) => [table, rows.length])
		);
		expect(rowsOf(extract, 'clients')).toHaveLength(1);
		expect(JSON.stringify(extract)).not.toContain('K-annan');
	});

	it('opens what is sealed, and leaves nothing sealed in it', async () => {
		const caseId = await plant(board, board.karin, 'K-öppnat');
		const extract = await extractOf(board.karin, caseId);
		expect(rowsOf(extract, 'clients')).toMatchObject([{ name: 'Tilda Påhittad' }]);
		expect(rowsOf(extract, 'cases')).toMatchObject([{ concern: 'Oron (påhittad)' }]);
		expect(rowsOf(extract, 'interventions')).toMatchObject([{ name: 'Stödsamtal (påhittat)' }]);
		expect(rowsOf(extract, 'responses')).toMatchObject([{ answers: { ...audit24, audit_1: 2 } }]);
		expect(rowsOf(extract, 'response_corrections')).toMatchObject([
			{ reason: 'Fel månad (påhittat)', answers_before: audit24 }
		]);
		expect(JSON.stringify(extract)).not.toMatch(/"g1\./);
		expect(Object.values(extract.names)).toContain('Asken K-öppnat (påhittad)');
	});

	it('says that an answer is under way and does not show it to staff', async () => {
		const caseId = await plant(board, board.karin, 'K-utkast');
		const administrations = rowsOf(await extractOf(board.karin, caseId), 'administrations');
		expect(administrations.map(({ state, draft_answers }) => [state, draft_answers]).toSorted()).toEqual([
			['answered', null],
			// By link, and in an interview that is not over.
			['started', { withheld: 'respondents-own' }],
			['started', { withheld: 'respondents-own' }]
		]);
	});

	it('finds a table that nobody has thought of', async () => {
		const caseId = await openTestCase(board.karin);
		const { orm } = board.database;
		await orm.execute(sql`create table forgotten (board_id uuid not null, id uuid not null, case_id uuid not null,
			note text, foreign key (board_id, case_id) references cases (board_id, id))`);
		try {
			await orm.execute(
				sql`insert into forgotten values (${board.board.id}, ${randomUUID()}, ${caseId}, 'Glömd (påhittad)')`
			);
			await orm.execute(sql`grant select on forgotten to genklang_app`);
			const extract = await extractOf(board.karin, caseId);
			expect(rowsOf(extract, 'forgotten')).toMatchObject([{ note: 'Glömd (påhittad)' }]);
		} finally {
			await orm.execute(sql`drop table forgotten`);
		}
	});

	it('tells when somebody has read and in what work, and not who of the staff', async () => {
		const caseId = await openTestCase(board.karin, { caseNumber: 'Ä-läst' });
		await fetch(board.on('2026-03-05', board.karin), caseOverview, { caseId });
		const { visits } = await extractOf(board.on('2026-03-06', board.karin), caseId);
		expect(visits).toEqual([
			{
				day: '2026-03-05',
				caseNumber: 'Ä-läst',
				actorKind: 'staff',
				actions: ['caseOverview'],
				workContext: 'casework'
			},
			{
				day: '2026-03-02',
				caseNumber: 'Ä-läst',
				actorKind: 'staff',
				actions: ['openCase'],
				workContext: 'casework'
			}
		]);
		expect(JSON.stringify(visits)).not.toContain('Karin');
	});

	it('leaves a line in the log of every case in it, with who is to have it and the mark it carries', async () => {
		const first = await openTestCase(board.karin, { clientNumber: 'K-två' });
		const second = await openTestCase(board.karin, { clientNumber: 'K-två' });
		const { stamp, caseNumbers, casesElsewhere } = await extractOf(board.karin, first, {
			recipient: 'internal'
		});
		expect([caseNumbers.length, casesElsewhere]).toEqual([2, 0]);
		const lines = await queryRows<Record<string, unknown>>(
			board.database.orm,
			sql`select case_id, kind, work_context, reason, subject_type from audit_events
				where board_id = ${board.board.id} and subject_id = ${stamp}`
		);
		const line = {
			kind: 'read',
			work_context: 'rights',
			reason: 'internal',
			subject_type: 'register-extract'
		};
		expect(lines).toHaveLength(2);
		expect(lines).toEqual(
			expect.arrayContaining([
				{ case_id: first, ...line },
				{ case_id: second, ...line }
			])
		);
	});

	it('has the cases that its maker works with, and says that there are more', async () => {
		const { nora, sara } = await addTestUnits(board);
		const mine = await plant(board, nora, 'K-delad');
		const theirs = await openTestCase(sara, { clientNumber: 'K-delad', concern: 'Annan enhets (påhittad)' });
		const extract = await extractOf(nora, mine);
		expect(extract.casesElsewhere).toBe(1);
		expect(rowsOf(extract, 'cases').map(({ id }) => id)).toEqual([mine]);
		expect(JSON.stringify(extract)).not.toContain(theirs);
		expect(JSON.stringify(extract)).not.toContain('Annan enhets');
		const others = await extractOf(sara, theirs);
		expect(rowsOf(others, 'responses')).toEqual([]);
		expect(others.casesElsewhere).toBe(1);
	});

	it('is refused to whoever has not just signed in, out of reach, and for a recipient there is not', async () => {
		const { nora, sara } = await addTestUnits(board);
		const caseId = await openTestCase(nora);
		const input = { caseId, recipient: 'the-person' } as const;
		await expect(fetch(nora, registerExtract, input)).rejects.toMatchObject({
			code: 'fresh-sign-in-required'
		});
		await expect(extractOf(sara, caseId)).rejects.toMatchObject({ code: 'not-found' });
		await expect(extractOf(board.adnan, caseId)).rejects.toMatchObject({ code: 'not-permitted' });
		await expect(extractOf(nora, caseId, { recipient: 'anybody' as never })).rejects.toMatchObject({
			code: 'invalid-input'
		});
	});
});
