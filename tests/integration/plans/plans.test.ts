/** Follow-up plans from the builder to the last occasion. Everything is made up; the services are from a report. */
import { describe, expect, it } from 'vitest';
import { closeCase } from '#lib/cases/server/commands/close-case.ts';
import { moveIntervention } from '#lib/cases/server/commands/move-intervention.ts';
import { enterFromPaper } from '#lib/collection/server/commands/enter-from-paper.ts';
import { sendLink } from '#lib/collection/server/commands/send-link.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import type { Plan } from '#lib/plans/plan.ts';
import { changePlan } from '#lib/plans/server/commands/change-plan.ts';
import { createPlan } from '#lib/plans/server/commands/create-plan.ts';
import { endPlan } from '#lib/plans/server/commands/end-plan.ts';
import { publishPlan } from '#lib/plans/server/commands/publish-plan.ts';
import { recordDone } from '#lib/plans/server/commands/record-done.ts';
import { recordMissed } from '#lib/plans/server/commands/record-missed.ts';
import { reopenOccasion } from '#lib/plans/server/commands/reopen-occasion.ts';
import { retirePlan } from '#lib/plans/server/commands/retire-plan.ts';
import { startPlan } from '#lib/plans/server/commands/start-plan.ts';
import { listPlans } from '#lib/plans/server/reads/list-plans.ts';
import { listTemplates } from '#lib/plans/templates.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import {
	followTestPlan,
	publishTestPlan,
	readOccasion,
	readPlan,
	templatePlan
} from '#tests/build/follow-plan.ts';
import { audit24, openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { seventeenServices } from '#tests/build/seventeen-services.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;
const auditPlan = templatePlan('audit-before-and-after');
const yearly = templatePlan('yearly-at-most-half-yearly');

describeOnEachDatabase('follow-up plans', (open) => {
	describe('setting up', () => {
		it('takes in all seventeen services of the report, and a case follows each', async () => {
			const board = await open();
			expect(seventeenServices).toHaveLength(17);
			const counts: Record<string, number> = {};
			for (const plan of seventeenServices) {
				const { caseId } = await followTestPlan(board, plan, { endedOn: '2027-03-09' });
				counts[plan.name] = (await readPlan(board.karin, caseId)).occasions.length;
			}
			// By hand from the report: measures × occasions; Skolfam's second kartläggning is after the end and not expected.
			expect(counts).toEqual({
				'Mini-Maria': 4,
				'MST-teamet': 10,
				Sambuh: 12,
				'Ung Hisingen': 3,
				Skolfam: 2,
				'Resursenheten Centrum': 1,
				'Resursenheten Barn Nordost': 2,
				'Resursenheten Unga Nordost': 2,
				'Riktat föräldraskapsstöd': 1,
				KAST: 4,
				Columbus: 6,
				'Spelberoendeteamet och Respons': 4,
				Behandlingsgruppen: 2,
				'Verksamhetsområde vuxen': 4,
				'Vuxenstödsteamet Centrum (Previct)': 1,
				'Våld i nära relation': 6,
				'Boende och hemlöshet': 1
			});
		});

		it('can publish every template as it is', async () => {
			const board = await open();
			for (const { plan } of listTemplates()) await publishTestPlan(board.adnan, plan);
			expect(await fetch(board.adnan, listPlans, {})).toHaveLength(10);
		});

		it('keeps a faulty plan as a draft, and refuses to publish it', async () => {
			const board = await open();
			const planId = await run(board.adnan, createPlan, { plan: { ...auditPlan, purpose: '' } });
			const publishing = run(board.adnan, publishPlan, { planId, appliesTo: 'new-cases' });
			await expect(publishing).rejects.toMatchObject({ code: 'plan-faulty' });
			const caseId = await openTestCase(board.karin);
			await expect(
				run(board.karin, startPlan, { caseId, planId, interventionId: null })
			).rejects.toMatchObject({ code: 'changed-meanwhile' });
		});

		it('refuses what is no plan', async () => {
			const board = await open();
			const plan = { ...auditPlan, lines: [{ at: 'sometimes' }] } as unknown as Plan;
			await expect(run(board.adnan, createPlan, { plan })).rejects.toMatchObject({ code: 'invalid-input' });
		});

		it('starts no more cases on a retired plan', async () => {
			const board = await open();
			const planId = await publishTestPlan(board.adnan, yearly);
			await run(board.adnan, retirePlan, { planId, isRetired: true });
			const caseId = await openTestCase(board.karin);
			const starting = run(board.karin, startPlan, { caseId, planId, interventionId: null });
			await expect(starting).rejects.toMatchObject({ code: 'changed-meanwhile' });
		});
	});

	describe('a new version', () => {
		const lengthened: Plan = {
			...auditPlan,
			occasions: auditPlan.occasions.map((rule) =>
				rule.key === 'after-6' && rule.timing.kind === 'once'
					? { ...rule, timing: { ...rule.timing, after: { count: 12, unit: 'month' } } }
					: rule
			)
		};

		it('is for new cases only, unless something else is chosen', async () => {
			const board = await open();
			const { caseId, planId } = await followTestPlan(board, auditPlan, { endedOn: '2026-06-30' });
			await run(board.adnan, changePlan, { planId, plan: lengthened });
			await run(board.adnan, publishPlan, { planId, appliesTo: 'new-cases' });
			const later = await readOccasion(board.karin, caseId, 'audit', 'after-6');
			expect(later).toMatchObject({ planVersion: 1, days: { dueOn: '2026-12-30' } });
			const other = await followTestPlan(board, auditPlan, { planId, endedOn: '2026-06-30' });
			expect(await readOccasion(board.karin, other.caseId, 'audit', 'after-6')).toMatchObject({
				planVersion: 2,
				days: { dueOn: '2027-06-30' }
			});
		});

		it('moves what is still to come where that is chosen, and never what has been', async () => {
			const board = await open();
			const { caseId, planId } = await followTestPlan(board, auditPlan, { endedOn: '2026-06-30' });
			const start = await readOccasion(board.karin, caseId, 'variables', 'start');
			await run(board.karin, recordMissed, { occasionId: start.id, reason: 'forgotten' });
			const { token } = await sendTestLink(board.karin, caseId, {
				occasionId: (await readOccasion(board.karin, caseId, 'audit', 'start')).id
			});
			await run(board.linkHolder, submitResponse, testSubmission(token));
			const before = await readPlan(board.karin, caseId);

			await run(board.adnan, changePlan, { planId, plan: lengthened });
			await run(board.adnan, publishPlan, { planId, appliesTo: 'future-occasions' });
			const after = await readPlan(board.karin, caseId);
			const settled = ({ occasions }: typeof before) =>
				occasions.filter(({ outcome }) => /done|missed/.test(outcome.state));
			expect(settled(before)).toHaveLength(2);
			expect(settled(after)).toEqual(settled(before));
			expect(await readOccasion(board.karin, caseId, 'audit', 'after-6')).toMatchObject({
				planVersion: 2,
				days: { dueOn: '2027-06-30' }
			});
		});
	});

	describe('an occasion', () => {
		it('is done by the answer to its link, with the phase of the plan', async () => {
			const board = await open();
			const { caseId } = await followTestPlan(board, auditPlan);
			const { id } = await readOccasion(board.karin, caseId, 'audit', 'start');
			const { token } = await sendTestLink(board.karin, caseId, { occasionId: id, occasion: 'after' });
			await run(board.on('2026-03-10', board.linkHolder), submitResponse, testSubmission(token));
			const done = await readOccasion(board.karin, caseId, 'audit', 'start');
			expect(done.outcome).toEqual({ state: 'done', on: '2026-03-10' });
			expect(done.administrations).toMatchObject([{ state: 'answered', occasion: 'before' }]);
		});

		it('is done by a form on paper', async () => {
			const board = await open();
			const { caseId } = await followTestPlan(board, auditPlan);
			const { id } = await readOccasion(board.karin, caseId, 'audit', 'start');
			await run(board.karin, enterFromPaper, {
				caseId,
				instrumentId: 'audit',
				occasion: 'before',
				respondent: 'client',
				help: 'self',
				answeredOn: day('2026-03-01'),
				answers: audit24,
				occasionId: id
			});
			expect((await readOccasion(board.karin, caseId, 'audit', 'start')).outcome).toEqual({
				state: 'done',
				on: '2026-03-01'
			});
		});

		it('takes nothing meant for another case, measure or respondent', async () => {
			const board = await open();
			const { caseId } = await followTestPlan(board, auditPlan);
			const other = await followTestPlan(board, yearly);
			const occasion = await readOccasion(board.karin, caseId, 'audit', 'start');
			const wrong = [
				sendTestLink(board.karin, other.caseId, { occasionId: occasion.id }),
				sendTestLink(board.karin, caseId, { occasionId: occasion.id, instrumentId: 'dudit' })
			];
			for (const sending of wrong) await expect(sending).rejects.toMatchObject({ code: 'not-found' });
		});

		it('is missed for a reason, and an answer that comes after all counts', async () => {
			const board = await open();
			const { caseId } = await followTestPlan(board, auditPlan);
			const { id } = await readOccasion(board.karin, caseId, 'audit', 'start');
			const { token } = await sendTestLink(board.karin, caseId, { occasionId: id });
			await run(board.karin, recordMissed, { occasionId: id, reason: 'not-reached' });
			expect((await readOccasion(board.karin, caseId, 'audit', 'start')).outcome).toMatchObject({
				state: 'missed',
				reason: 'not-reached'
			});
			const again = run(board.karin, recordMissed, { occasionId: id, reason: 'declined' });
			await expect(again).rejects.toMatchObject({ code: 'changed-meanwhile' });
			await run(board.linkHolder, submitResponse, testSubmission(token));
			expect((await readOccasion(board.karin, caseId, 'audit', 'start')).outcome.state).toBe('done');
		});

		it('is taken back when it was said by mistake', async () => {
			const board = await open();
			const { caseId } = await followTestPlan(board, auditPlan);
			const { id } = await readOccasion(board.karin, caseId, 'audit', 'start');
			await run(board.karin, recordMissed, { occasionId: id, reason: 'deceased' });
			expect((await readPlan(board.karin, caseId)).endedOn).toBe('2026-03-02');
			await run(board.karin, reopenOccasion, { occasionId: id });
			const followed = await readPlan(board.karin, caseId);
			expect(followed.endedOn).toBeNull();
			expect(new Set(followed.occasions.map(({ outcome }) => outcome.state))).toEqual(new Set(['planned']));
		});

		it('that is measured elsewhere is done when staff say so, and never what is measured here', async () => {
			const board = await open();
			const { caseId } = await followTestPlan(board, templatePlan('start-and-end-voluntary'));
			const coreOm = await readOccasion(board.karin, caseId, 'core-om', 'start');
			await run(board.karin, recordDone, { occasionId: coreOm.id, doneOn: day('2026-03-02') });
			expect((await readOccasion(board.karin, caseId, 'core-om', 'start')).outcome.state).toBe('done');
			const kasam = await readOccasion(board.karin, caseId, 'kasam', 'start');
			await expect(
				run(board.karin, recordDone, { occasionId: kasam.id, doneOn: day('2026-03-02') })
			).rejects.toMatchObject({ code: 'invalid-input' });
		});
	});

	describe('the days of a case', () => {
		it('move what is to come when the intervention ends, and leave what is done', async () => {
			const board = await open();
			const { caseId, interventionId } = await followTestPlan(board, templatePlan('four-times-and-end'));
			expect((await readOccasion(board.karin, caseId, 'su', 'end')).days).toBeNull();
			const first = await readOccasion(board.karin, caseId, 'su', 'during', 1);
			const may = board.on('2026-05-11', board.karin);
			await run(may, recordDone, { occasionId: first.id, doneOn: day('2026-05-11') });
			await run(may, moveIntervention, {
				interventionId,
				startedOn: day('2026-03-09'),
				endedOn: day('2026-08-01')
			});
			const su = (await readPlan(board.karin, caseId)).occasions.filter(({ line }) => line === 'su');
			expect(
				su.map(({ rule, sequence, days, outcome }) => [rule, sequence, days?.dueOn, outcome.state])
			).toEqual([
				['during', 1, '2026-05-09', 'done'],
				['during', 2, '2026-07-09', 'planned'],
				['end', 1, '2026-08-01', 'planned'],
				['during', 3, '2026-09-09', 'lapsed'],
				['during', 4, '2026-11-09', 'lapsed']
			]);
			await run(may, moveIntervention, { interventionId, startedOn: day('2026-03-09'), endedOn: null });
			expect((await readOccasion(board.karin, caseId, 'su', 'during', 4)).outcome.state).toBe('planned');
		});

		it('end what goes on when the case is closed, not what comes after', async () => {
			const board = await open();
			const { caseId } = await followTestPlan(board, auditPlan, { endedOn: '2026-06-30' });
			const going = await followTestPlan(board, templatePlan('goal-levels-each-follow-up'));
			for (const one of [caseId, going.caseId]) {
				await run(board.karin, closeCase, { caseId: one, closedOn: day('2026-03-20') });
			}
			expect((await readOccasion(board.karin, caseId, 'audit', 'after-6')).outcome.state).toBe('planned');
			expect(await readOccasion(board.karin, going.caseId, 'goals', 'follow-up')).toMatchObject({
				days: { opensOn: '2026-04-06' },
				outcome: { state: 'lapsed' }
			});
		});
	});

	describe('at least once a year, at most once per half-year', () => {
		const simrishamn = { instrumentId: 'simrishamn-sol', respondent: 'client', occasion: 'during' } as const;
		const answers = { sol_1: 3, sol_2: 2, sol_3: 3, sol_4: 1, sol_5: 2 };

		it('plans the next when one is answered, and refuses to ask again too soon', async () => {
			const board = await open();
			const { caseId } = await followTestPlan(board, yearly);
			const { id } = await readOccasion(board.karin, caseId, 'goals', 'quality');
			const { token } = await sendTestLink(board.karin, caseId, { ...simrishamn, occasionId: id });
			await run(board.on('2026-03-10', board.linkHolder), submitResponse, testSubmission(token, { answers }));
			expect(await readOccasion(board.karin, caseId, 'goals', 'quality', 2)).toMatchObject({
				outcome: { state: 'planned' },
				days: { opensOn: '2026-09-10', closesOn: '2027-03-10' }
			});
			const sending = (on: string) =>
				run(board.on(on, board.karin), sendLink, { caseId, ...simrishamn, expiresOn: day('2026-12-01') });
			await expect(sending('2026-09-09')).rejects.toMatchObject({
				code: 'too-soon',
				details: { lastOn: '2026-03-10', notBefore: '2026-09-10' }
			});
			await expect(sending('2026-09-10')).resolves.toMatchObject({ token: expect.any(String) as string });
		});

		it('plans one next only, however often the same answer is sent', async () => {
			const board = await open();
			const { caseId } = await followTestPlan(board, yearly);
			const { id } = await readOccasion(board.karin, caseId, 'goals', 'quality');
			const { token } = await sendTestLink(board.karin, caseId, { ...simrishamn, occasionId: id });
			const submission = testSubmission(token, { answers });
			await Promise.all([1, 2, 3].map(() => run(board.linkHolder, submitResponse, submission)));
			expect((await readPlan(board.karin, caseId)).occasions.map(({ sequence }) => sequence)).toEqual([1, 2]);
		});
	});

	it('takes in answers that the case had before the plan', async () => {
		const board = await open();
		const planId = await publishTestPlan(board.adnan, auditPlan);
		const first = await followTestPlan(board, auditPlan, { planId });
		await run(board.karin, endPlan, { casePlanId: first.casePlanId });
		const { token } = await sendTestLink(board.karin, first.caseId);
		await run(board.linkHolder, submitResponse, testSubmission(token));
		await run(board.karin, startPlan, {
			caseId: first.caseId,
			planId,
			interventionId: first.interventionId
		});
		expect(await readOccasion(board.karin, first.caseId, 'audit', 'start')).toMatchObject({
			outcome: { state: 'done', on: '2026-03-02' },
			administrations: [{ state: 'answered' }]
		});
	});
});
