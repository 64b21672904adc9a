import * as v from 'valibot';
import { goalJudges, goalLevels, type GoalJudge, type GoalLevel } from '#lib/cases/goal.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type GoalId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { choice, optionalText, requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';

const maxLength = 300;
const tooLong = () => m.staff_case_new_too_long({ max: maxLength });

/** A new goal. The third level is the goal itself; where it is today may be left for later. */
export function goalFormSchema(today: LocalDate) {
	return v.pipe(
		v.object({
			goal: requiredText(m.goals_goal_missing, maxLength, tooLong),
			measure: optionalText(maxLength, tooLong),
			level1: optionalText(maxLength, tooLong),
			level2: optionalText(maxLength, tooLong),
			level3: requiredText(m.goals_level_3_missing, maxLength, tooLong),
			level4: optionalText(maxLength, tooLong),
			level5: optionalText(maxLength, tooLong),
			setOn: day(today),
			startLevel: v.pipe(v.optional(v.string(), ''), v.picklist(['', '1', '2', '3', '4', '5'])),
			startJudge: choice(goalJudges, m.goals_judge_missing)
		}),
		v.transform(({ goal, measure, setOn, startLevel, startJudge, ...levels }) => ({
			goal,
			measure,
			setOn,
			// A line each is how they are kept.
			levels: [levels.level1, levels.level2, levels.level3, levels.level4, levels.level5].map(
				(level) => level?.replaceAll(/\s+/g, ' ') ?? null
			),
			start: startLevel === '' ? null : { level: Number(startLevel) as GoalLevel, judge: startJudge }
		}))
	);
}

/** When and who, of a follow-up; the levels stand in fields of their own. */
export function ratingFormSchema(today: LocalDate) {
	return v.object({ ratedOn: day(today), judge: choice(goalJudges, m.goals_judge_missing) });
}

function day(today: LocalDate) {
	return v.pipe(
		requiredDate(m.goals_day_wrong),
		v.check((date) => date <= today, m.goals_day_wrong)
	);
}

export const ratingFieldName = (goalId: string): string => `level.${goalId}`;

/** The levels that were chosen; a goal without one is not followed up this time. */
export function readLevels(
	values: Readonly<Record<string, string>>
): { readonly goalId: GoalId; readonly level: GoalLevel }[] {
	return Object.entries(values).flatMap(([name, value]) => {
		const goalId = name.startsWith('level.') ? parseId<GoalId>(name.slice('level.'.length)) : undefined;
		const level = goalLevels.find((one) => String(one) === value);
		return goalId && level ? [{ goalId, level }] : [];
	});
}

export type { GoalJudge };
