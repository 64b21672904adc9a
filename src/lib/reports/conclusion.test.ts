import { describe, expect, it } from 'vitest';
import { longestStep, parseSteps } from './conclusion.ts';

describe('what a group has concluded', () => {
	it('has five steps, of which some may be empty', () => {
		expect(parseSteps({ focus: ' Fler kvinnor bryter av. ', act: '' })).toEqual({
			gather: '',
			focus: 'Fler kvinnor bryter av.',
			causes: '',
			conclude: '',
			act: ''
		});
	});

	it('is nothing without a word, and no more than half a page a step', () => {
		expect(parseSteps({ focus: '  ' })).toBeNull();
		expect(parseSteps({ focus: 'a'.repeat(longestStep + 1) })).toBeNull();
	});
});
