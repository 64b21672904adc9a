import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAudit, auditLike } from '#tests/build/audit-like.ts';
import {
	isEqual,
	makeChoice,
	makeInstrument,
	makeInstrumentJson,
	makeMatrix,
	makeScaleJson
} from '#tests/build/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { PersonFacts, ScaleScore } from './score.ts';
import { scoreInstrument } from './score-instrument.ts';

const woman: PersonFacts = { sex: 'female', ageInYears: 34 };
const unknown: PersonFacts = { sex: null, ageInYears: null };

function scoreAudit(answers: Answers, person = unknown, scale = 'total'): ScaleScore | undefined {
	return scoreInstrument(auditLike, answers, person).scales[scale];
}

describe('an AUDIT form', () => {
	it('gives the totals and subscales of the published example', () => {
		// awell-score src/scores/audit: 4,1,2,3,3,1,4,2,2,2 → 24 (7, 7, 10).
		const { scales } = scoreInstrument(auditLike, answerAudit(4, 1, 2, 3, 3, 1, 4, 2, 2, 2), woman);
		expect(Object.fromEntries(Object.entries(scales).map(([name, { score }]) => [name, score]))).toEqual({
			total: 24,
			consumption: 7,
			dependence: 7,
			problems: 10,
			'audit-c': 7
		});
	});

	it('carries the instrument and rule versions with the scores', () => {
		const scores = scoreInstrument(auditLike, {}, unknown);
		expect(scores).toMatchObject({ instrumentId: 'made-up', version: '1', ruleVersion: '1' });
	});

	it('counts what an abstainer skips as zero points and not as missing', () => {
		expect(scoreAudit(answerAudit(0, null, null, null, null, null, null, null, 2, 0))).toMatchObject({
			score: 2,
			reason: null,
			answered: 10,
			lowestPossible: 2,
			highestPossible: 2,
			isProrated: false
		});
	});

	it('counts questions 4–8 as zero when questions 2 and 3 are zero', () => {
		expect(scoreAudit(answerAudit(1, 0, 0, null, null, null, null, null, 0, 0))?.score).toBe(1);
		expect(scoreAudit(answerAudit(1, 0, 1, null, null, null, null, null, 0, 0))?.score).toBeNull();
	});

	it('gives no score but the possible range when an answer is missing', () => {
		expect(scoreAudit(answerAudit(3, 2, 2, 1, 0, 0, 1, 1, null, 2), woman)).toEqual({
			score: null,
			reason: 'missing-items',
			answered: 9,
			itemCount: 10,
			lowestPossible: 12,
			highestPossible: 16,
			isProrated: false,
			bands: [],
			bandUnknownBecause: null,
			possibleBands: []
		});
	});

	it('takes nothing missing for zero: an empty form has no score', () => {
		expect(scoreAudit({})).toMatchObject({
			score: null,
			reason: 'missing-items',
			answered: 0,
			lowestPossible: 0,
			highestPossible: 40
		});
	});

	it.each([1, 3])('refuses the code %i on question 9, which only has 0, 2 and 4', (code) => {
		const answers = answerAudit(1, 1, 1, 1, 1, 1, 1, 1, code, 0);
		expect(scoreAudit(answers)).toMatchObject({
			score: null,
			reason: 'invalid-answer',
			answered: 9,
			lowestPossible: null,
			highestPossible: null
		});
		expect(scoreAudit(answers, unknown, 'consumption')?.score).toBe(3);
	});

	it.each(['2', true, [2], { row: 2 }, 2.5])('takes %j for another code than 2', (answer) => {
		const answers = { ...answerAudit(1, 1, 1, 1, 1, 1, 1, 1, 0, 0), audit_2: answer } as unknown as Answers;
		expect(scoreAudit(answers)?.reason).toBe('invalid-answer');
	});

	it.each([null, '', undefined])('takes %j for an empty answer', (answer) => {
		const answers = { ...answerAudit(1, 1, 1, 1, 1, 1, 1, 1, 0, 0), audit_2: answer } as unknown as Answers;
		expect(scoreAudit(answers)?.reason).toBe('missing-items');
	});
});

describe('answers that contradict the skip they follow', () => {
	it('keeps the points, and does not guess the empty ones: no total', () => {
		expect(scoreAudit(answerAudit(0, null, null, 3, null, null, null, null, 0, 0))).toMatchObject({
			score: null,
			reason: 'missing-items',
			answered: 4,
			lowestPossible: 3,
			highestPossible: 27
		});
	});

	it('adds up everything when nothing is empty', () => {
		expect(scoreAudit(answerAudit(0, 1, 0, 3, 0, 0, 0, 0, 0, 0))?.score).toBe(4);
	});

	it('skips all the same when what was answered anyway is zero', () => {
		expect(scoreAudit(answerAudit(0, 0, null, 0, null, null, null, null, 0, 0))?.score).toBe(0);
	});

	it('does not skip on an answer that is not valid', () => {
		const answers = { audit_1: '0', audit_9: 0, audit_10: 0 };
		expect(scoreAudit(answers, unknown, 'dependence')?.reason).toBe('missing-items');
	});
});

