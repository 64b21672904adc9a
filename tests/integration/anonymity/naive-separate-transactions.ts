/**
 * Naive on purpose. "The list and the answers are written apart, with random ids and without any time." But rows lie in
 * the order in which they came, and their transactions are numbered.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Build } from './build.ts';

export const separateTransactions: Build = {
	name: 'the list and the answer in transactions of their own',
	async begin({ orm }) {
		await orm.execute(sql`drop table if exists naive_invited, naive_answers`);
		await orm.execute(sql`create table naive_invited (name text primary key, has_answered boolean not null)`);
		await orm.execute(sql`create table naive_answers (id uuid primary key, answers jsonb not null)`);
		return {
			async answer({ name, answers }) {
				await orm.execute(
					sql`insert into naive_answers values (${randomUUID()}, ${JSON.stringify(answers)}::jsonb)`
				);
				await orm.execute(sql`insert into naive_invited values (${name}, true)`);
			},
			finish: async () => {}
		};
	}
};
