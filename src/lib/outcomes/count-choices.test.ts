import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { ageGroup, listAgeGroups } from './age-group.ts';
import { countChoices } from './count-choices.ts';
import { crossTable } from './cross-table.ts';
import { findStanding } from './follow-up-standing.ts';
import { groupRows } from './group-rows.ts';
import { itemNonResponse } from './item-non-response.ts';
import { periodOf } from './periods.ts';

const day = (text: string): LocalDate => text as LocalDate;

interface Person {
	readonly sex: string | null;
	readonly problems: readonly string[];
}
// Made-up persons.
const persons: readonly Person[] = [
	{ sex: 'kvinna', problems: ['alkohol', 'våld'] },
	{ sex: 'man', problems: ['alkohol', 'alkohol'] },
	{ sex: null, problems: ['boende'] },
	{ sex: 'kvinna', problems: [] }
];
const sexOf = ({ sex }: Person) => (sex === null ? [] : [sex]);
const problemsOf = ({ problems }: Person) => problems;

describe('counting choices', () => {
	it('takes shares of those who have any, and says when several are possible', () => {
		const counted = countChoices(persons, problemsOf, ['alkohol', 'boende', 'ekonomi']);
		expect(counted).toMatchObject({ answered: 3, missing: 1, hasSeveral: true });
		expect(counted.choices.map(({ value, count, share }) => [value, count, share])).toEqual([
			['alkohol', 2, 2 / 3],
			['boende', 1, 1 / 3],
			['ekonomi', 0, 0],
			['våld', 1, 1 / 3]
		]);
	});

	it('adds up to all when each has one', () => {
		const values = fc.array(fc.constantFrom('a', 'b', 'c'));
		fc.assert(
			fc.property(values, (all) => {
				const { answered, choices, hasSeveral } = countChoices(all, (value) => [value]);
				expect(hasSeveral).toBe(false);
				expect(choices.reduce((sum, { count }) => sum + count, 0)).toBe(answered);
			})
		);
	});

	it('has shares of nothing when nobody answered', () => {
		expect(countChoices([], problemsOf, ['alkohol']).choices).toEqual([
			{ value: 'alkohol', count: 0, share: null, interval: null }
		]);
	});
});

describe('splitting rows', () => {
	it('keeps those without a value apart', () => {
		const { groups, missing } = groupRows(persons, sexOf, ['kvinna', 'man', 'annat']);
		expect(groups.map(({ value, rows }) => [value, rows.length])).toEqual([
			['kvinna', 2],
			['man', 1],
			['annat', 0]
		]);
		expect(missing).toEqual([persons[2]]);
	});

	it('counts two things at once, with totals of persons', () => {
		const table = crossTable(persons, {
			rows: { valuesOf: sexOf, order: ['kvinna', 'man'] },
			columns: { valuesOf: problemsOf, order: ['alkohol', 'våld'] }
		});
		expect(table).toEqual({
			rowValues: ['kvinna', 'man'],
			columnValues: ['alkohol', 'våld'],
			counts: [
				[1, 1],
				[1, 0]
			],
			rowTotals: [1, 1],
			columnTotals: [2, 1],
			total: 2,
			missing: 2,
			isOverlapping: true
		});
	});
});

describe('age groups and periods', () => {
	const limits = [0, 18, 21, 65];

	it('put every age in one group', () => {
		expect([17, 18, 20, 21, 64, 65, 101].map((age) => ageGroup(age, limits))).toEqual([
			'0–17',
			'18–20',
			'18–20',
			'21–64',
			'21–64',
			'65–',
			'65–'
		]);
		expect(listAgeGroups(limits)).toEqual(['0–17', '18–20', '21–64', '65–']);
		expect(listAgeGroups([18, 19, 20])).toEqual(['18', '19', '20–']);
	});

	it('have none for an unknown age or one below the first', () => {
		expect(ageGroup(null, limits)).toBeNull();
		expect(ageGroup(12, [18, 21])).toBeNull();
	});

	it('write periods so that they sort', () => {
		const lengths = ['year', 'half-year', 'quarter', 'month'] as const;
		expect(lengths.map((length) => periodOf(day('2026-07-01'), length))).toEqual([
			'2026',
			'2026-H2',
			'2026-Q3',
			'2026-07'
		]);
	});
});

describe('the share followed up', () => {
	const started = (endedOn: string | null, hasAfter = false, isOutside = false) => ({
		endedOn: endedOn === null ? null : day(endedOn),
		hasAfter,
		isOutside
	});

	it('counts only those whose time has come', () => {
		const all = [
			started('2026-01-01', true),
			started('2026-01-01'),
			started('2026-05-20', true),
			started(null),
			started('2026-01-01', false, true)
		];
		expect(all.map((one) => findStanding(one, { on: day('2026-06-01'), windowDays: 60 }))).toEqual([
			'followed-up',
			'lost',
			'not-yet',
			'not-yet',
			'outside'
		]);
	});
});

describe('questions left out', () => {
	it('are counted of those asked; a question the form skipped is not missing', () => {
		const forms = [
			{ q1: 'answered', q2: 'not-asked' },
			{ q1: 'missing', q2: 'answered' },
			{ q2: 'answered' }
		] as const;
		expect(itemNonResponse(['q1', 'q2'], forms)).toMatchObject([
			{ item: 'q1', asked: 3, missing: { count: 2 } },
			{ item: 'q2', asked: 2, missing: { count: 0, share: 0 } }
		]);
	});
});
