import { describe, expect, it } from 'vitest';
import { listPersonalTables, type ForeignKey } from '#lib/retention/personal-tables.ts';
import { keepReached } from './keep-reached.ts';

const key = (table: string, parent: string): ForeignKey => ({
	table,
	columns: [`${parent}_id`],
	parent,
	parentColumns: ['id']
});
const tables = listPersonalTables('clients', [
	key('cases', 'clients'),
	key('answers', 'cases'),
	key('scores', 'answers'),
	key('notes', 'clients'),
	key('notes', 'cases')
]);
const found = [
	{ name: 'clients', rows: [{ id: 'k' }] },
	{
		name: 'cases',
		rows: [
			{ id: 'mine', clients_id: 'k' },
			{ id: 'other', clients_id: 'k' }
		]
	},
	{
		name: 'answers',
		rows: [
			{ id: 'a', cases_id: 'mine' },
			{ id: 'b', cases_id: 'other' }
		]
	},
	{ name: 'scores', rows: [{ answers_id: 'a' }, { answers_id: 'b' }] },
	{
		name: 'notes',
		rows: [
			{ id: 1, clients_id: 'k', cases_id: null },
			{ id: 2, clients_id: 'k', cases_id: 'other' }
		]
	}
];
const keep = (...cases: string[]) => keepReached(tables, found, new Set(cases));
const rowsOf = (name: string, ...cases: string[]) =>
	keep(...cases).find((table) => table.name === name)?.rows;

describe('keepReached', () => {
	it('keeps everything of a client whose cases are all reached', () => {
		expect(keep('mine', 'other').flatMap(({ rows }) => rows)).toHaveLength(9);
	});

	it('leaves out a case that is not reached and whatever lies below it', () => {
		expect(rowsOf('cases', 'mine')).toEqual([{ id: 'mine', clients_id: 'k' }]);
		expect(rowsOf('answers', 'mine')).toEqual([{ id: 'a', cases_id: 'mine' }]);
		expect(rowsOf('scores', 'mine')).toEqual([{ answers_id: 'a' }]);
	});

	it('keeps what is about the client and no case, and leaves out what is also about another case', () => {
		expect(rowsOf('notes', 'mine')).toEqual([{ id: 1, clients_id: 'k', cases_id: null }]);
	});

	it('names every table, also one without rows', () => {
		expect(keep().map(({ name }) => name)).toEqual(['clients', 'cases', 'answers', 'notes', 'scores']);
	});
});
