/**
 * Naive on purpose. "We strike the name off the list and store the answer with a random id: nothing leads from one to the
 * other." Both are done in one transaction, and PostgreSQL writes its number on both rows.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Build } from './build.ts';

export const sameTransaction: Build = {
	name: 'the list and the answer in one transaction',
	async begin({ orm }) {
		await orm.execute(sql`drop table if exists naive_invited, naive_answers`);
		await orm.execute(sql`create table naive_invited (name text primary key, has_answered boolean not null)`);
		await orm.execute(sql`create table naive_answers (id uuid primary key, answers jsonb not null)`);
		return {
			async answer({ name, answers }) {
				await orm.transaction(async (tx) => {
					await tx.execute(sql`insert into naive_invited values (${name}, true)`);
					await tx.execute(
						sql`insert into naive_answers values (${randomUUID()}, ${JSON.stringify(answers)}::jsonb)`
					);
				});
			},
			finish: async () => {}
		};
	}
};
