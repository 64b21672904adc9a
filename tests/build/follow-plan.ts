/** Made-up plans and cases that follow them, for tests: say only what the test is about. */
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { createPlan } from '#lib/plans/server/commands/create-plan.ts';
import { publishPlan } from '#lib/plans/server/commands/publish-plan.ts';
import { startPlan } from '#lib/plans/server/commands/start-plan.ts';
import { casePlans, type FollowedOccasion, type FollowedPlan } from '#lib/plans/server/reads/case-plans.ts';
import type { Plan } from '#lib/plans/plan.ts';
import { findTemplate } from '#lib/plans/templates.ts';
import type { CaseId, CasePlanId, InterventionId, PlanId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { addTestProvider, openTestCase } from './made-up.ts';
import type { TestBoard } from './test-board.ts';

/** The plan of a template that ships with the program. */
export function templatePlan(id: string): Plan {
	const template = findTemplate(id);
	if (!template) throw new Error(`No template ${id}`);
	return template.plan;
}

/** A published plan. */
export async function publishTestPlan(context: Context, plan: Plan): Promise<PlanId> {
	const planId = await run(context, createPlan, { plan });
	await run(context, publishPlan, { planId, appliesTo: 'new-cases' });
	return planId;
}

export interface Following {
	readonly caseId: CaseId;
	readonly planId: PlanId;
	readonly interventionId: InterventionId;
	readonly casePlanId: CasePlanId;
}

/** A case with an intervention from 2026-03-09 that follows the plan. */
export async function followTestPlan(
	board: Pick<TestBoard, 'adnan'> & Partial<Pick<TestBoard, 'karin'>>,
	plan: Plan,
	given: {
		readonly caseworker?: Context;
		readonly endedOn?: string;
		readonly planId?: PlanId;
		readonly caseId?: CaseId;
	} = {}
): Promise<Following> {
	const { caseworker = board.karin, endedOn } = given;
	if (!caseworker) throw new Error('Somebody has to work with the case');
	const planId = given.planId ?? (await publishTestPlan(board.adnan, plan));
	const caseId = given.caseId ?? (await openTestCase(caseworker));
	const interventionId = await run(caseworker, addIntervention, {
		caseId,
		providerId: await addTestProvider(board.adnan),
		name: 'Samtal (påhittat)',
		decidedOn: null,
		startedOn: '2026-03-09' as LocalDate,
		endedOn: (endedOn ?? null) as LocalDate | null
	});
	const casePlanId = await run(caseworker, startPlan, { caseId, planId, interventionId });
	return { caseId, planId, interventionId, casePlanId };
}

/** What the case's only plan looks like now. */
export async function readPlan(context: Context, caseId: CaseId): Promise<FollowedPlan> {
	const [followed] = await fetch(context, casePlans, { caseId });
	if (!followed) throw new Error('The case follows no plan');
	return followed;
}

/** The occasion of the line and rule, the first or the one with the number. */
export async function readOccasion(
	context: Context,
	caseId: CaseId,
	line: string,
	rule: string,
	sequence = 1
): Promise<FollowedOccasion> {
	const { occasions } = await readPlan(context, caseId);
	const found = occasions.find(
		(occasion) => occasion.line === line && occasion.rule === rule && occasion.sequence === sequence
	);
	if (!found) throw new Error(`No occasion ${line} ${rule} ${sequence}`);
	return found;
}
