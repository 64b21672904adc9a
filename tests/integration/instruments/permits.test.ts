import { expect, it } from 'vitest';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { instrumentForLink } from '#lib/instruments/server/permits/instrument-for-link.ts';
import { registerPermit, type RegisterPermitInput } from '#lib/instruments/server/permits/register-permit.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { makeTestWording } from '#tests/build/test-wording.ts';
import { describeOnEachDatabase } from '../databases.ts';

function permit(given: Partial<RegisterPermitInput> = {}): RegisterPermitInput {
	return {
		instrumentId: 'kasam-13',
		version: '1.0.0',
		holder: 'Exempelby kommun (påhittad)',
		grantedOn: '2026-01-15' as LocalDate,
		reference: 'Dnr 1 (påhittat)',
		wording: null,
		...given
	};
}

describeOnEachDatabase('a permit', (open) => {
	it('alone opens nothing: the wording is missing', async () => {
		const board = await open();
		await run(board.adnan, registerPermit, permit());
		const caseId = await openTestCase(board.karin);
		await expect(sendTestLink(board.karin, caseId, { instrumentId: 'kasam-13' })).rejects.toMatchObject({
			code: 'wording-missing'
		});
	});

	it('with wording opens the instrument by link, with that wording', async () => {
		const board = await open();
		const kasam = board.adnan.catalogue.versionsById.get('kasam-13')?.[0];
		if (!kasam) throw new Error('KASAM-13 does not load.');
		await run(board.adnan, registerPermit, permit({ wording: makeTestWording(kasam) }));
		const caseId = await openTestCase(board.karin);
		const { token } = await sendTestLink(board.karin, caseId, { instrumentId: 'kasam-13' });

		const worded = await fetch(board.linkHolder, instrumentForLink, {
			instruments: [{ id: 'kasam-13', version: '1.0.0' }]
		});
		expect(listQuestions(worded.questionnaire)[0]?.title).toEqual({ sv: 'Påhittad fråga kasam_1' });
		const answers = Object.fromEntries(kasam.items.map(({ name }) => [name, 4]));
		await expect(
			run(board.linkHolder, submitResponse, testSubmission(token, { answers }))
		).resolves.toHaveProperty('responseId');
	});

	it('takes the place of the one before', async () => {
		const board = await open();
		const first = await run(board.adnan, registerPermit, permit());
		const second = await run(board.adnan, registerPermit, permit({ reference: 'Dnr 2 (påhittat)' }));
		expect(second).toBe(first);
		expect(await fetch(board.adnan, listPermits, {})).toEqual([
			{
				id: first,
				instrumentId: 'kasam-13',
				instrumentVersion: '1.0.0',
				holder: 'Exempelby kommun (påhittad)',
				grantedOn: '2026-01-15',
				reference: 'Dnr 2 (påhittat)',
				wording: null
			}
		]);
	});

	it('is registered by nobody but the administrator', async () => {
		const board = await open();
		await expect(run(board.karin, registerPermit, permit())).rejects.toMatchObject({ code: 'not-permitted' });
	});

	it('is refused for an instrument that does not exist', async () => {
		const board = await open();
		await expect(run(board.adnan, registerPermit, permit({ version: '9.9.9' }))).rejects.toMatchObject({
			code: 'not-found'
		});
	});

	it('is not needed where the owner asks for none', async () => {
		const board = await open();
		const audit = await fetch(board.linkHolder, instrumentForLink, {
			instruments: [{ id: 'audit', version: '1.0.0' }]
		});
		expect(audit.id).toBe('audit');
	});
});
