/** Who reaches a case: the assigned, their manager, and with protected identity only those who are named. */
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { Actor, Role } from '#lib/access/actor.ts';
import { closeCase } from '#lib/cases/server/commands/close-case.ts';
import { handOverCase } from '#lib/cases/server/commands/hand-over-case.ts';
import { protectCase } from '#lib/cases/server/commands/protect-case.ts';
import { caseAccess } from '#lib/cases/server/reads/case-access.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { listCases } from '#lib/cases/server/reads/list-cases.ts';
import { searchClient } from '#lib/cases/server/reads/search-client.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { renewLink } from '#lib/invitations/server/commands/renew-link.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import type { CaseId, UnitId } from '#lib/shared/ids.ts';
import { addDays } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { countRows } from '#tests/build/count-rows.ts';
import { linkBaseOf, openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { testDay, type TestBoard } from '#tests/build/test-board.ts';
import { addTestUnits, type TestUnits } from '#tests/build/test-units.ts';
import { describeOnEachDatabase } from '../databases.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted }) as unknown;
const reaches = async (context: Context, caseId: CaseId): Promise<boolean> => {
	const listed = (await fetch(context, listCases, {})).some(({ id }) => id === caseId);
	const opened = await fetch(context, caseOverview, { caseId }).then(
		() => true,
		(problem: unknown) => {
			expect(problem).toEqual(code('not-found'));
			return false;
		}
	);
	expect(listed).toBe(opened);
	return opened;
};

describeOnEachDatabase('reach', (open) => {
	let board: TestBoard;
	let units: TestUnits;
	beforeAll(async () => {
		board = await open();
		units = await addTestUnits(board);
	});

	it('is whoever opened the case, and the manager of their unit', async () => {
		const { nils, nora, sara, northChief, southChief } = units;
		const caseId = await openTestCase(nils);
		const found = await Promise.all(
			[nils, nora, sara, northChief, southChief].map((person) => reaches(person, caseId))
		);
		expect(found).toEqual([true, false, false, true, false]);
	});

	it('shuts everything of a case to whoever is outside, as if it did not exist', async () => {
		const { nils, nora, sara } = units;
		const caseId = await openTestCase(nils);
		const answered = await sendTestLink(nils, caseId);
		const { responseId } = await run(board.linkHolder, submitResponse, testSubmission(answered.token));
		const { administrationId } = await sendTestLink(nils, caseId);
		if (!responseId) throw new Error('No response.');
		const before = await countRows(board);
		const expiresOn = addDays(testDay, 10);
		for (const outsider of [nora, sara]) {
			await expect(fetch(outsider, caseResponse, { responseId })).rejects.toEqual(code('not-found'));
			const renewal = { administrationId, expiresOn, linkBase: linkBaseOf('x') };
			await expect(run(outsider, renewLink, renewal)).rejects.toEqual(code('not-found'));
			await expect(run(outsider, closeCase, { caseId, closedOn: testDay })).rejects.toEqual(
				code('not-found')
			);
			await expect(sendTestLink(outsider, caseId)).rejects.toEqual(code('not-found'));
		}
		expect(await countRows(board)).toEqual(before);
	});

	it('lets a manager read and not write', async () => {
		const { nils, northChief } = units;
		const caseId = await openTestCase(nils);
		await expect(run(northChief, closeCase, { caseId, closedOn: testDay })).rejects.toEqual(
			code('not-permitted')
		);
		expect((await fetch(northChief, caseAccess, { caseId })).may).toEqual({
			write: false,
			handOver: true,
			protect: true,
			extract: true
		});
	});

	it('follows the case when it is handed over, at once', async () => {
		const { nils, nora, sara, northChief, southChief } = units;
		const caseId = await openTestCase(nils);
		await run(nils, handOverCase, { caseId, staffId: nora.staffId, isShared: true });
		expect(await Promise.all([reaches(nils, caseId), reaches(nora, caseId)])).toEqual([true, true]);
		await run(northChief, handOverCase, { caseId, staffId: sara.staffId, isShared: false });
		const found = await Promise.all(
			[nils, nora, sara, northChief, southChief].map((person) => reaches(person, caseId))
		);
		expect(found).toEqual([false, false, true, false, true]);
	});

	it('is given only to a caseworker of the board, and shared only within the unit', async () => {
		const { nils, sara, northChief } = units;
		const caseId = await openTestCase(nils);
		const give = (staffId: string, isShared: boolean) =>
			run(nils, handOverCase, { caseId, staffId, isShared });
		await expect(give(northChief.staffId, false)).rejects.toEqual(code('invalid-input'));
		await expect(give('00000000-0000-4000-8000-000000000000', false)).rejects.toEqual(code('invalid-input'));
		await expect(give(sara.staffId, true)).rejects.toEqual(code('invalid-input'));
		await expect(run(sara, handOverCase, { caseId, staffId: sara.staffId, isShared: true })).rejects.toEqual(
			code('not-found')
		);
	});

	it('narrows to the named with protected identity, the manager too', async () => {
		const { nils, nora, northChief } = units;
		const caseId = await openTestCase(nils, { caseNumber: 'Ä-skyddad' });
		await run(nils, protectCase, { caseId, isProtected: true });
		const search = async (person: Context) =>
			(await fetch(person, searchClient, { by: 'case-number', text: 'Ä-skyddad' })).hits.length;
		expect(await Promise.all([reaches(nils, caseId), reaches(northChief, caseId)])).toEqual([true, false]);
		expect(await Promise.all([search(nils), search(northChief), search(nora)])).toEqual([1, 0, 0]);
		await run(nils, handOverCase, { caseId, staffId: nora.staffId, isShared: false });
		expect(await Promise.all([reaches(nils, caseId), reaches(nora, caseId)])).toEqual([false, true]);
		await run(nora, protectCase, { caseId, isProtected: false });
		expect(await reaches(northChief, caseId)).toBe(true);
	});

	it('is not protected into nobody’s reach', async () => {
		const { nils, northChief } = units;
		const caseId = await openTestCase(nils);
		await board.database.orm.execute(
			sql`update case_assignments set valid_to = valid_from where case_id = ${caseId}`
		);
		await expect(run(northChief, protectCase, { caseId, isProtected: true })).rejects.toEqual(
			code('invalid-input')
		);
	});

	it('ends with the role in the unit, at once', async () => {
		const { nils, south } = units;
		const caseId = await openTestCase(nils);
		const as = (role: Role, unitId: UnitId | null): Context => {
			const actor: Actor = {
				kind: 'staff',
				boardId: board.board.id,
				staffId: nils.staffId,
				name: 'Nils',
				roles: [role],
				heldRoles: [{ role, unitId, providerId: null }]
			};
			return { ...nils, actor };
		};
		expect(await reaches(as('caseworker', null), caseId)).toBe(true);
		expect(await reaches(as('caseworker', south), caseId)).toBe(false);
		for (const role of ['follow-up-administrator', 'board-member', 'system-administrator'] as const) {
			await expect(fetch(as(role, null), caseOverview, { caseId })).rejects.toEqual(code('not-permitted'));
		}
	});
});