describe('answers without a score', () => {
	const instrument = makeInstrument(
		makeInstrumentJson({
			items: [
				{ name: 'a', number: '1', scores: { 1: 1, 2: 2, 6: null } },
				{ name: 'b', number: '2', scores: { 1: 1, 2: 2, 6: null } }
			],
			scales: [
				makeScaleJson(['a', 'b']),
				makeScaleJson(['a', 'b'], {
					name: 'prorated',
					aggregate: 'mean',
					missing: { maxMissing: 1, source: 'TEST' }
				})
			]
		}),
		[makeChoice('a', [1, 2, 6]), makeChoice('b', [1, 2, 6])]
	);

	it('counts "vet inte" as missing, not as an invalid answer and not as six points', () => {
		const { scales } = scoreInstrument(instrument, { a: 2, b: 6 }, unknown);
		expect(scales.total).toMatchObject({ score: null, reason: 'missing-items', answered: 1 });
		expect(scales.prorated).toMatchObject({ score: 2, isProrated: true, lowestPossible: 1.5 });
	});

	it('says that no item has a score when proration would divide by zero', () => {
		const one = makeInstrument(
			makeInstrumentJson({
				items: [{ name: 'a', number: '1', scores: { 1: 1, 6: null } }],
				scales: [makeScaleJson(['a'], { missing: { maxMissing: 1, source: 'TEST' } })]
			}),
			[makeChoice('a', [1, 6])]
		);
		expect(scoreInstrument(one, { a: 6 }, unknown).scales.total?.reason).toBe('no-scored-items');
	});
});

describe('a completeness rule beside the missing rule', () => {
	it('gives no score when the item it demands is empty, though as many may be missing', () => {
		const scale = makeScaleJson(['a', 'b', 'c'], { missing: { maxMissing: 1, source: 'TEST' } });
		const instrument = makeInstrument(
			makeInstrumentJson({
				items: ['a', 'b', 'c'].map((name) => ({ name, number: name, scores: 'code' })),
				scales: [{ ...scale, completeIf: '{a} notempty' }]
			}),
			['a', 'b', 'c'].map((name) => makeChoice(name, [0, 1, 2])),
			[],
			{ total: { kind: 'unary', operator: 'notempty', operand: { kind: 'variable', path: ['a'] } } }
		);
		const score = (answers: Answers) => scoreInstrument(instrument, answers, unknown).scales.total;
		expect(score({ a: 0, b: 2 })).toMatchObject({ score: 3, isProrated: true });
		expect(score({ b: 2, c: 2 })).toMatchObject({ score: null, reason: 'missing-items', answered: 2 });
	});
});

describe('rows of a matrix', () => {
	const instrument = makeInstrument(
		makeInstrumentJson({
			items: [
				{ name: 'm.a', number: '1a', scores: 'code' },
				{ name: 'm.b', number: '1b', scores: 'code' }
			],
			structuralZeros: [{ when: '{m.a} = 0', items: ['m.b'], source: 'TEST' }],
			scales: [makeScaleJson(['m.a', 'm.b'], { weights: { 'm.a': 3 } })]
		}),
		[makeMatrix('m', ['a', 'b'], [0, 1, 2])],
		[{ ...isEqual('', 0), left: { kind: 'variable', path: ['m', 'a'] } } as ReturnType<typeof isEqual>]
	);
	const score = (m: unknown) => scoreInstrument(instrument, { m } as Answers, unknown).scales.total;

	it('are items of their own, with weights', () => {
		expect(score({ a: 2, b: 1 })?.score).toBe(7);
		expect(score({ b: 1 })).toMatchObject({ reason: 'missing-items', lowestPossible: 1, highestPossible: 7 });
		expect(score({ a: 0 })?.score).toBe(0);
	});

	it('are invalid when the answer is not one code per row', () => {
		expect(score(1)?.reason).toBe('invalid-answer');
		expect(score([1, 1])?.reason).toBe('invalid-answer');
		expect(score(undefined)?.reason).toBe('missing-items');
	});
});

describe('whatever is answered', () => {
	const answer = fc.oneof(fc.constantFrom(0, 1, 2, 3, 4, null), fc.constantFrom('x', 5, true));

	it('gives either a score within the possible range or a reason', () => {
		fc.assert(
			fc.property(fc.array(answer, { maxLength: 10 }), (codes) => {
				const { scales } = scoreInstrument(auditLike, answerAudit(...(codes as number[])), woman);
				for (const scale of Object.values(scales)) {
					expect(scale.score === null).toBe(scale.reason !== null);
					if (scale.score === null) expect(scale.bands).toEqual([]);
					else expect([scale.lowestPossible, scale.highestPossible]).toEqual([scale.score, scale.score]);
				}
			})
		);
	});

	it('lies between the lowest and highest possible of the same form with an answer taken away', () => {
		const codes = fc.tuple(
			...Array.from({ length: 8 }, () => fc.integer({ min: 0, max: 4 })),
			fc.constantFrom(0, 2, 4),
			fc.constantFrom(0, 2, 4)
		);
		fc.assert(
			fc.property(codes, fc.integer({ min: 0, max: 9 }), (full, removed) => {
				const total = scoreAudit(answerAudit(...full))?.score ?? -1;
				const part = scoreAudit(answerAudit(...full.map((code, index) => (index === removed ? null : code))));
				expect(total).toBeGreaterThanOrEqual(part?.lowestPossible ?? 99);
				expect(total).toBeLessThanOrEqual(part?.highestPossible ?? -1);
			})
		);
	});
});
