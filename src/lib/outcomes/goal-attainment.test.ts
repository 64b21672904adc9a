import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attainGoals, musDistance } from './goal-attainment.ts';
import { countGoalLevels } from './goal-levels.ts';
import { countJudgedGoals, toFourValues } from './judged-goals.ts';

const goal = fc.record({
	distance: fc.integer({ min: -2, max: 2 }),
	weight: fc.integer({ min: 1, max: 10 })
});

describe('the T score', () => {
	it('is 50 + 10x for one goal whatever its weight, and 50 when all goals are exactly met', () => {
		fc.assert(
			fc.property(goal, fc.array(goal, { minLength: 1, maxLength: 6 }), (one, several) => {
				expect(attainGoals([one]).t).toBeCloseTo(50 + 10 * one.distance, 9);
				expect(attainGoals(several.map(({ weight }) => ({ distance: 0, weight }))).t).toBe(50);
			})
		);
	});

	it('does not change when all weights are multiplied', () => {
		fc.assert(
			fc.property(
				fc.array(goal, { minLength: 1, maxLength: 6 }),
				fc.integer({ min: 2, max: 9 }),
				(goals, by) => {
					const heavier = goals.map(({ distance, weight }) => ({ distance, weight: by * weight }));
					expect(attainGoals(heavier).t).toBeCloseTo(attainGoals(goals).t ?? NaN, 9);
				}
			)
		);
	});

	// Socialstyrelsen, Systematisk uppföljning, example 6: Lisa goes from level 1 to 2; the goal is 3.
	it('reads MUS’s levels 1–5 as distances from the goal', () => {
		const of = (level: number) => attainGoals([{ distance: musDistance(level), weight: 1 }]);
		expect([of(1).t, of(2).t, of(2).goalsMet]).toEqual([30, 40, 0]);
	});

	it('is null when no goal is followed up', () => {
		expect(attainGoals([{ distance: null, weight: 1 }])).toEqual({
			distances: [],
			t: null,
			meanDistance: null,
			goalsMet: 0,
			shareMet: null
		});
	});
});

describe('goals of a group', () => {
	it('are counted by level, with the share at the goal or above', () => {
		const goals = [1, 3, 3, 5, null].map((level, index) => ({ client: `made-up-${index}`, level }));
		expect(countGoalLevels(goals)).toMatchObject({
			clients: 5,
			goals: 5,
			notFollowedUp: 1,
			met: { count: 3, share: 0.75 }
		});
		expect(countGoalLevels(goals).levels.map(({ count }) => count)).toEqual([1, 0, 2, 0, 1]);
		expect(countGoalLevels(goals).met.interval).not.toBeNull();
	});

	it('have no interval when one client has several: they are not independent', () => {
		const goals = [3, 4].map((level) => ({ client: 'made-up', level }));
		expect(countGoalLevels(goals).met).toEqual({ count: 2, share: 1, interval: null });
	});
});

describe('goals as the professional judged them', () => {
	it('become four values of six, but "cannot be judged" none', () => {
		expect(([1, 2, 3, 4, 5, 6] as const).map(toFourValues)).toEqual([1, 2, 3, 3, 4, null]);
	});

	it('are met by 1 and 3 of six but only by 1 of four, of those judged', () => {
		const judged = countJudgedGoals([1, 1, 2, 3, 3, 3, 4, 5, 6, 6]);
		expect(judged).toMatchObject({
			judged: 8,
			cannotBeJudged: 2,
			met: { count: 5, share: 0.625 },
			metOfFour: { count: 2, share: 0.25 }
		});
	});
});
