import { describe, expect, it } from 'vitest';
import { answerAudit, auditLike } from '#tests/build/audit-like.ts';
import { compareScores } from './compare-scores.ts';
import { scoreInstrument } from './score-instrument.ts';

const answers = answerAudit(4, 1, 2, 3, 3, 1, 4, 2, 2, 2);
const scores = scoreInstrument(auditLike, answers, { sex: 'female', ageInYears: 34 });

describe('comparing a stored score with a recomputed one', () => {
	it('finds nothing when a database has only turned keys and bands around', () => {
		const { total, ...others } = scores.scales;
		const turned = { ...total!, bands: [...total!.bands].reverse() };
		expect(compareScores({ ...scores, scales: { ...others, total: turned } }, scores)).toEqual([]);
	});

	it('finds nothing after a trip through JSON', () => {
		expect(compareScores(JSON.parse(JSON.stringify(scores)), scores)).toEqual([]);
	});

	it('reports a score that differs, with both values', () => {
		const changed = { ...scores.scales, total: { ...scores.scales.total!, score: 23 } };
		expect(compareScores({ ...scores, scales: changed }, scores)).toEqual([
			{ scale: 'total', field: 'score', stored: 23, recomputed: 24 }
		]);
	});

	it('reports other rules and a scale that is only in one of them', () => {
		const { total, ...others } = scores.scales;
		const differences = compareScores({ ...scores, ruleVersion: '0', scales: others }, scores);
		expect(differences).toEqual([
			{ scale: null, field: 'ruleVersion', stored: '0', recomputed: '1' },
			{ scale: 'total', field: 'scale', stored: null, recomputed: total }
		]);
	});
});
