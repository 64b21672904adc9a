import { describe, expect, it } from 'vitest';
import { checkPlan, type PlanFaultCode } from './check-plan.ts';
import { parsePlan } from './parse-plan.ts';
import type { OccasionRule, Plan, PlanLine, Timing } from './plan.ts';
import { listTemplates } from './templates.ts';

const instruments: Readonly<Record<string, { respondents: readonly ('client' | 'staff')[] }>> = {
	audit: { respondents: ['client'] }
};
const find = (id: string) => instruments[id] ?? null;

const start: OccasionRule = {
	key: 'start',
	name: 'Vid start',
	phase: 'before',
	timing: {
		kind: 'once',
		anchor: 'intervention-start',
		after: { count: 0, unit: 'day' },
		daysBefore: 7,
		daysAfter: 14
	}
};
const line: PlanLine = {
	key: 'audit',
	measure: { kind: 'instrument', instrumentId: 'audit' },
	respondent: 'client',
	isVoluntary: false,
	at: ['start']
};
const plan: Plan = {
	name: 'Före',
	service: 'Öppenvård (påhittad)',
	purpose: 'Påhittat',
	occasions: [start],
	lines: [line]
};
const timed = (timing: Timing): Plan => ({ ...plan, occasions: [{ ...start, timing }] });
const codesOf = (faulty: Plan): PlanFaultCode[] => checkPlan(faulty, find).map(({ code }) => code);

describe('a plan', () => {
	it('is without fault when everything fits together', () => {
		expect(checkPlan(plan, find)).toEqual([]);
	});

	it('must say what it is called, for whom and what for', () => {
		expect(codesOf({ ...plan, name: ' ', service: '', purpose: '' })).toEqual([
			'name-missing',
			'service-missing',
			'purpose-missing'
		]);
	});

	it('measures something at some time', () => {
		expect(codesOf({ ...plan, occasions: [], lines: [] })).toEqual(['no-occasions', 'no-lines']);
	});

	it('says which line asks for an instrument that does not exist, or of somebody it is not for', () => {
		const unknown = { ...line, key: 'b', measure: { kind: 'instrument', instrumentId: 'asi' } } as const;
		expect(checkPlan({ ...plan, lines: [line, unknown] }, find)).toEqual([
			{ code: 'instrument-unknown', at: { part: 'line', index: 1 } }
		]);
		expect(codesOf({ ...plan, lines: [{ ...line, respondent: 'staff' }] })).toEqual([
			'respondent-not-for-instrument'
		]);
	});

	it('asks for nothing twice and leaves no occasion or line unused', () => {
		expect(codesOf({ ...plan, lines: [line, { ...line, key: 'b' }] })).toEqual(['line-twice', 'line-twice']);
		expect(codesOf({ ...plan, lines: [{ ...line, at: [] }] })).toEqual([
			'occasion-unused',
			'line-without-occasion'
		]);
		expect(codesOf({ ...plan, lines: [{ ...line, at: ['start', 'end'] }] })).toEqual(['occasion-unknown']);
	});

	it('refuses windows that end before they begin or lie on each other', () => {
		const month = (count: number) => ({ count, unit: 'month' }) as const;
		const backwards: Timing = { kind: 'between', anchor: 'intervention-end', from: month(8), to: month(4) };
		expect(codesOf(timed(backwards))).toEqual(['window-backwards']);
		const crowded: Timing = {
			kind: 'times',
			anchor: 'case-start',
			times: 4,
			every: { count: 2, unit: 'week' },
			daysBefore: 7,
			daysAfter: 7
		};
		expect(codesOf(timed(crowded))).toEqual(['window-overlaps']);
	});

	it('refuses a daily measurement without days', () => {
		const daily: Timing = {
			kind: 'daily',
			anchor: 'intervention-start',
			after: { count: 0, unit: 'day' },
			phases: [],
			daysAfter: 1
		};
		expect(codesOf(timed(daily))).toEqual(['days-missing']);
	});
});

describe('a plan in a file', () => {
	it('is refused with the place where it is none', () => {
		expect(
			parsePlan({ ...plan, occasions: [{ ...start, timing: { ...start.timing, daysBefore: -1 } }] })
		).toEqual({ ok: false, problem: ['occasions.0.timing.daysBefore'] });
	});
});

describe('the templates', () => {
	it('are ten, each with a purpose', () => {
		const templates = listTemplates();
		expect(templates).toHaveLength(10);
		for (const { plan: template } of templates) expect(template.purpose.length).toBeGreaterThan(20);
	});
});
