/** A provider that has missed a target, and what follows from it. All of it is made up. */
import { randomUUID } from 'node:crypto';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { ActionPlanId, ProviderId, ResponseId } from '#lib/shared/ids.ts';
import { addDays, type LocalDate, type Quarter } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { askForActionPlan } from '#lib/targets/server/commands/ask-for-action-plan.ts';
import { decideTarget } from '#lib/targets/server/commands/decide-target.ts';
import { insertReleased } from '#lib/surveys/server/boxes/queries.ts';
import { openTestSurvey } from './made-up.ts';

export const missedGoal = { law: 'sol', instrumentId: 'simrishamn-sol', item: 'sol_1' } as const;

const at = (context: Context, day: string): Context => ({
	...context,
	now: () => new Date(`${day}T12:00:00+01:00`)
});

/** The board's target for the goal and the year. */
export async function decideTestTarget(context: Context, year: number, thousandths = 2800): Promise<void> {
	const decidedOn = `${year - 1}-12-10` as LocalDate;
	await run(at(context, decidedOn), decideTarget, {
		...missedGoal,
		year,
		goal: 'Påhittat mål',
		thousandths,
		comparison: 'unrounded',
		decidedOn,
		decisionReference: '§ 1 (påhittad)'
	});
}

/** So many gave each score to the goal's question, in the first quarter of the year: three, two, one and none. */
export async function answerTestSurvey(
	context: Context,
	_linkHolder: Context,
	{ providerId, year, counts }: { providerId: ProviderId; year: number; counts: readonly number[] }
): Promise<void> {
	const { actor, database } = context;
	if (actor.kind === 'anonymous') throw new Error('Somebody of the board opens a survey');
	const { surveyId } = await openTestSurvey(at(context, `${year}-01-02`), [providerId], {
		opensOn: `${year}-01-01` as LocalDate,
		closesOn: `${year}-12-31` as LocalDate
	});
	const answers = counts.flatMap((count, place) => Array<Answers>(count).fill({ [missedGoal.item]: 3 - place }));
	await insertReleased(
		{ tx: database.orm, boardId: actor.boardId },
		answers.map((one) => ({
			id: randomUUID() as ResponseId,
			surveyId,
			providerId,
			quarter: `${year}-Q1` as Quarter,
			instrumentId: missedGoal.instrumentId,
			instrumentVersion: '1.0.0',
			answers: one
		}))
	);
}

/** An action plan asked for by the board about last year, which the provider missed; this year has a target too. */
export async function askForTestPlan(
	context: Context,
	linkHolder: Context,
	providerId: ProviderId,
	today: LocalDate
): Promise<ActionPlanId> {
	const thisYear = Number(today.slice(0, 4));
	const year = thisYear - 1;
	await decideTestTarget(context, thisYear);
	await decideTestTarget(context, year);
	await answerTestSurvey(context, linkHolder, { providerId, year, counts: [6, 4, 2, 0] });
	return run(context, askForActionPlan, {
		...missedGoal,
		providerId,
		year,
		dueOn: addDays(today, 30),
		decisionReference: null,
		comment: null
	});
}
