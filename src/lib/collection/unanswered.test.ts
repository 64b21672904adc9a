import { describe, expect, it } from 'vitest';
import { loadInstrument } from '../instruments/server/load-instrument.ts';
import { checkMarks, describeAnswers } from './unanswered.ts';

const loaded = loadInstrument('instruments/audit/1.0.0');
if (!loaded.ok) throw new Error('AUDIT does not load');
const audit = loaded.value.questionnaire;

describe('a question without an answer', () => {
	it('is one of four things that are told apart, or simply skipped', () => {
		// AUDIT 1 = 0: the form skips 2–8 by itself.
		const status = describeAnswers(audit, { audit_1: 0 }, { audit_9: 'dont-know', audit_10: 'declined' });
		expect([1, 2, 9, 10].map((number) => status.get(`audit_${number}`))).toEqual([
			'answered',
			'not-shown',
			'dont-know',
			'declined'
		]);
		const other = describeAnswers(audit, { audit_1: 2 }, { audit_9: 'not-asked' });
		expect([other.get('audit_9'), other.get('audit_10')]).toEqual(['not-asked', 'skipped']);
	});

	it('is marked only where there is a question, and no answer', () => {
		expect(checkMarks(audit, { audit_1: 2 }, { audit_2: 'declined' }).ok).toBe(true);
		expect(checkMarks(audit, { audit_1: 2 }, { audit_1: 'declined' }).ok).toBe(false);
		expect(checkMarks(audit, {}, { audit_11: 'declined' }).ok).toBe(false);
	});
});
