import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate } from '../shared/local-date.ts';
import { assessLimit } from './assess-limit.ts';
import { assessOccasion } from './assess-occasion.ts';
import { countOutcomes } from './count-outcomes.ts';
import { listPlanned, type CaseDays } from './list-planned.ts';
import { nameOccasion, type CaseOccasion, type OccasionOutcome, type PlannedOccasion } from './occasion.ts';
import type { Plan } from './plan.ts';
import { replan } from './replan.ts';
import { addSpan } from './span.ts';
import { findTemplate, listTemplates } from './templates.ts';

const day = (text: string) => text as LocalDate;
const template = (id: string): Plan => {
	const found = findTemplate(id);
	if (!found) throw new Error(id);
	return found.plan;
};
const ongoing: CaseDays = {
	'case-start': day('2026-01-05'),
	'case-end': null,
	'intervention-start': day('2026-02-02'),
	'intervention-end': null
};
const ended: CaseDays = { ...ongoing, 'intervention-end': day('2026-06-30') };
const settle = (occasion: PlannedOccasion, outcome: OccasionOutcome): CaseOccasion => ({
	...occasion,
	outcome
});
const daysOf = (planned: readonly PlannedOccasion[], line: string) =>
	planned
		.filter((occasion) => occasion.line === line)
		.map(({ rule, days }) => [rule, days?.opensOn ?? null, days?.dueOn ?? null, days?.closesOn ?? null]);

describe('planned occasions', () => {
	it('wait for a date while nobody knows when the intervention ends', () => {
		expect(daysOf(listPlanned(template('start-end-4-to-8-months-after'), ongoing), 'self-rating')).toEqual([
			['start', '2026-01-19', '2026-02-02', '2026-03-04'],
			['end', null, null, null]
		]);
	});

	it('lie 4–8 months after the end (KAST, Kartläggning av individbaserade systematiska uppföljningar, 2.2.1)', () => {
		const planned = listPlanned(template('start-end-4-to-8-months-after'), ended);
		expect(daysOf(planned, 'self-rating-later')).toEqual([
			['later', '2026-10-30', '2027-02-28', '2027-02-28']
		]);
	});

	it('are four during the intervention and one at its end (våld i nära relation, 2.2.7)', () => {
		const planned = listPlanned(template('four-times-and-end'), {
			...ended,
			'intervention-end': day('2026-12-01')
		});
		expect(planned.filter(({ line }) => line === 'su').map(({ days }) => days?.dueOn)).toEqual([
			'2026-04-02',
			'2026-06-02',
			'2026-08-02',
			'2026-10-02',
			'2026-12-01'
		]);
	});

	it('are fewer when the intervention ends before its time', () => {
		const su = listPlanned(template('four-times-and-end'), ended).filter(({ line }) => line === 'su');
		expect(su.map(({ days }) => days?.dueOn)).toEqual(['2026-04-02', '2026-06-02', '2026-06-30']);
	});

	it('are not half a year into a placement that ended after five months', () => {
		const ladder = daysOf(listPlanned(template('start-half-year-end'), ended), 'ladder');
		expect(ladder.map(([rule]) => rule)).toEqual(['start', 'end']);
	});

	it('are every day for eight weeks: two before, three during, three when it is wound down (MOS, example 6)', () => {
		const daily = listPlanned(template('daily-eight-weeks'), ongoing).filter(({ line }) => line === 'rating');
		expect(daily).toHaveLength(56);
		expect(daily[0]).toMatchObject({ phase: 'before', days: { dueOn: '2026-01-19' } });
		expect(daily[14]).toMatchObject({ phase: 'during', days: { dueOn: '2026-02-02' } });
		expect(daily[55]).toMatchObject({ sequence: 56, days: { dueOn: '2026-03-15', closesOn: '2026-03-16' } });
	});

	it('come one at a time where each is counted from the one before', () => {
		const plan = template('yearly-at-most-half-yearly');
		const [first] = listPlanned(plan, ongoing);
		expect(first).toMatchObject({
			sequence: 1,
			days: { opensOn: '2026-01-05', dueOn: '2027-01-05', closesOn: '2027-01-05' }
		});
		const done = settle(first as PlannedOccasion, { state: 'done', on: day('2026-03-10') });
		expect(listPlanned(plan, ongoing, [done])).toMatchObject([
			{ sequence: 2, days: { opensOn: '2026-09-10', closesOn: '2027-03-10' } }
		]);
		const closed = { ...ongoing, 'case-end': day('2026-08-01') };
		expect(listPlanned(plan, closed, [done])).toEqual([]);
	});
});

