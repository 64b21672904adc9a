/** The goals of a case in ready words. */
import { goalLevel, goalLevels, viewGoal, type Goal, type GoalView } from '#lib/cases/goal.ts';
import type { GoalCard } from '#lib/cases/ui/goal-card.ts';
import { m } from '#lib/paraglide/messages.js';
import { respondentLabel } from '../../../../labels.ts';

export function toGoalCards(goals: readonly Goal[]): GoalCard[] {
	return goals.map((goal) => ({
		id: goal.id,
		goal: goal.goal,
		measure: goal.measure,
		setOn: m.goals_set_on({ date: goal.setOn }),
		endedOn: goal.endedOn === null ? null : m.goals_ended_on({ date: goal.endedOn }),
		levels: goalLevels.map((level) => ({
			level,
			text: goal.levels[level - 1] ?? levelWords(level),
			isGoal: level === goalLevel
		})),
		views: viewGoal(goal).map((view) => ({
			who: respondentLabel(view.judge),
			isMet: view.isMet,
			verdict: view.isMet ? m.goals_met() : m.goals_not_met(),
			steps: stepsWords(view),
			ratings: view.ratings.map(({ ratedOn, level }) => ({ date: ratedOn, level }))
		}))
	}));
}

/** What a level is called where nobody has said what it means for this goal. */
export function levelWords(level: (typeof goalLevels)[number]): string {
	switch (level) {
		case 1:
			return m.goals_level_1();
		case 2:
			return m.goals_level_2();
		case 3:
			return m.goals_level_3();
		case 4:
			return m.goals_level_4();
		case 5:
			return m.goals_level_5();
	}
}

function stepsWords({ steps }: GoalView): string | null {
	if (steps === null) return null;
	if (steps === 0) return m.goals_steps_none();
	return steps > 0 ? m.goals_steps_up({ count: steps }) : m.goals_steps_down({ count: -steps });
}
