import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { surveyStates } from './survey.ts';
import { changeable, decideChange, nextState, stateOn } from './survey-state.ts';

const day = (text: string) => text as LocalDate;

describe('a survey', () => {
	it('is closed by itself after its last day, and only when it has been open', () => {
		const closesOn = day('2026-03-31');
		expect(stateOn({ state: 'open', closesOn }, day('2026-03-31'))).toBe('open');
		expect(stateOn({ state: 'open', closesOn }, day('2026-04-01'))).toBe('closed');
		expect(stateOn({ state: 'draft', closesOn }, day('2026-04-01'))).toBe('draft');
		expect(stateOn({ state: 'reported', closesOn }, day('2026-04-01'))).toBe('reported');
	});

	it('goes forward only, one step at a time', () => {
		expect(surveyStates.map((state) => nextState[state])).toEqual(['open', 'closed', 'reported', null]);
	});

	it.each(['anonymity', 'instrumentIds', 'purpose', 'languages', 'providers', 'quickExit'] as const)(
		'keeps its %s once it has been published',
		(what) => {
			expect(decideChange('draft', [what])).toEqual({ ok: true, value: true });
			for (const state of ['open', 'closed', 'reported'] as const) {
				expect(decideChange(state, [what])).toEqual({ ok: false, problem: { fixed: what } });
			}
		}
	);

	it('may be open longer, and be told how many were asked until it has been reported', () => {
		expect(decideChange('open', ['closesOn', 'invited']).ok).toBe(true);
		expect(decideChange('closed', ['invited']).ok).toBe(true);
		expect(decideChange('closed', ['closesOn']).ok).toBe(false);
		expect(changeable.reported).toEqual([]);
	});
});