describe('at most once per half-year', () => {
	const timing = template('yearly-at-most-half-yearly').occasions[0]?.timing;
	if (!timing) throw new Error('no timing');

	it('refuses what comes too soon, and says from when on it may be done', () => {
		expect(assessLimit(timing, [day('2026-03-10')], day('2026-09-09'))).toEqual({
			ok: false,
			problem: { lastOn: '2026-03-10', notBefore: '2026-09-10', span: { count: 6, unit: 'month' } }
		});
		expect(assessLimit(timing, [day('2026-03-10')], day('2026-09-10')).ok).toBe(true);
	});

	it('refuses one that is entered late between two others', () => {
		expect(assessLimit(timing, [day('2026-09-10')], day('2026-06-01')).ok).toBe(false);
	});

	it('is no limit where the plan does not say so', () => {
		const goals = template('goal-levels-each-follow-up').occasions.find(({ key }) => key === 'follow-up');
		if (!goals) throw new Error('no rule');
		expect(assessLimit(goals.timing, [day('2026-03-10')], day('2026-03-11')).ok).toBe(true);
	});
});

describe('how an occasion stands', () => {
	const days = { opensOn: day('2026-03-01'), dueOn: day('2026-03-10'), closesOn: day('2026-03-20') };
	it.each([
		['2026-02-28', 'coming'],
		['2026-03-01', 'due'],
		['2026-03-20', 'due'],
		['2026-03-21', 'overdue']
	])('on %s: %s', (today, standing) => {
		expect(assessOccasion({ days, outcome: { state: 'planned' } }, day(today))).toBe(standing);
	});

	it('is settled whatever day it is', () => {
		const missed = { state: 'missed', on: day('2026-03-05'), reason: 'declined' } as const;
		expect(assessOccasion({ days, outcome: missed }, day('2026-02-01'))).toBe('missed');
		expect(assessOccasion({ days: null, outcome: { state: 'planned' } }, day('2026-02-01'))).toBe('undated');
	});

	it('leaves those who died or moved out of what was expected', () => {
		const missed = (reason: 'deceased' | 'moved' | 'not-reached') =>
			({ days, outcome: { state: 'missed', on: day('2026-03-05'), reason } }) as const;
		const count = countOutcomes(
			[
				missed('deceased'),
				missed('moved'),
				missed('not-reached'),
				{ days, outcome: { state: 'done', on: day('2026-03-05') } },
				{ days, outcome: { state: 'planned' } },
				{ days: null, outcome: { state: 'planned' } },
				{ days, outcome: { state: 'lapsed' } }
			],
			day('2026-03-21')
		);
		expect(count).toMatchObject({ expected: 3, done: 1, missed: 1, overdue: 1, outside: 2, notYetDue: 1 });
	});
});

const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2024-01-01'), days));
const anyDays = fc
	.record({ start: anyDay, wait: fc.nat(90), length: fc.option(fc.nat(900)), isClosed: fc.boolean() })
	.map(({ start, wait, length, isClosed }): CaseDays => {
		const begins = addDays(start, wait);
		const ends = length === null ? null : addDays(begins, length);
		return {
			'case-start': start,
			'case-end': isClosed && ends !== null ? addDays(ends, 10) : null,
			'intervention-start': begins,
			'intervention-end': ends
		};
	});
