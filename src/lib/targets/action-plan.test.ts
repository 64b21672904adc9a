import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { actionPlanStates, decideStep, findReminder, isOpen, type ActionPlanStep } from './action-plan.ts';

const day = (text: string): LocalDate => text as LocalDate;

describe('an action plan', () => {
	it('goes from asked for to sent in, accepted and closed', () => {
		expect(decideStep('asked', 'sent')).toEqual({ ok: true, value: 'sent' });
		expect(decideStep('sent', 'accepted')).toEqual({ ok: true, value: 'accepted' });
		expect(decideStep('accepted', 'closed')).toEqual({ ok: true, value: 'closed' });
	});

	it('can be sent back and sent in again', () => {
		expect(decideStep('sent', 'returned')).toEqual({ ok: true, value: 'returned' });
		expect(decideStep('returned', 'sent')).toEqual({ ok: true, value: 'sent' });
	});

	it('is not accepted before it has come, nor closed before it has been accepted', () => {
		expect(decideStep('asked', 'accepted').ok).toBe(false);
		expect(decideStep('sent', 'closed').ok).toBe(false);
	});

	it('is not changed once it is over', () => {
		for (const state of actionPlanStates.filter((one) => !isOpen({ state: one }))) {
			for (const kind of ['sent', 'returned', 'accepted', 'closed', 'withdrawn'] as const) {
				expect(decideStep(state, kind).ok).toBe(false);
			}
		}
	});
});

describe('a reminder', () => {
	const plan = { state: 'asked', dueOn: day('2026-04-30') } as const;
	const said = (kind: 'reminded' | 'overdue', dueOn = plan.dueOn): ActionPlanStep => ({ kind, dueOn });

	it('comes a week before the day, and when the day has passed', () => {
		expect(findReminder(plan, [], day('2026-04-22'))).toBeNull();
		expect(findReminder(plan, [], day('2026-04-23'))).toEqual(said('reminded'));
		expect(findReminder(plan, [], day('2026-04-30'))).toEqual(said('reminded'));
		expect(findReminder(plan, [], day('2026-05-01'))).toEqual(said('overdue'));
	});

	it('comes once for each day that has been set', () => {
		expect(findReminder(plan, [said('reminded')], day('2026-04-25'))).toBeNull();
		expect(findReminder(plan, [said('reminded')], day('2026-05-02'))).toEqual(said('overdue'));
		const later = { state: 'returned', dueOn: day('2026-06-30') } as const;
		expect(findReminder(later, [said('reminded'), said('overdue')], day('2026-06-25'))).toEqual(
			said('reminded', later.dueOn)
		);
	});

	it('does not come when it is the board’s turn', () => {
		expect(findReminder({ ...plan, state: 'sent' }, [], day('2026-05-01'))).toBeNull();
	});
});
