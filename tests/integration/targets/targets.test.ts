import { expect, it } from 'vitest';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import type { Answers, Code } from '#lib/instruments/questionnaire.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { surveyResults } from '#lib/surveys/server/reads/survey-results.ts';
import { decideTarget } from '#lib/targets/server/commands/decide-target.ts';
import { listTargetYears } from '#lib/targets/server/reads/list-target-years.ts';
import { listTargets } from '#lib/targets/server/reads/list-targets.ts';
import { targetDistributions } from '#lib/targets/server/reads/target-distributions.ts';
import type { Target } from '#lib/targets/target.ts';
import { emptyDueBoxes } from '#lib/surveys/server/boxes/empty-boxes.ts';
import { addTestProvider, openTestSurvey, testSubmission } from '#tests/build/made-up.ts';
import { storeReleased } from '#tests/build/released-answers.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

function target(given: Partial<Target> = {}): Target {
	return {
		year: 2026,
		law: 'sol',
		instrumentId: 'simrishamn-sol',
		item: 'sol_5',
		goal: 'Den enskilde ska uppleva delaktighet.',
		thousandths: 2600,
		comparison: 'unrounded',
		decidedOn: '2026-01-20' as LocalDate,
		decisionReference: '§ 12 (påhittad)',
		...given
	};
}

describeOnEachDatabase('a provider’s staff', (open) => {
	it('see their own provider’s answers, whatever is asked for, and no other’s', async () => {
		const board = await open();
		const [own, other] = [await addTestProvider(board.adnan), await addTestProvider(board.adnan)];
		const { surveyId } = await openTestSurvey(board.adnan, [own, other]);
		for (const providerId of [own, other]) {
			await storeReleased(board, { surveyId, providerId }, [{ sol_5: 3 }]);
		}
		const as = (providerId: ProviderId | null): Context => {
			const heldRoles = [{ role: 'provider-staff', unitId: null, providerId }] as const;
			const actor = { kind: 'staff', boardId: board.board.id, staffId: 'ulla', name: 'Ulla' } as const;
			return { ...board.berit, actor: { ...actor, roles: ['provider-staff'], heldRoles } };
		};
		const asked = { instrumentId: 'simrishamn-sol', year: 2026 };
		const targetsOf = async (context: Context) => {
			const found = (await fetch(context, targetDistributions, asked)).openForControl();
			return [...new Set(found.map(({ provider }) => provider.id))];
		};
		const seenBy = async (context: Context) => ({
			targets: await targetsOf(context),
			results: (await fetch(context, surveyResults, asked))
				.openForControl()
				.map(({ providerId }) => providerId)
		});
		expect(await seenBy(as(own))).toEqual({ targets: [own], results: [own] });
		expect(await seenBy(as(other))).toEqual({ targets: [other], results: [other] });
		expect(await seenBy(as(null))).toEqual({ targets: [], results: [] });
		expect(await targetsOf(board.berit)).toHaveLength(2);
	});
});

describeOnEachDatabase('a target', (open) => {
	it('is kept exactly as it was decided', async () => {
		const board = await open();
		await run(board.adnan, decideTarget, target());
		expect(await fetch(board.berit, listTargets, { year: 2026, law: 'sol' })).toEqual([target()]);
		expect(await fetch(board.berit, listTargets, { year: 2026, law: 'lss' })).toEqual([]);
		expect(await fetch(board.berit, listTargets, { year: 2025 })).toEqual([]);
	});

	it('gives way to a later decision about the same question and year', async () => {
		const board = await open();
		const later = target({ thousandths: 2800, decidedOn: '2026-02-20' as LocalDate });
		await run(board.adnan, decideTarget, later);
		await run(board.adnan, decideTarget, target());
		expect(await fetch(board.berit, listTargets, { year: 2026 })).toEqual([later]);
	});

	it('is refused twice on the same day', async () => {
		const board = await open();
		await run(board.adnan, decideTarget, target());
		await expect(run(board.adnan, decideTarget, target({ thousandths: 2000 }))).rejects.toMatchObject({
			code: 'already-exists'
		});
	});

	it.each([-1, 40_001])('is refused when no answer can show it (%i thousandths)', async (thousandths) => {
		const board = await open();
		await expect(run(board.adnan, decideTarget, target({ thousandths }))).rejects.toMatchObject({
			code: 'target-outside-scale'
		});
	});

	it('is refused for a question that the instrument does not have', async () => {
		const board = await open();
		await expect(run(board.adnan, decideTarget, target({ item: 'sol_6' }))).rejects.toMatchObject({
			code: 'invalid-input'
		});
	});

	it('is decided by the administrator, not by a single member', async () => {
		const board = await open();
		await expect(run(board.berit, decideTarget, target())).rejects.toMatchObject({ code: 'not-permitted' });
	});

	it('makes its year one of those to choose among, the latest first', async () => {
		const board = await open();
		for (const year of [2013, 2026, 2014]) await run(board.adnan, decideTarget, target({ year }));
		expect(await fetch(board.berit, listTargetYears, {})).toEqual([2026, 2014, 2013]);
	});
});

/** As they are counted on the day, before the disclosure control. */
async function distributions(board: TestBoard, day: string) {
	const input = { year: 2026, instrumentId: 'simrishamn-sol' };
	return (await fetch(board.on(day, board.berit), targetDistributions, input)).openForControl();
}

describeOnEachDatabase('answers behind a target', (open) => {
	it('are counted by score, with what is missing, for every question and provider', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan, 'A');
		const { surveyId } = await openTestSurvey(board.adnan, [providerId]);
		const item = board.karin.catalogue.versionsById
			.get('simrishamn-sol')?.[0]
			?.items.find(({ name }) => name === 'sol_1');
		const [code, score] = [...(item?.scoreByCode ?? [])].find(([, points]) => points !== null) ?? [];
		const answers = [...Array<Answers>(5).fill({ sol_1: code as Code }), {}];
		await storeReleased(board, { surveyId, providerId }, answers);

		const found = await distributions(board, '2026-04-01');
		expect(found).toHaveLength(5);
		expect(found[0]).toEqual({
			provider: { id: providerId, name: 'A' },
			item: 'sol_1',
			asked: null,
			distribution: [{ score, count: 5 }],
			itemMissing: 1,
			quarters: [{ quarter: '2026-Q1', answers: 5 }],
			withoutScore: 0
		});
		expect(found[1]).toMatchObject({ item: 'sol_2', distribution: [], itemMissing: 0 });
	});

	it('are the same before and after one more answer, until the quarter is over and more have come', async () => {
		const board = await open();
		const { links } = await openTestSurvey(board.adnan, [await addTestProvider(board.adnan)]);
		const answer = async (day: string, times: number) => {
			for (let sent = 0; sent < times; sent += 1) {
				const submission = testSubmission(links[0]?.token ?? '', { answers: { sol_1: 3 } });
				await run(board.on(day, board.linkHolder), submitResponse, submission);
			}
		};
		/** In the morning after the night when boxes are emptied. */
		const counted = async (day: string) => {
			await emptyDueBoxes(board.on(day, board.adnan));
			return (await distributions(board, day))[0]?.distribution.reduce((sum, { count }) => sum + count, 0);
		};

		await answer('2026-03-02', 6);
		expect(await counted('2026-03-31')).toBe(0);
		expect(await counted('2026-04-01')).toBe(6);
		await answer('2026-04-02', 1);
		expect(await counted('2026-04-02')).toBe(6);
		expect(await counted('2026-07-01')).toBe(6);
		await answer('2026-07-02', 4);
		expect(await counted('2026-10-01')).toBe(11);
	});
});
