/** What the page's table says as a whole, in a sentence or two: first goal by goal, then the hard test of all goals. */
import { m } from '#lib/paraglide/messages.js';
import type { TargetTable } from '../assess-targets.ts';

/** How many providers have reached all goals is said only to whoever sees all providers. */
export function describeOutcome(
	{ rows, goals, allGoals }: TargetTable,
	whose: 'board' | 'own' = 'board'
): string {
	const judged = rows.reduce((sum, { goalsJudged }) => sum + goalsJudged, 0);
	const met = rows.reduce((sum, { goalsMet }) => sum + goalsMet, 0);
	if (judged === 0) return whose === 'own' ? m.board_own_lead_none() : m.board_lead_none();
	const sentences: string[] = [m.board_lead({ met, judged })];
	if (whose === 'own') return [...sentences, m.board_own_note()].join(' ');
	if (goals.length > 1 && allGoals.judged > 0) sentences.push(describeAllGoals(allGoals, goals.length));
	if (goals.length > 1 && allGoals.notJudged > 0)
		sentences.push(m.board_not_judged({ count: allGoals.notJudged }));
	return sentences.join(' ');
}

function describeAllGoals({ reached, judged }: TargetTable['allGoals'], goals: number): string {
	return reached === 0
		? m.board_all_goals_none({ count: judged, goals })
		: m.board_all_goals({ reached, count: judged, goals });
}
