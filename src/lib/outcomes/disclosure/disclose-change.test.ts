import { describe, expect, it } from 'vitest';
import { chooseGroups } from './choose-groups.ts';
import { discloseChange, type KeyedPair } from './disclose-change.ts';
import { discloseCounts } from './disclose-counts.ts';
import { discloseDurations } from './disclose-durations.ts';
import { findDisclosureRule } from './disclosure-rules.ts';

// Made-up pairs; k is 5 for what is not sensitive, 10 for a group of its own.
const rule = findDisclosureRule({ audience: 'unit', isSensitive: false });
let key = 0;
const pairs = (group: string, better: number, same: number, worse: number): KeyedPair[] => [
	...Array.from({ length: better }, (_, index) => pair(group, 20 + index, 10)),
	...Array.from({ length: same }, () => pair(group, 15, 15)),
	...Array.from({ length: worse }, (_, index) => pair(group, 10, 12 + index))
];
const pair = (group: string, before: number | null, after: number | null): KeyedPair => ({
	key: (key += 1),
	before,
	after,
	groups: group === '' ? [] : [group]
});
const disclose = (rows: readonly KeyedPair[], order: readonly string[] = []) =>
	discloseChange({ rows, order, direction: 'lower-better', criterion: { kind: 'any-point' } }, rule);

describe('a change as it may be shown', () => {
	it('has better, the same and worse beside one another where each is enough', () => {
		const { all, parts } = disclose(pairs('', 12, 6, 7));
		expect(parts).toBe(3);
		expect(
			all.kind === 'shown' && all.value.shares?.map((cell) => cell.kind === 'shown' && cell.value.count)
		).toEqual([12, 6, 7]);
	});

	it('never leaves only the better to be seen: the worse stand with the same', () => {
		const { all, parts } = disclose(pairs('', 12, 2, 7));
		expect(parts).toBe(2);
		expect(
			all.kind === 'shown' && all.value.shares?.map((cell) => cell.kind === 'shown' && cell.value.count)
		).toEqual([12, 9]);
	});

	it('shows no group that would leave a few as the difference to everybody', () => {
		const { groups } = disclose(
			[...pairs('a', 12, 6, 7), ...pairs('b', 11, 5, 5), ...pairs('c', 2, 0, 1)],
			['a', 'b', 'c']
		);
		expect(groups.map(({ change }) => change.kind)).toEqual(['shown', 'hidden', 'hidden']);
	});

	it('says nothing of fewer pairs than the rule', () => {
		expect(disclose(pairs('', 2, 1, 1)).all).toEqual({ kind: 'hidden', symbol: '..' });
	});

	it('counts those measured once, and none of them where they are few', () => {
		const once = [...Array.from({ length: 8 }, () => pair('', 9, null)), pair('', null, 9)];
		const [before, after] = disclose([...pairs('', 12, 6, 7), ...once]).unpaired;
		expect([before.kind, after.kind]).toEqual(['hidden', 'hidden']);
	});
});

describe('counts as they may be shown', () => {
	const group = (value: string, ...counts: number[]) => ({
		value,
		people: counts.reduce((sum, one) => sum + one, 0),
		counts
	});

	it('hide a small count in every group that would give it away', () => {
		const groups = [group('a', 30, 3), group('b', 25, 20)];
		const { all, groups: shown } = discloseCounts(
			{ all: group('', 55, 23), groups, rest: null, isOverlapping: false },
			rule
		);
		expect(shown.map(({ cells }) => cells.map(({ kind }) => kind))).toEqual([
			['hidden', 'hidden'],
			['hidden', 'hidden']
		]);
		expect(all.cells.map((cell) => cell.kind === 'shown' && cell.value.count)).toEqual([55, 23]);
	});

	it('count those whose group is not known among everybody', () => {
		const groups = [group('a', 30, 12), group('b', 25, 20)];
		const { groups: shown } = discloseCounts(
			{ all: group('', 56, 32), groups, rest: group('', 1, 0), isOverlapping: false },
			rule
		);
		expect(shown.flatMap(({ cells }) => cells).some(({ kind }) => kind === 'hidden')).toBe(true);
	});

	it('give no share of a group smaller than a divided group may be', () => {
		const groups = [group('a', 7, 0), group('b', 25, 20)];
		const { groups: shown } = discloseCounts(
			{ all: group('', 32, 20), groups, rest: null, isOverlapping: false },
			rule
		);
		expect(shown[0]?.cells.some((cell) => cell.kind === 'shown' && cell.value.share !== null)).toBe(false);
	});
});

describe('durations as they may be shown', () => {
	const spells = (count: number, group: string) =>
		Array.from({ length: count }, (_, index) => ({
			key: (key += 1),
			days: 30 + index,
			hasEnded: true,
			groups: [group]
		}));

	it('have no shortest or longest, and nothing of few', () => {
		const { all, groups } = discloseDurations([...spells(20, 'a'), ...spells(12, 'b')], ['a', 'b'], rule);
		expect(all.kind === 'shown' && Object.keys(all.value)).toEqual([
			'n',
			'mean',
			'standardDeviation',
			'lowerQuartile',
			'median',
			'upperQuartile',
			'withOngoing'
		]);
		expect(groups.map(({ durations }) => durations.kind)).toEqual(['shown', 'shown']);
		expect(discloseDurations(spells(4, 'a'), [], rule).all.kind).toBe('hidden');
	});
});

describe('groups with a figure of their own', () => {
	it('are chosen from the largest down, also where people are in several', () => {
		const keys = (from: number, to: number): Set<number> =>
			new Set(Array.from({ length: to - from }, (_, index) => from + index));
		const groups = [
			{ value: 'small', members: keys(0, 9) },
			{ value: 'large', members: keys(0, 30) },
			{ value: 'nearly', members: keys(2, 30) }
		];
		expect([...chooseGroups(keys(0, 40), groups, rule)]).toEqual(['large']);
	});
});
