import { describe, expect, it } from 'vitest';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import { audit24, auditAnswers } from '#tests/build/made-up.ts';
import { decideCorrection } from './decide-correction.ts';

const loaded = loadInstrument('instruments/audit/1.0.0');
if (!loaded.ok) throw new Error('AUDIT does not load');
const audit = loaded.value;
const woman = { sex: 'female', ageInYears: 36 } as const;

const decide = (given: unknown, mode: 'link' | 'paper' = 'link', before = audit24) =>
	decideCorrection(audit, { before, given, mode }, woman);

describe('decideCorrection', () => {
	it('scores the corrected answers anew', () => {
		const decided = decide({ ...audit24, audit_1: 2 });
		// 24 points with item 1 at 4; the item's codes are its points (instruments/audit).
		expect(decided.ok && decided.value.scored.scales['total']?.score).toBe(22);
	});

	it('allows a gap, and then there is a reason instead of a score', () => {
		const { audit_10: _taken, ...rest } = audit24;
		const decided = decide(rest);
		expect(decided.ok && decided.value.scored.scales['total']).toMatchObject({
			score: null,
			reason: 'missing-items'
		});
	});

	it('drops on a screen what the form no longer asks, and keeps it as written on paper', () => {
		const never = { ...audit24, audit_1: 0, audit_9: 0, audit_10: 0 };
		const onScreen = decide(never);
		expect(onScreen.ok && Object.keys(onScreen.value.answers)).toEqual(['audit_1', 'audit_9', 'audit_10']);
		const onPaper = decide(never, 'paper');
		expect(onPaper.ok && onPaper.value.answers).toEqual(never);
	});

	it('refuses a code or a question that the form does not have', () => {
		expect(decide({ ...audit24, audit_9: 3 })).toEqual({ ok: false, problem: 'answers-refused' });
		expect(decide({ ...audit24, audit_11: 1 })).toEqual({ ok: false, problem: 'answers-refused' });
	});

	it('refuses what is as before, in whatever order it is written', () => {
		const turned = Object.fromEntries(Object.entries(audit24).toReversed());
		expect(decide(turned)).toEqual({ ok: false, problem: 'correction-empty' });
		expect(decide(audit24, 'paper', auditAnswers([4])).ok).toBe(true);
	});
});
