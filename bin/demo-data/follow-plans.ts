/** Plans made of templates, and made-up cases that follow them, so that the demo's day has something to do. */
import { caseOverview } from '../../src/lib/cases/server/reads/case-overview.ts';
import { setRiskRoutine } from '../../src/lib/collection/server/commands/set-risk-routine.ts';
import { recordMissed } from '../../src/lib/plans/server/commands/record-missed.ts';
import { casePlans } from '../../src/lib/plans/server/reads/case-plans.ts';
import { createPlan } from '../../src/lib/plans/server/commands/create-plan.ts';
import { publishPlan } from '../../src/lib/plans/server/commands/publish-plan.ts';
import { startPlan } from '../../src/lib/plans/server/commands/start-plan.ts';
import { findTemplate } from '../../src/lib/plans/templates.ts';
import { addDays, toLocalDate } from '../../src/lib/shared/local-date.ts';
import type { CaseId, UnitId } from '../../src/lib/shared/ids.ts';
import { run } from '../../src/lib/shared/server/command.ts';
import type { Context } from '../../src/lib/shared/server/context.ts';
import { fetch } from '../../src/lib/shared/server/read.ts';

/** Case numbers of cases.ts, by the template whose plan they follow. */
const followers: Readonly<Record<string, readonly string[]>> = {
	'audit-before-and-after': ['2025-0098', '2026-0142', '2026-0057', '2026-0074', '2026-0188'],
	'start-and-end-voluntary': ['2026-0103']
};

const routine = [
	'Påhittad rutin för demon.',
	'1. Läs svaret och ring personen samma dag.',
	'2. Fråga rakt ut om tankar på att dö. Vid akut fara: ring 112.',
	'3. Erbjud kontakt med vården och skriv i journalen vad som gjorts.'
].join('\n');

/** Publishes the plans and starts the cases on them, today. */
export async function followPlans(
	context: Context,
	cases: ReadonlyMap<string, CaseId>,
	unitId: UnitId
): Promise<void> {
	await run(context, setRiskRoutine, { unitId, routine });
	for (const [template, caseNumbers] of Object.entries(followers)) {
		const found = findTemplate(template);
		if (!found) throw new Error(`Mallen ${template} saknas.`);
		const planId = await run(context, createPlan, { plan: found.plan });
		await run(context, publishPlan, { planId, appliesTo: 'new-cases' });
		for (const caseNumber of caseNumbers) {
			const caseId = cases.get(caseNumber);
			if (!caseId) throw new Error(`Ärendet ${caseNumber} saknas bland demodata.`);
			const { interventions } = await fetch(context, caseOverview, { caseId });
			await run(context, startPlan, { caseId, planId, interventionId: interventions[0]?.id ?? null });
			await missOldOnes(context, caseId);
		}
	}
}

/** What lay more than two months back when the plan came was never asked: missed, so that the day shows what is near. */
async function missOldOnes(context: Context, caseId: CaseId): Promise<void> {
	const longAgo = addDays(toLocalDate(context.now()), -60);
	for (const { occasions } of await fetch(context, casePlans, { caseId })) {
		for (const { id, outcome, days } of occasions) {
			if (outcome.state !== 'planned' || !days || days.closesOn >= longAgo) continue;
			await run(context, recordMissed, { occasionId: id, reason: 'forgotten' });
		}
	}
}
