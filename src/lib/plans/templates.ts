/** The plans that ship with the program, to begin from: files that anybody can read, edit and review. */
import auditBeforeAndAfter from './templates/audit-before-and-after.json' with { type: 'json' };
import dailyEightWeeks from './templates/daily-eight-weeks.json' with { type: 'json' };
import fourTimesAndEnd from './templates/four-times-and-end.json' with { type: 'json' };
import goalLevelsEachFollowUp from './templates/goal-levels-each-follow-up.json' with { type: 'json' };
import startAndEndVoluntary from './templates/start-and-end-voluntary.json' with { type: 'json' };
import startEnd3And6MonthsAfter from './templates/start-end-3-and-6-months-after.json' with { type: 'json' };
import startEnd4To8MonthsAfter from './templates/start-end-4-to-8-months-after.json' with { type: 'json' };
import startEndHalfYearAndYearAfter from './templates/start-end-half-year-and-year-after.json' with { type: 'json' };
import startHalfYearEnd from './templates/start-half-year-end.json' with { type: 'json' };
import yearlyAtMostHalfYearly from './templates/yearly-at-most-half-yearly.json' with { type: 'json' };
import { parsePlan } from './parse-plan.ts';
import type { Plan } from './plan.ts';

/** By name, in the order they are shown. */
const files: Readonly<Record<string, unknown>> = {
	'audit-before-and-after': auditBeforeAndAfter,
	'start-and-end-voluntary': startAndEndVoluntary,
	'start-half-year-end': startHalfYearEnd,
	'start-end-4-to-8-months-after': startEnd4To8MonthsAfter,
	'start-end-3-and-6-months-after': startEnd3And6MonthsAfter,
	'start-end-half-year-and-year-after': startEndHalfYearAndYearAfter,
	'four-times-and-end': fourTimesAndEnd,
	'yearly-at-most-half-yearly': yearlyAtMostHalfYearly,
	'goal-levels-each-follow-up': goalLevelsEachFollowUp,
	'daily-eight-weeks': dailyEightWeeks
};

export interface PlanTemplate {
	readonly id: string;
	readonly plan: Plan;
}

/** The templates that can be read; a test reads them all. */
export function listTemplates(): readonly PlanTemplate[] {
	return Object.entries(files).flatMap(([id, file]) => {
		const read = parsePlan(file);
		return read.ok ? [{ id, plan: read.value }] : [];
	});
}

/** The template with the id, or null. */
export function findTemplate(id: string): PlanTemplate | null {
	return listTemplates().find((template) => template.id === id) ?? null;
}
