import { expect, it } from 'vitest';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { addProvider } from '#lib/cases/server/commands/add-provider.ts';
import { closeCase } from '#lib/cases/server/commands/close-case.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { clientIdentity } from '#lib/cases/server/reads/client-identity.ts';
import { listCases } from '#lib/cases/server/reads/list-cases.ts';
import { listProviders } from '#lib/cases/server/reads/list-providers.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import type { CaseId, ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { addTestProvider, openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;

describeOnEachDatabase('a case', (open) => {
	it('shows its client and its interventions with the provider’s name', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan, 'Påhittade mottagningen');
		const caseId = await openTestCase(board.karin, { clientNumber: 'K-1', caseNumber: 'Ä-1' });
		const intervention = {
			caseId,
			providerId,
			name: 'Samtal',
			decidedOn: day('2026-02-01'),
			startedOn: day('2026-02-10'),
			endedOn: null
		};
		const id = await run(board.karin, addIntervention, intervention);

		const overview = await fetch(board.karin, caseOverview, { caseId });
		expect(overview.case).toMatchObject({
			id: caseId,
			caseNumber: 'Ä-1',
			concern: 'alkohol',
			openedOn: '2026-03-02',
			closedOn: null,
			client: { clientNumber: 'K-1', sex: 'female', birthYear: 1990 }
		});
		expect(overview.interventions).toEqual([{ ...intervention, id, providerName: 'Påhittade mottagningen' }]);
	});

	it('belongs to the client who was known already', async () => {
		const board = await open();
		const first = await openTestCase(board.karin, { clientNumber: 'K-1' });
		const second = await openTestCase(board.karin, { clientNumber: 'K-1', sex: null, birthYear: null });
		const clientOf = async (caseId: CaseId) =>
			(await fetch(board.karin, caseOverview, { caseId })).case.client;
		expect(await clientOf(second)).toEqual(await clientOf(first));
	});

	it('is refused with facts that contradict what is known of the client', async () => {
		const board = await open();
		await openTestCase(board.karin, { clientNumber: 'K-1', sex: 'female' });
		await expect(openTestCase(board.karin, { clientNumber: 'K-1', sex: 'male' })).rejects.toMatchObject({
			code: 'already-exists'
		});
	});

	it('is refused with a case number that is taken, and leaves no client behind', async () => {
		const board = await open();
		await openTestCase(board.karin, { caseNumber: 'Ä-1' });
		const twice = openTestCase(board.karin, { caseNumber: 'Ä-1', clientNumber: 'K-ny', sex: 'female' });
		await expect(twice).rejects.toMatchObject({ code: 'already-exists' });
		await expect(openTestCase(board.karin, { clientNumber: 'K-ny', sex: 'male' })).resolves.toBeTypeOf(
			'string'
		);
	});

	it('is opened whole: who it is, and the interventions, with sex and year from the number', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		// A man born in 1964, from Skatteverket's worked example (SKV 704).
		const person = { name: 'Tolvan Påhittad', personalNumber: '640823-3234', sex: null, birthYear: null };
		const days = { decidedOn: day('2026-02-01'), startedOn: day('2026-02-10'), endedOn: null };
		const caseId = await openTestCase(board.karin, {
			...person,
			interventions: [{ name: 'Samtal', providerId, ...days }]
		});
		const overview = await fetch(board.karin, caseOverview, { caseId });
		expect(overview.case.client).toMatchObject({ sex: 'male', birthYear: 1964 });
		expect(overview.interventions).toMatchObject([{ name: 'Samtal', providerId, ...days }]);
		expect(await fetch(board.karin, clientIdentity, { caseId })).toEqual({
			name: 'Tolvan Påhittad',
			personalNumber: '196408233234'
		});
	});

	it('is refused with a person that another client is, and leaves nothing behind', async () => {
		const board = await open();
		const person = { personalNumber: '640823-3234', sex: null, birthYear: null };
		await openTestCase(board.karin, { ...person, clientNumber: 'K-1' });
		const other = openTestCase(board.karin, { ...person, clientNumber: 'K-2', caseNumber: 'Ä-2' });
		await expect(other).rejects.toMatchObject({ code: 'already-exists', details: { what: 'person' } });
		expect(await fetch(board.karin, listCases, {})).toHaveLength(1);
	});

	it('keeps who the client is when a further case is opened without saying it', async () => {
		const board = await open();
		const person = { name: 'Tolvan', personalNumber: '640823-3234', sex: null, birthYear: null };
		await openTestCase(board.karin, { ...person, clientNumber: 'K-1' });
		const caseId = await openTestCase(board.karin, { clientNumber: 'K-1', sex: null, birthYear: null });
		expect(await fetch(board.karin, clientIdentity, { caseId })).toMatchObject({ name: 'Tolvan' });
	});

	it('is closed once, not before it was opened', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const tooEarly = { caseId, closedOn: day('2026-03-01') };
		await expect(run(board.karin, closeCase, tooEarly)).rejects.toMatchObject({ code: 'invalid-input' });
		await run(board.karin, closeCase, { caseId, closedOn: day('2026-03-02') });
		const again = { caseId, closedOn: day('2026-03-03') };
		await expect(run(board.karin, closeCase, again)).rejects.toMatchObject({ code: 'changed-meanwhile' });
	});

	it('takes no intervention by a provider that the board does not have', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const intervention = {
			caseId,
			providerId: '00000000-0000-4000-8000-000000000000' as ProviderId,
			name: 'Samtal',
			decidedOn: null,
			startedOn: null,
			endedOn: null
		};
		await expect(run(board.karin, addIntervention, intervention)).rejects.toMatchObject({
			code: 'not-found'
		});
	});

	it('is listed with what waits and what has been answered, open ones first', async () => {
		const board = await open();
		const closed = await openTestCase(board.karin, { caseNumber: 'Ä-1' });
		await run(board.karin, closeCase, { caseId: closed, closedOn: day('2026-03-02') });
		const caseId = await openTestCase(board.karin, { caseNumber: 'Ä-2', clientNumber: 'K-2' });
		const { token } = await sendTestLink(board.karin, caseId);
		await sendTestLink(board.karin, caseId, { occasion: 'after' });
		await run(board.linkHolder, submitResponse, testSubmission(token));

		expect(await fetch(board.karin, listCases, {})).toMatchObject([
			{ id: caseId, caseNumber: 'Ä-2', clientNumber: 'K-2', closedOn: null, waiting: 1, answered: 1 },
			{ id: closed, caseNumber: 'Ä-1', closedOn: '2026-03-02', waiting: 0, answered: 0 }
		]);
	});

	it('is read by nobody but case workers', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		for (const context of [board.adnan, board.berit, board.linkHolder]) {
			await expect(fetch(context, caseOverview, { caseId })).rejects.toMatchObject({ code: 'not-permitted' });
		}
	});
});

describeOnEachDatabase('a provider', (open) => {
	it('has a name of its own, and is listed by it', async () => {
		const board = await open();
		await addTestProvider(board.adnan, 'Östra');
		await addTestProvider(board.adnan, 'Annexet');
		await expect(run(board.adnan, addProvider, { name: 'Östra' })).rejects.toMatchObject({
			code: 'already-exists'
		});
		const names = (await fetch(board.berit, listProviders, {})).map(({ name }) => name);
		expect(names).toEqual(['Annexet', 'Östra']);
	});
});
