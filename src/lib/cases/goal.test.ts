import { describe, expect, it } from 'vitest';
import type { GoalRatingId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { viewGoal, type GoalJudge, type GoalLevel, type GoalRating } from './goal.ts';

let made = 0;
const rating = (ratedOn: string, level: GoalLevel, judge: GoalJudge = 'client'): GoalRating => ({
	id: `r${(made += 1)}` as GoalRatingId,
	ratedOn: ratedOn as LocalDate,
	judge,
	level
});

describe('a goal', () => {
	it('is not met one level below, though it is one step better (Socialstyrelsen 2014, Lisa)', () => {
		// Level 1 at the start; three times of ten at the follow-up is level 2.
		const [view] = viewGoal({ ratings: [rating('2026-01-10', 1), rating('2026-02-10', 2)] });
		expect(view).toMatchObject({ steps: 1, isMet: false, latest: { level: 2 } });
	});

	it('is met at the goal and above it', () => {
		const isMet = (level: GoalLevel) => viewGoal({ ratings: [rating('2026-01-10', level)] })[0]?.isMet;
		expect([1, 2, 3, 4, 5].map((level) => isMet(level as GoalLevel))).toEqual([
			false,
			false,
			true,
			true,
			true
		]);
	});

	it('has no change with one rating, and none at all with none', () => {
		expect(viewGoal({ ratings: [rating('2026-01-10', 2)] })[0]?.steps).toBeNull();
		expect(viewGoal({ ratings: [] })).toEqual([]);
	});

	it('keeps the views of those who judge it apart', () => {
		const ratings = [
			rating('2026-01-10', 1),
			rating('2026-01-10', 2, 'staff'),
			rating('2026-02-10', 4, 'staff')
		];
		expect(viewGoal({ ratings }).map(({ judge, latest, steps }) => [judge, latest.level, steps])).toEqual([
			['client', 1, null],
			['staff', 4, 2]
		]);
	});

	it('goes by the day, and by the last of a day when one has been mended', () => {
		const ratings = [rating('2026-02-10', 2), rating('2026-01-10', 1), rating('2026-02-10', 3)];
		const [view] = viewGoal({ ratings });
		expect(view?.ratings.map(({ level }) => level)).toEqual([1, 3]);
		expect(view?.isMet).toBe(true);
	});
});
