/** A made-up goal with its levels, and general facts that are partly filled in, so that the demo's case shows both. */
import { rateGoals } from '../../src/lib/cases/server/commands/rate-goals.ts';
import { setGoal } from '../../src/lib/cases/server/commands/set-goal.ts';
import { recordFacts } from '../../src/lib/collection/server/commands/record-facts.ts';
import type { CaseId } from '../../src/lib/shared/ids.ts';
import type { LocalDate } from '../../src/lib/shared/local-date.ts';
import { run } from '../../src/lib/shared/server/command.ts';
import type { Context } from '../../src/lib/shared/server/context.ts';

const day = (text: string) => text as LocalDate;

/** After the example Lisa (Socialstyrelsen 2014, Systematisk uppföljning): level 1 at the start, 2 at the follow-up. */
export async function addGoals(context: Context, caseId: CaseId): Promise<void> {
	const goalId = await run(context, setGoal, {
		caseId,
		goal: 'Komma i tid till sysselsättningen',
		measure: 'Gånger i tid av tio',
		levels: ['Ingen gång', 'En till fem gånger', 'Sex eller sju gånger', 'Åtta eller nio gånger', 'Alla tio'],
		setOn: day('2026-06-01'),
		start: { level: 1, judge: 'client' }
	});
	const levels = [{ goalId, level: 2 as const }];
	await run(context, rateGoals, { caseId, ratedOn: day('2026-09-01'), judge: 'client', levels });
	await run(context, rateGoals, { caseId, ratedOn: day('2026-09-01'), judge: 'staff', levels });
	await run(context, recordFacts, {
		caseId,
		step: 'utreda',
		answers: { gv_6: 1, gv_7: 1, gv_8: 2, gv_9: [6, 8] },
		marks: { gv_5: 'dont-know' },
		corrections: 0
	});
}
