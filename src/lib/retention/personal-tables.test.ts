import { describe, expect, it } from 'vitest';
import { listPersonalTables, type ForeignKey } from './personal-tables.ts';

const key = (table: string, parent: string): ForeignKey => ({
	table,
	columns: [`${parent}_id`],
	parent,
	parentColumns: ['id']
});
const keys = [
	key('answers', 'cases'),
	key('cases', 'clients'),
	key('scores', 'answers'),
	key('visits', 'cases'),
	key('visits', 'providers'),
	key('notes', 'scores'),
	key('notes', 'cases'),
	key('targets', 'boards')
];

describe('listPersonalTables', () => {
	it('follows the keys however far, and leaves what no key leads to', () => {
		expect(listPersonalTables('clients', keys).map(({ name }) => name)).toEqual([
			'clients',
			'cases',
			'answers',
			'visits',
			'scores',
			'notes'
		]);
	});

	it('gives only the keys that lead to the client', () => {
		const visits = listPersonalTables('clients', keys).find(({ name }) => name === 'visits');
		expect(visits?.keys.map(({ parent }) => parent)).toEqual(['cases']);
		const notes = listPersonalTables('clients', keys).find(({ name }) => name === 'notes');
		expect(notes?.keys.map(({ parent }) => parent)).toEqual(['scores', 'cases']);
	});

	it('says so when there is no order to erase in', () => {
		expect(() => listPersonalTables('clients', [...keys, key('answers', 'scores')])).toThrow('circle');
	});
});
