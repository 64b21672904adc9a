import { describe, expect, it } from 'vitest';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import { completeRecord, isSameRecord, listRecordSteps, suggestFromCase, suggestStep } from './record.ts';

const loaded = loadInstrument('instruments/generella-variabler/1.0.0');
if (!loaded.ok) throw new Error('The general variables do not load');
const { questionnaire } = loaded.value;
const empty = { answers: {}, marks: {} };
const steps = (hidden: string[] = [], content = empty) =>
	listRecordSteps(questionnaire, new Set(hidden), content);

describe('the general facts of a case', () => {
	it('are asked at their step, without the personal identity number', () => {
		// SKL 2019, "Gemensam basinformation": 1–2, 3–9, 10–12, 13–17 and 18–20.
		expect(
			steps().map(({ name, questions }) => [name, questions.map((one) => one.name.slice(3)).join(' ')])
		).toEqual([
			['aktualisera', '1 2'],
			['utreda', '4 5 6 7 8 9'],
			['besluta-genomfora', '10 11 12'],
			['folja-upp', '13 14 15 16 17'],
			['avsluta', '18 19 20']
		]);
	});

	it('leave out what the unit has hidden, and a step with nothing left', () => {
		const names = steps(['gv_6', 'gv_18', 'gv_19', 'gv_20']).map(({ name }) => name);
		expect(names).not.toContain('avsluta');
		expect(steps(['gv_6'])[1]?.questions.map(({ name }) => name)).not.toContain('gv_6');
	});

	it('count "vet ej" as settled', () => {
		const content = { answers: { gv_1: '2026-01-02' }, marks: { gv_2: 'dont-know' as const } };
		expect(steps([], content)[0]?.settled).toBe(2);
	});

	it('begin where the case is', () => {
		const open = { isClosed: false, hasDecision: false, hasStarted: false };
		expect(suggestStep(steps(), open)).toBe('aktualisera');
		const content = { answers: { gv_1: '2026-01-02', gv_2: [1] }, marks: {} };
		expect(suggestStep(steps([], content), open)).toBe('utreda');
		expect(suggestStep(steps(['gv_1', 'gv_2']), { ...open, isClosed: true })).toBe('utreda');
		expect(suggestStep([], open)).toBeNull();
	});

	it('keep the other steps when one is completed, and take away what was taken away', () => {
		const before = { answers: { gv_1: '2026-01-02', gv_6: 1 }, marks: { gv_7: 'dont-know' as const } };
		const after = completeRecord(before, ['gv_6', 'gv_7'], { answers: { gv_7: 3, gv_1: 'x' }, marks: {} });
		expect(after).toEqual({ answers: { gv_1: '2026-01-02', gv_7: 3 }, marks: {} });
		expect(isSameRecord(before, after)).toBe(false);
		expect(isSameRecord(after, { answers: { gv_7: 3, gv_1: '2026-01-02' }, marks: {} })).toBe(true);
	});

	it('take from the case what stands there', () => {
		expect(
			suggestFromCase({
				openedOn: '2026-01-02',
				closedOn: null,
				sex: 'female',
				decidedOn: '2026-01-10',
				startedOn: null
			})
		).toEqual({ gv_1: '2026-01-02', gv_4: 1, gv_10: '2026-01-10' });
	});
});
