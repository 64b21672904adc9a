import { describe, expect, it } from 'vitest';
import { makeChoice, makeQuestionnaire } from '#tests/build/instrument.ts';
import {
	auditCodes,
	shippedInstrument,
	shippedInstruments,
	testOrder,
	testRecord
} from '#tests/build/export-records.ts';
import type { AnonymousRecord } from './export-record.ts';
import { listVariables } from './list-variables.ts';
import type { Cell } from './variable.ts';

const audit = shippedInstrument('audit');
const variables = listVariables(audit, testOrder());
const cellsOf = (record: Parameters<(typeof variables)[number]['read']>[0]): Record<string, Cell> =>
	Object.fromEntries(variables.map(({ name, read }) => [name, read(record)]));

describe('the variables of AUDIT', () => {
	it('have the names that analysts know', () => {
		expect(variables.map(({ name }) => name)).toEqual([
			...[
				'id',
				'arende',
				'matpunkt',
				'matning',
				'svarsdag',
				'lage',
				'sprak',
				'textlager',
				'svarande',
				'hjalp',
				'kon'
			],
			...['aldersgrupp', 'utforare', 'insats', 'instrument', 'version'],
			...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `audit_${number}`),
			...['audit_summa', 'audit_summa_saknas', 'audit_summa_grans'],
			...['audit_consumption', 'audit_consumption_saknas'],
			...['audit_dependence', 'audit_dependence_saknas', 'audit_dependence_grans'],
			...['audit_problems', 'audit_problems_saknas'],
			...['audit_c', 'audit_c_saknas', 'audit_c_grans', 'audit_complete']
		]);
	});

	it('hold codes and scores, and the verdict of the default source', () => {
		const cells = cellsOf(testRecord(audit, auditCodes([4, 1, 2, 3, 3, 1, 4, 2, 2, 2])));
		expect(cells).toMatchObject({ matpunkt: 1, lage: 'lank', kon: 'kvinna', audit_1: 4, audit_10: 2 });
		expect(cells).toMatchObject({ audit_summa: 24, audit_summa_saknas: null, audit_complete: 2 });
		expect(cells['audit_summa_grans']).toBe('riskfyllt drickande');
	});

	it('tell why an answer is missing: skipped, not known, declined, not asked, or not shown by the form', () => {
		const asked = testRecord(audit, auditCodes([4, null, null, null, null, 1, 4, 2, 2, 2]), {
			marks: { audit_3: 'dont-know', audit_4: 'declined', audit_5: 'not-asked' }
		});
		expect(cellsOf(asked)).toMatchObject({ audit_2: -99, audit_3: -98, audit_4: -97, audit_5: -95 });
		expect(cellsOf(asked)).toMatchObject({ audit_summa: null, audit_summa_saknas: 1, audit_complete: 0 });
		const sober = testRecord(audit, auditCodes([0, null, null, null, null, null, null, null, 0, 0]));
		expect(cellsOf(sober)).toMatchObject({ audit_2: -96, audit_8: -96, audit_summa: 0, audit_complete: 2 });
	});

	it('hold the year of birth only where it was asked for', () => {
		const record = testRecord(audit, {}, { birthYear: 1990, ageGroup: null });
		const withYear = listVariables(audit, testOrder({ ageForm: 'birth-year' }));
		expect(withYear.find(({ name }) => name === 'fodelsear')?.read(record)).toBe(1990);
		expect(withYear.some(({ name }) => name === 'aldersgrupp')).toBe(false);
	});
});

describe('other questions', () => {
	const general = listVariables(shippedInstrument('generella-variabler'), testOrder());

	it('become one column per choice where several can be made', () => {
		const ticked = general.filter(({ name }) => name.startsWith('gv_2___'));
		const record = testRecord(shippedInstrument('generella-variabler'), { gv_2: [1, 14] });
		expect(ticked.map(({ read }) => read(record))).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
	});

	it('leave out what is written in words: a personal identity number is never in a file', () => {
		const record = testRecord(shippedInstrument('generella-variabler'), { gv_3: '19121212-1212' });
		expect(general.some(({ name }) => name === 'gv_3')).toBe(false);
		expect(general.map(({ read }) => read(record))).not.toContain('19121212-1212');
	});

	it('have empty cells where the codes for missing are values themselves', () => {
		const questionnaire = makeQuestionnaire([makeChoice('grad', [-99, 0])]);
		const made = { ...audit, items: [], scales: [], structuralZeros: [], questionnaire };
		const [variable] = listVariables(made, testOrder()).filter(({ name }) => name === 'grad');
		expect(variable?.hasMissingCodes).toBe(false);
		expect(variable?.read(testRecord(made, {}))).toBeNull();
		expect(variable?.read(testRecord(made, { grad: -99 }))).toBe(-99);
	});

	it('have names that any program takes, each once, in every instrument that ships', () => {
		for (const [id] of shippedInstruments().versionsById) {
			const names = listVariables(shippedInstrument(id), testOrder()).map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
			expect(names.filter((name) => !/^[a-z][a-z0-9_]{0,63}$/.test(name))).toEqual([]);
		}
	});
});

describe('responses that belong to nobody', () => {
	it('have no day, language, pseudonym or sex', () => {
		const sol = shippedInstrument('simrishamn-sol');
		const columns = listVariables(sol, testOrder({ dataSet: 'anonymous-responses' }));
		const { answers, statuses, scores } = testRecord(sol, { sol_1: 3 });
		const base = { number: 7, provider: 'Påhittade utföraren', answers, statuses, scores };
		const record: AnonymousRecord = { kind: 'anonymous', period: '2025-Q1–2025-Q2', ...base };
		expect(columns.slice(0, 6).map(({ name, read }) => [name, read(record)])).toEqual([
			['id', 7],
			['period', '2025-Q1–2025-Q2'],
			['utforare', 'Påhittade utföraren'],
			['instrument', 'simrishamn-sol'],
			['version', '1.0.0'],
			['sol_1', 3]
		]);
	});
});
