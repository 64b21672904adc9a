/** Made-up people and cases. 2 March 2026 is a Monday. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseId } from '#lib/shared/ids.ts';
import { toLocalDate, type LocalDate } from '#lib/shared/local-date.ts';
import { assessVisits, type ReviewFacts } from './assess-visits.ts';
import { drawSample } from './draw-sample.ts';
import { reviewLimits, riskIds, type RiskId } from './review-rules.ts';
import { gatherVisits, type ReviewLine, type Visit } from './visit.ts';

const caseOf = (number: number | string) => `case-${number}` as CaseId;
const line = (at: string, given: Partial<ReviewLine> = {}): ReviewLine => ({
	happenedAt: new Date(`${at}+01:00`),
	action: 'caseOverview',
	kind: 'read',
	caseId: caseOf(1),
	actorId: 'Karin',
	...given
});
const facts: ReviewFacts = {
	isAssigned: () => true,
	isProtected: () => false,
	swedishTime(moment) {
		const swedish = new Date(moment.getTime() + 3_600_000);
		return { hour: swedish.getUTCHours(), weekday: swedish.getUTCDay() || 7 };
	}
};
const written = line('2026-03-02T10:05:00', { kind: 'write', action: 'sendLink' });

function risksOf(lines: readonly ReviewLine[], given: Partial<ReviewFacts> = {}): (readonly RiskId[])[] {
	const visits = gatherVisits(lines, toLocalDate);
	const risks = assessVisits(visits, visits, { ...facts, ...given });
	return visits.map(({ key }) => risks.get(key) ?? []);
}

describe('gatherVisits', () => {
	it('makes one visit of a page that reads three things', () => {
		const visits = gatherVisits(
			[
				line('2026-03-02T10:00:00'),
				line('2026-03-02T10:00:01', { action: 'listAdministrations' }),
				line('2026-03-02T10:00:02', { action: 'caseOverview' }),
				written
			],
			toLocalDate
		);
		expect(visits).toMatchObject([
			{ reads: 3, writes: 1, actions: ['caseOverview', 'listAdministrations', 'sendLink'], day: '2026-03-02' }
		]);
	});

	it('keeps people, cases and Swedish days apart', () => {
		const visits = gatherVisits(
			[
				line('2026-03-02T10:00:00'),
				line('2026-03-02T10:00:00', { actorId: 'Lars' }),
				line('2026-03-02T10:00:00', { caseId: caseOf(2) }),
				line('2026-03-02T23:59:00'),
				line('2026-03-03T00:01:00')
			],
			toLocalDate
		);
		expect(visits.map(({ day }) => day).sort()).toEqual([
			'2026-03-02',
			'2026-03-02',
			'2026-03-02',
			'2026-03-03'
		]);
	});

	it('loses no line and invents none', () => {
		const anyLine = fc.record({
			happenedAt: fc.date({ min: new Date('2026-03-01'), max: new Date('2026-03-31'), noInvalidDate: true }),
			action: fc.constantFrom('caseOverview', 'sendLink'),
			kind: fc.constantFrom('read' as const, 'write' as const),
			caseId: fc.constantFrom(caseOf(1), caseOf(2), null),
			actorId: fc.constantFrom('Karin', 'Lars')
		});
		fc.assert(
			fc.property(fc.array(anyLine), (lines) => {
				const visits = gatherVisits(lines, toLocalDate);
				expect(visits.flatMap((visit) => visit.lines)).toHaveLength(lines.length);
				expect(visits.reduce((sum, { reads, writes }) => sum + reads + writes, 0)).toBe(lines.length);
			})
		);
	});
});

describe('assessVisits', () => {
	it('finds nothing in ordinary work', () => {
		expect(risksOf([line('2026-03-02T10:00:00'), written])).toEqual([[]]);
	});

	it('sees that a case was read and nothing written in it', () => {
		expect(risksOf([line('2026-03-02T10:00:00')])).toEqual([['read-only']]);
	});

	it('lets what is written within two weeks explain the reading, and not later', () => {
		const read = line('2026-03-02T10:00:00');
		const later = (day: string) => ({ ...written, happenedAt: new Date(`${day}T10:00:00+01:00`) });
		expect(risksOf([read, later('2026-03-16')])[0]).toEqual([]);
		expect(risksOf([read, later('2026-03-17')])[0]).toEqual(['read-only']);
		expect(risksOf([read, { ...later('2026-03-03'), actorId: 'Lars' }])[0]).toEqual(['read-only']);
		expect(risksOf([read, { ...later('2026-03-03'), caseId: caseOf(2) }])[0]).toEqual(['read-only']);
	});

	it.each([
		['2026-03-02T05:59:59', true],
		['2026-03-02T06:00:00', false],
		['2026-03-02T18:59:59', false],
		['2026-03-02T19:00:00', true],
		['2026-03-07T12:00:00', true],
		['2026-03-08T12:00:00', true]
	])('%s outside working hours: %s', (at, expected) => {
		expect(
			risksOf([line(at), { ...written }])
				.flat()
				.includes('outside-hours')
		).toBe(expected);
	});

	it('sees that a protected case was opened', () => {
		const isProtected = (id: CaseId) => id === caseOf(1);
		expect(risksOf([line('2026-03-02T10:00:00'), written], { isProtected })).toEqual([['protected-case']]);
	});

	it('sees that a case was opened without assignment, and says nothing where that is not known', () => {
		const lines = [line('2026-03-02T10:00:00'), written];
		expect(risksOf(lines, { isAssigned: () => false })).toEqual([['no-assignment']]);
		expect(risksOf(lines, { isAssigned: () => null })).toEqual([[]]);
	});

	it('sees that many cases were opened within an hour, and not when they were spread over the day', () => {
		const many = (minutesApart: number, count: number = reviewLimits.manyCases) =>
			Array.from({ length: count }, (_, index) => {
				const start = Date.parse('2026-03-02T08:00:00+01:00');
				return line('2026-03-02T08:00:00', {
					caseId: caseOf(index),
					happenedAt: new Date(start + index * minutesApart * 60_000)
				});
			});
		const hurried = (lines: readonly ReviewLine[]) =>
			risksOf(lines).filter((risks) => risks.includes('many-cases')).length;
		expect(hurried(many(3))).toBe(reviewLimits.manyCases);
		expect(hurried(many(3, reviewLimits.manyCases - 1))).toBe(0);
		expect(hurried(many(4))).toBe(0);
	});

	it('sees that lists were opened over and over', () => {
		const searching = (count: number, secondsApart: number) =>
			Array.from({ length: count }, (_, index) =>
				line('2026-03-02T08:00:00', {
					caseId: null,
					action: 'listCases',
					happenedAt: new Date(Date.parse('2026-03-02T08:00:00+01:00') + index * secondsApart * 1000)
				})
			);
		expect(risksOf(searching(reviewLimits.searches, 60))).toEqual([['repeated-search']]);
		expect(risksOf(searching(reviewLimits.searches - 1, 1))).toEqual([[]]);
		expect(risksOf(searching(reviewLimits.searches, 70))).toEqual([[]]);
	});
});

function makeVisits(count: number, actorOf: (index: number) => string): readonly Visit[] {
	return gatherVisits(
		Array.from({ length: count }, (_, index) =>
			line('2026-03-02T10:00:00', { caseId: caseOf(index), actorId: actorOf(index) })
		),
		toLocalDate
	);
}
const rankBy = (seed: number) => (key: string) => {
	let hash = seed;
	for (const letter of key) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
	return String(hash >>> 0).padStart(10, '0');
};
const keysOf = (sample: readonly { visit: Visit }[]) => sample.map(({ visit }) => visit.key);
const { riskSample, randomSample, perPerson } = reviewLimits;

describe('drawSample', () => {
	it('takes everything when there is less than a sample', () => {
		const visits = makeVisits(5, () => 'Karin');
		expect(drawSample(visits, new Map(), rankBy(1))).toHaveLength(5);
	});

	it('draws the same from the same seed, whatever the order, and something else from another', () => {
		const visits = makeVisits(200, (index) => `p${index % 9}`);
		const risks = new Map(visits.map(({ key }, index) => [key, index % 3 === 0 ? riskIds.slice(0, 1) : []]));
		const drawn = keysOf(drawSample(visits, risks, rankBy(7)));
		expect(keysOf(drawSample(visits.toReversed(), risks, rankBy(7)))).toEqual(drawn);
		expect(keysOf(drawSample(visits, risks, rankBy(8)))).not.toEqual(drawn);
	});

	it('has the heaviest risks, some by chance, and nothing twice', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 120 }), fc.integer(), (count, seed) => {
				const visits = makeVisits(count, (index) => `p${index % 5}`);
				const risks = new Map(visits.map(({ key }, index) => [key, riskIds.slice(index % 7)]));
				const sample = drawSample(visits, risks, rankBy(seed));
				expect(new Set(keysOf(sample)).size).toBe(sample.length);
				expect(sample.length).toBe(Math.min(count, riskSample + randomSample));
				expect(sample.filter(({ reasons }) => reasons.includes('random')).length).toBe(
					Math.max(
						0,
						Math.min(
							count - Math.min(riskSample, [...risks.values()].filter((r) => r.length > 0).length),
							randomSample
						)
					)
				);
			})
		);
	});

	it('lets no one person fill the sample while others wait', () => {
		const visits = makeVisits(40, (index) => (index < 30 ? 'Karin' : `p${index}`));
		const risks = new Map(
			visits.map(({ key, actorId }) => [
				key,
				actorId === 'Karin' ? (['protected-case'] as const) : (['read-only'] as const)
			])
		);
		const risky = drawSample(visits, risks, rankBy(3)).slice(0, riskSample);
		const ofKarin = risky.filter(({ visit }) => visit.actorId === 'Karin');
		expect(ofKarin).toHaveLength(Math.max(perPerson, riskSample - 10));
	});

	it('gives every visit a chance', () => {
		const visits = makeVisits(60, (index) => `p${index}`);
		const drawn = new Set(
			Array.from({ length: 200 }, (_, seed) => keysOf(drawSample(visits, new Map(), rankBy(seed + 1)))).flat()
		);
		expect(drawn.size).toBe(60);
	});
});

describe('a day', () => {
	it('is Swedish', () => {
		expect(toLocalDate(new Date('2026-03-02T23:30:00Z'))).toBe('2026-03-03' as LocalDate);
	});
});