const anyPlan = fc.constantFrom(...listTemplates().map(({ plan }) => plan));
const anyOutcome: fc.Arbitrary<OccasionOutcome> = fc.oneof(
	fc.constant<OccasionOutcome>({ state: 'planned' }),
	fc.constant<OccasionOutcome>({ state: 'lapsed' }),
	anyDay.map((on): OccasionOutcome => ({ state: 'done', on })),
	anyDay.map((on): OccasionOutcome => ({ state: 'missed', on, reason: 'not-reached' }))
);
/** A case with a plan where some of what was planned has been settled, any which way. */
const anyCase = fc
	.record({ plan: anyPlan, days: anyDays, outcomes: fc.array(anyOutcome, { minLength: 1, maxLength: 30 }) })
	.map(({ plan, days, outcomes }) => ({
		plan,
		existing: listPlanned(plan, days).map((occasion, at) =>
			settle(occasion, outcomes[at % outcomes.length] ?? { state: 'planned' })
		)
	}));

function carryOut(existing: readonly CaseOccasion[], planned: readonly PlannedOccasion[]): CaseOccasion[] {
	const { added, moved, lapsed } = replan(existing, planned);
	const changed = new Map<CaseOccasion, CaseOccasion>([
		...moved.map(({ from, to }) => [from, settle(to, { state: 'planned' })] as const),
		...lapsed.map((from) => [from, settle(from, { state: 'lapsed' })] as const)
	]);
	return [
		...existing.map((occasion) => changed.get(occasion) ?? occasion),
		...added.map((occasion) => settle(occasion, { state: 'planned' }))
	];
}

describe('laws', () => {
	it('every window opens before it is due and is due before it closes, and each has a name of its own', () => {
		fc.assert(
			fc.property(anyPlan, anyDays, (plan, days) => {
				const planned = listPlanned(plan, days);
				expect(new Set(planned.map(nameOccasion)).size).toBe(planned.length);
				for (const { days: of } of planned) {
					if (of) expect(of.opensOn <= of.dueOn && of.dueOn <= of.closesOn).toBe(true);
				}
			})
		);
	});

	it('what has happened is never rewritten, whatever the days and the plan become', () => {
		fc.assert(
			fc.property(anyCase, anyPlan, anyDays, ({ existing }, plan, days) => {
				const after = new Map(
					carryOut(existing, listPlanned(plan, days, existing)).map((occasion) => [
						nameOccasion(occasion),
						occasion
					])
				);
				for (const before of existing.filter(({ outcome }) => /done|missed/.test(outcome.state))) {
					expect(after.get(nameOccasion(before))).toBe(before);
				}
			})
		);
	});

	it('planning again with nothing new changes nothing', () => {
		fc.assert(
			fc.property(anyCase, anyDays, ({ plan, existing }, days) => {
				const once = carryOut(existing, listPlanned(plan, days, existing));
				const again = replan(once, listPlanned(plan, days, once));
				expect(again).toEqual({ added: [], moved: [], lapsed: [] });
			})
		);
	});

	it('nothing during an intervention is expected after its end', () => {
		fc.assert(
			fc.property(anyDays, (days) => {
				const end = days['intervention-end'];
				for (const occasion of listPlanned(template('four-times-and-end'), days)) {
					if (end && occasion.rule === 'during') expect((occasion.days?.dueOn ?? '') <= end).toBe(true);
				}
			})
		);
	});

	it('half a year after is about 182 days after, never a month off', () => {
		fc.assert(
			fc.property(anyDay, (from) => {
				const days = daysBetween(from, addSpan(from, { count: 6, unit: 'month' }));
				expect(days).toBeGreaterThanOrEqual(181);
				expect(days).toBeLessThanOrEqual(184);
			})
		);
	});
});
