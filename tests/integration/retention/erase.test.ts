/** From the last note to the certificate, with the clock moved. Every person is made up; numbers are Skatteverket's own examples. */
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { closeCase } from '#lib/cases/server/commands/close-case.ts';
import { registerIdentity } from '#lib/cases/server/commands/register-identity.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import type { Decision, HoldReason } from '#lib/retention/proposal.ts';
import { addRetentionOverride } from '#lib/retention/server/commands/add-retention-override.ts';
import { approveRetention } from '#lib/retention/server/commands/approve-retention.ts';
import { executeRetention } from '#lib/retention/server/commands/execute-retention.ts';
import { liftHold } from '#lib/retention/server/commands/lift-hold.ts';
import { proposeRetention } from '#lib/retention/server/commands/propose-retention.ts';
import { setRetentionSettings } from '#lib/retention/server/commands/set-retention-settings.ts';
import { withdrawApproval } from '#lib/retention/server/commands/withdraw-approval.ts';
import { retentionOverview } from '#lib/retention/server/reads/retention-overview.ts';
import { sweepErased } from '#lib/retention/server/sweep-erased.ts';
import type { CaseId, ClientId, RetentionProposalId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { seal, verify } from '#tests/build/audit-log.ts';
import { countRows, toDifference } from '#tests/build/count-rows.ts';
import { addTestProvider, openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;

/** On a day, just signed in with both factors. */
function on(board: TestBoard, text: string, context: Context): Context {
	const later = board.on(text, context);
	const { actor } = later;
	return actor.kind === 'staff' ? { ...later, actor: { ...actor, signedInAt: later.now() } } : later;
}

interface Person {
	readonly caseId: CaseId;
	readonly clientId: ClientId;
}

/** A client whose case was opened on the first day of 2021 and closed on the day, with an answer in it. */
async function closedOn(
	board: TestBoard,
	closed: string,
	given: { readonly personalNumber?: string; readonly clientNumber?: string } = {}
): Promise<Person> {
	const start = board.on('2021-01-01', board.karin);
	const { clientNumber, personalNumber } = given;
	const caseId = await openTestCase(start, {
		openedOn: day('2021-01-01'),
		...(clientNumber ? { clientNumber } : {})
	});
	const { token } = await sendTestLink(start, caseId, { expiresOn: day('2021-02-01') });
	await run(board.on('2021-01-10', board.linkHolder), submitResponse, testSubmission(token));
	const providerId = await addTestProvider(board.adnan);
	const dates = { decidedOn: day('2021-01-05'), startedOn: day('2021-01-06'), endedOn: null };
	await run(start, addIntervention, { caseId, providerId, name: 'Påhittad insats', ...dates });
	if (personalNumber) {
		await run(board.on('2021-01-02', board.karin), registerIdentity, {
			caseId,
			name: 'Påhittad Person',
			personalNumber
		});
	}
	await run(board.on(closed, board.karin), closeCase, { caseId, closedOn: day(closed) });
	const [row] = await queryRows<{ id: ClientId }>(
		board.database.orm,
		sql`select client_id as id from cases where board_id = ${board.board.id} and id = ${caseId}`
	);
	if (!row) throw new Error('No client.');
	return { caseId, clientId: row.id };
}

/** 701063-2391 (SKV 707): born on the 3rd, as a coordination number. */
const bornOnThe3rd = '701063-2391';
/** 640805-…: made from SKV 704's example with another day and its own check digit. */
const bornOnThe5th = '640805-3236';

const setUp = (board: TestBoard, municipalityCode = '0180') =>
	run(board.adnan, setRetentionSettings, { municipalityCode, regime: 'sol' });

async function approveAll(
	board: TestBoard,
	today: string,
	keep: Readonly<Record<ClientId, HoldReason>> = {}
): Promise<RetentionProposalId> {
	const adnan = on(board, today, board.adnan);
	const { proposal } = await fetch(adnan, retentionOverview, {});
	if (!proposal) throw new Error('Nothing is proposed.');
	const decisions = new Map(
		proposal.items.map(({ id, clientId }): [typeof id, Decision] => {
			const reason = keep[clientId];
			return [id, reason ? { kind: 'keep', reason } : { kind: 'erase' }];
		})
	);
	await run(adnan, approveRetention, { proposalId: proposal.id, decisions });
	return proposal.id;
}

const system = (board: TestBoard, today: string): Context => ({
	...board.on(today, board.adnan),
	actor: { kind: 'system', boardId: board.board.id }
});
const proposedClients = async (board: TestBoard, today: string) =>
	(await fetch(board.on(today, board.adnan), retentionOverview, {})).proposal?.items.map(
		({ clientId }) => clientId
	) ?? [];

describeOnEachDatabase('erasing', (open) => {
	let board: TestBoard;
	beforeEach(async () => {
		board = await open();
	});

	it('is proposed on the first day after five years, and not the day before', async () => {
		await setUp(board);
		const { clientId } = await closedOn(board, '2021-03-02', { personalNumber: bornOnThe3rd });
		expect(await run(system(board, '2026-03-01'), proposeRetention, {})).toBeNull();
		expect(await run(system(board, '2026-03-02'), proposeRetention, {})).not.toBeNull();
		expect(await proposedClients(board, '2026-03-02')).toEqual([clientId]);
	});

	it('says which are overdue: after the end of the next calendar year', async () => {
		await setUp(board);
		await closedOn(board, '2021-03-02', { personalNumber: bornOnThe3rd });
		await run(system(board, '2027-12-31'), proposeRetention, {});
		const overdueOn = async (today: string) =>
			(await fetch(board.on(today, board.adnan), retentionOverview, {})).proposal?.items.map(
				({ isOverdue, dueOn }) => [isOverdue, dueOn]
			);
		expect(await overdueOn('2027-12-31')).toEqual([[false, '2027-12-31']]);
		expect(await overdueOn('2028-01-01')).toEqual([[true, '2027-12-31']]);
	});

	it('counts from the last note in any of the person’s cases, and waits for open ones', async () => {
		await setUp(board);
		const number = { clientNumber: 'K-samma', personalNumber: bornOnThe3rd };
		await closedOn(board, '2021-03-02', number);
		await closedOn(board, '2022-06-01', { clientNumber: 'K-samma' });
		expect(await run(system(board, '2027-05-31'), proposeRetention, {})).toBeNull();
		expect(await run(system(board, '2027-06-01'), proposeRetention, {})).not.toBeNull();
		await openTestCase(board.on('2027-06-02', board.karin), {
			clientNumber: 'K-samma',
			openedOn: day('2027-06-02')
		});
		expect(await run(system(board, '2027-06-03'), proposeRetention, {})).toBeNull();
		expect(await proposedClients(board, '2027-06-03')).toEqual([]);
	});

	it('keeps whoever is born on the 5th, 15th or 25th, and asks where the day is not known', async () => {
		await setUp(board);
		const kept = await closedOn(board, '2021-03-02', { personalNumber: bornOnThe5th });
		const erased = await closedOn(board, '2021-03-02', { personalNumber: bornOnThe3rd });
		const unknown = await closedOn(board, '2021-03-02');
		await run(system(board, '2026-06-01'), proposeRetention, {});
		const { proposal } = await fetch(board.on('2026-06-01', board.adnan), retentionOverview, {});
		const asked = new Map(proposal?.items.map(({ clientId, asks }) => [clientId, asks]));
		expect(asked.has(kept.clientId)).toBe(false);
		expect(asked.get(erased.clientId)).toBeNull();
		expect(asked.get(unknown.clientId)).toBe('birth-day-unknown');
	});

	it.each([
		['1480', 'Göteborg'],
		['0580', 'Östergötland'],
		['0980', 'Gotland'],
		['2281', 'Västernorrland']
	])('erases nothing in %s (%s)', async (code) => {
		await setUp(board, code);
		await closedOn(board, '2021-03-02', { personalNumber: bornOnThe3rd });
		expect(await run(system(board, '2030-01-01'), proposeRetention, {})).toBeNull();
	});

	it('asks about everything until somebody has said which municipality it is', async () => {
		await closedOn(board, '2021-03-02', { personalNumber: bornOnThe3rd });
		await run(system(board, '2026-06-01'), proposeRetention, {});
		const { proposal, settings } = await fetch(board.on('2026-06-01', board.adnan), retentionOverview, {});
		expect(settings).toBeNull();
		expect(proposal?.items.map(({ asks }) => asks)).toEqual(['municipality-unknown']);
	});

	it('follows the board’s archive plan', async () => {
		await setUp(board);
		await run(board.adnan, addRetentionOverride, {
			ruleId: 'sol-record',
			years: 10,
			reference: 'Plan 2026 § 41 (påhittad)',
			validFrom: day('2026-01-01'),
			validTo: null
		});
		await closedOn(board, '2021-03-02', { personalNumber: bornOnThe3rd });
		expect(await run(system(board, '2031-03-01'), proposeRetention, {})).toBeNull();
		expect(await run(system(board, '2031-03-02'), proposeRetention, {})).not.toBeNull();
		const { rule } = await fetch(board.adnan, retentionOverview, {});
		expect(rule).toMatchObject({ years: 10, overriddenBy: 'Plan 2026 § 41 (påhittad)' });
	});

	it('renews a proposal that nobody has approved, and says nothing when it is the same', async () => {
		await setUp(board);
		await closedOn(board, '2021-03-02', { personalNumber: bornOnThe3rd });
		const first = await run(system(board, '2026-06-01'), proposeRetention, {});
		expect(await run(system(board, '2026-06-02'), proposeRetention, {})).toBeNull();
		await closedOn(board, '2021-06-02');
		const second = await run(system(board, '2026-06-02'), proposeRetention, {});
		expect(second).not.toBe(first);
		expect(await proposedClients(board, '2026-06-02')).toHaveLength(2);
	});
});

describeOnEachDatabase('a decision to erase', (open) => {
	let board: TestBoard;
	let person: Person;
	beforeEach(async () => {
		board = await open();
		await setUp(board);
		person = await closedOn(board, '2021-03-02', { personalNumber: bornOnThe3rd });
		await run(system(board, '2026-06-01'), proposeRetention, {});
	});

	it('is a human being’s, who has just signed in, about every record', async () => {
		const { proposal } = await fetch(board.on('2026-06-01', board.adnan), retentionOverview, {});
		if (!proposal) throw new Error('Nothing is proposed.');
		const { id: proposalId } = proposal;
		const decisions = new Map(proposal.items.map(({ id }): [typeof id, Decision] => [id, { kind: 'erase' }]));
		const approve = (context: Context, of = decisions) =>
			run(context, approveRetention, { proposalId, decisions: of });
		await expect(approve(system(board, '2026-06-01'))).rejects.toMatchObject({ code: 'not-permitted' });
		await expect(approve(board.on('2026-06-01', board.karin))).rejects.toMatchObject({
			code: 'not-permitted'
		});
		await expect(approve(board.on('2026-06-01', board.adnan))).rejects.toMatchObject({
			code: 'fresh-sign-in-required'
		});
		const adnan = on(board, '2026-06-01', board.adnan);
		await expect(approve(adnan, new Map())).rejects.toMatchObject({ code: 'decisions-left' });
		await approve(adnan);
		await expect(approve(adnan)).rejects.toMatchObject({ code: 'changed-meanwhile' });
	});

	it('erases nothing until it is executed, and can be taken back', async () => {
		const before = await countRows(board);
		await expect(
			run(system(board, '2026-06-01'), executeRetention, {
				proposalId: (await fetch(board.on('2026-06-01', board.adnan), retentionOverview, {})).proposal
					?.id as RetentionProposalId
			})
		).rejects.toMatchObject({ code: 'changed-meanwhile' });
		const proposalId = await approveAll(board, '2026-06-01');
		expect(await run(system(board, '2026-06-02'), proposeRetention, {})).toBeNull();
		await run(board.on('2026-06-02', board.adnan), withdrawApproval, { proposalId });
		await expect(run(system(board, '2026-06-02'), executeRetention, { proposalId })).rejects.toMatchObject({
			code: 'changed-meanwhile'
		});
		const { cases, clients, responses, scores } = await countRows(board);
		expect({ cases, clients, responses, scores }).toEqual({
			cases: before['cases'],
			clients: before['clients'],
			responses: before['responses'],
			scores: before['scores']
		});
	});

	it('erases every row of the person and nobody else’s, and certifies counts only', async () => {
		const other = await closedOn(board, '2024-03-02', { clientNumber: 'K-annan' });
		const before = await countRows(board);
		const proposalId = await approveAll(board, '2026-06-01');
		const certificate = await run(system(board, '2026-06-02'), executeRetention, { proposalId });
		const erased = {
			administrations: 1,
			case_assignments: 1,
			cases: 1,
			clients: 1,
			interventions: 1,
			responses: 1,
			scores: 5
		};
		expect(certificate).toMatchObject({
			executedOn: '2026-06-02',
			approved: { by: 'test-Adnan', on: '2026-06-01' },
			ruleId: 'sol-record',
			years: 5,
			persons: 1,
			skipped: 0,
			counts: erased
		});
		const after = toDifference(before, await countRows(board));
		expect(after).toMatchObject(
			Object.fromEntries(Object.entries(erased).map(([table, count]) => [table, -count]))
		);
		expect(after).toMatchObject({ retention_items: -1, retention_certificates: 1 });
		const [left] = await queryRows<{ count: number }>(
			board.database.orm,
			sql`select count(*)::int as count from cases where id = ${other.caseId}`
		);
		expect(left?.count).toBe(1);
		const { certificates, proposal } = await fetch(board.adnan, retentionOverview, {});
		expect(proposal).toBeNull();
		expect(certificates).toHaveLength(1);
		expect(JSON.stringify(certificates)).not.toMatch(new RegExp(`${person.clientId}|${person.caseId}|Ä-|K-`));
	});

	it('leaves the access log whole, with a line that the case was erased', async () => {
		const proposalId = await approveAll(board, '2026-06-01');
		await run(system(board, '2026-06-02'), executeRetention, { proposalId });
		await seal(board);
		expect((await verify(board)).fault).toBeNull();
		const lines = await queryRows<{ action: string; actor_kind: string }>(
			board.database.orm,
			sql`select action, actor_kind from audit_events where board_id = ${board.board.id} and case_id = ${person.caseId}
				order by happened_at desc limit 1`
		);
		expect(lines).toEqual([{ action: 'eraseCase', actor_kind: 'system' }]);
	});

	it('leaves a record that has got a new case since', async () => {
		const proposalId = await approveAll(board, '2026-06-01');
		const [client] = await queryRows<{ number: string }>(
			board.database.orm,
			sql`select client_number as number from clients where id = ${person.clientId}`
		);
		await openTestCase(board.on('2026-06-02', board.karin), {
			clientNumber: client?.number ?? '',
			openedOn: day('2026-06-02')
		});
		const { persons, skipped, counts } = await run(system(board, '2026-06-02'), executeRetention, {
			proposalId
		});
		expect({ persons, skipped, counts }).toEqual({ persons: 0, skipped: 1, counts: {} });
	});

	it('keeps a record with the reason, until the hold is lifted', async () => {
		const proposalId = await approveAll(board, '2026-06-01', { [person.clientId]: 'placed-child' });
		const { persons } = await run(system(board, '2026-06-02'), executeRetention, { proposalId });
		expect(persons).toBe(0);
		expect(await run(system(board, '2026-07-01'), proposeRetention, {})).toBeNull();
		expect((await fetch(board.on('2026-07-01', board.adnan), retentionOverview, {})).holds).toMatchObject([
			{ clientId: person.clientId, reason: 'placed-child', byName: 'test-Adnan', on: '2026-06-01' }
		]);
		await run(board.on('2026-07-02', board.adnan), liftHold, { clientId: person.clientId });
		expect(await run(system(board, '2026-07-02'), proposeRetention, {})).not.toBeNull();
	});

	it('does nothing at all when its certificate or its line cannot be written', async () => {
		const proposalId = await approveAll(board, '2026-06-01');
		const before = await countRows(board);
		const broken = system(board, '2026-06-02');
		const withoutLog = {
			...broken,
			trail: { ...broken.trail, sign: () => ({ keyId: 'x', mac: null as never }) }
		};
		await expect(run(withoutLog, executeRetention, { proposalId })).rejects.toThrow();
		expect(await countRows(board)).toEqual(before);
	});

	it('is another board’s business nowhere else', async () => {
		const other = await open();
		const proposalId = await approveAll(board, '2026-06-01');
		await expect(run(system(other, '2026-06-02'), executeRetention, { proposalId })).rejects.toMatchObject({
			code: 'changed-meanwhile'
		});
		expect((await fetch(other.adnan, retentionOverview, {})).proposal).toBeNull();
	});

	it('is followed by clearing the files', async () => {
		const proposalId = await approveAll(board, '2026-06-01');
		const certificate = await run(system(board, '2026-06-02'), executeRetention, { proposalId });
		expect(await sweepErased(board.database, [certificate])).toEqual([]);
	});
});

describe('the test persons', () => {
	it('have numbers that count', async () => {
		const { parsePersonalNumber } = await import('#lib/secrecy/personal-number.ts');
		for (const number of [bornOnThe3rd, bornOnThe5th])
			expect(parsePersonalNumber(number, day('2026-01-01')).ok).toBe(true);
	});
});
