import { describe, expect, it } from 'vitest';
import { loadInstrument } from '../instruments/server/load-instrument.ts';
import type { InterviewDraft } from './interview.ts';
import { findStep, listSteps, type Step } from './interview-steps.ts';
import { findLikelyStep } from './likely-step.ts';

const loaded = loadInstrument('instruments/audit/1.0.0');
if (!loaded.ok) throw new Error('AUDIT does not load');
const { questionnaire } = loaded.value;
const draft: InterviewDraft = {
	answers: {},
	marks: {},
	notes: {},
	place: 'audit_1',
	language: 'sv',
	layers: {}
};
const codes = ['0', '1', '2', '3', '4'];

function stepOf(name: string): Step {
	const step = findStep(listSteps(questionnaire, {}), name);
	if (!step) throw new Error(`${name} is not asked`);
	return step;
}

describe('the step that most likely comes next', () => {
	it('is where most of the answers lead: only AUDIT 1 = 0 goes to AUDIT 9', () => {
		expect(findLikelyStep(questionnaire, draft, stepOf('audit_1'), codes, false)?.name).toBe('audit_2');
		expect(findLikelyStep(questionnaire, draft, stepOf('audit_1'), ['0'], false)?.name).toBe('audit_9');
	});

	it('is the next one where the answer is not chosen, or is none of the question’s', () => {
		expect(findLikelyStep(questionnaire, draft, stepOf('audit_1'), [], false)?.name).toBe('audit_2');
		expect(findLikelyStep(questionnaire, draft, stepOf('audit_1'), ['x'], false)?.name).toBe('audit_2');
	});

	it('is none before the review', () => {
		expect(findLikelyStep(questionnaire, draft, stepOf('audit_10'), ['0', '2', '4'], false)).toBeNull();
	});

	it('is what nobody has been asked, for whoever came from the review', () => {
		const answers = { audit_1: 2, audit_2: 1 };
		const likely = findLikelyStep(questionnaire, { ...draft, answers }, stepOf('audit_9'), codes, true);
		expect(likely?.name).toBe('audit_3');
	});
});
