import { expect, it } from 'vitest';
import { findRisks } from './find-risks.ts';
import type { RiskItem } from './instrument.ts';

const risk: RiskItem = { item: 'phq9_9', codes: [1, 2, 3], text: { sv: 'påhittad' }, source: 'made up' };
const inMatrix: RiskItem = { ...risk, item: 'm.r9' };

it('finds an answer that must be seen', () => {
	expect(findRisks({ risks: [risk] }, { phq9_9: 1 })).toEqual([risk]);
	expect(findRisks({ risks: [inMatrix] }, { m: { r9: 3 } })).toEqual([inMatrix]);
});

it('finds none in other answers, or where the question was not answered', () => {
	expect(findRisks({ risks: [risk, inMatrix] }, { phq9_9: 0, phq9_1: 3, m: { r1: 3 } })).toEqual([]);
	expect(findRisks({ risks: [risk, inMatrix] }, {})).toEqual([]);
});
