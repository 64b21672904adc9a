import { expect, it } from 'vitest';
import { emptyPlan, makeKey, putLine, putOccasion, removeOccasion } from './edit-plan.ts';
import type { OccasionRule, PlanLine } from './plan.ts';

const rule: OccasionRule = {
	key: 'start',
	name: 'Vid start',
	phase: 'before',
	timing: {
		kind: 'between',
		anchor: 'case-start',
		from: { count: 0, unit: 'day' },
		to: { count: 1, unit: 'month' }
	}
};
const line: PlanLine = {
	key: 'goals',
	measure: { kind: 'goal-levels' },
	respondent: 'client',
	isVoluntary: false,
	at: ['start']
};

it('changes a part in its place and adds a new one last', () => {
	const plan = putOccasion(putOccasion(emptyPlan('A'), rule), { ...rule, key: 'end', name: 'Vid slut' });
	expect(putOccasion(plan, { ...rule, name: 'Först' }).occasions.map(({ name }) => name)).toEqual([
		'Först',
		'Vid slut'
	]);
});

it('takes a removed occasion from the lines as well', () => {
	const plan = putLine(putOccasion(emptyPlan('A'), rule), line);
	expect(removeOccasion(plan, 'start')).toMatchObject({ occasions: [], lines: [{ at: [] }] });
});

it('makes keys that nobody else has, of letters without accents', () => {
	expect(makeKey('Åtta veckor före', [])).toBe('atta-veckor-fore');
	expect(makeKey('Vid start', ['vid-start', 'vid-start-2'])).toBe('vid-start-3');
	expect(makeKey('…', [])).toBe('part');
});
