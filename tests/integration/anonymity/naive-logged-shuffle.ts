/**
 * Naive on purpose. "When the survey is over all answers are shuffled, get new ids and are stored anew in one transaction;
 * where they waited is emptied." In the tables nothing is left of the order, in the write-ahead log all of it is.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { queryRows } from '#lib/shared/server/database.ts';
import { mix, type Build } from './build.ts';

export const loggedShuffle: Build = {
	name: 'answers that wait as they are and are shuffled at the end',
	async begin({ orm }) {
		await orm.execute(sql`drop table if exists naive_waiting, naive_answers`);
		await orm.execute(sql`create table naive_waiting (id uuid primary key, answers jsonb not null)`);
		await orm.execute(sql`create table naive_answers (id uuid primary key, answers jsonb not null)`);
		return {
			async answer({ answers }) {
				await orm.execute(
					sql`insert into naive_waiting values (${randomUUID()}, ${JSON.stringify(answers)}::jsonb)`
				);
			},
			async finish() {
				const waiting = await queryRows<{ answers: unknown }>(orm, sql`select answers from naive_waiting`);
				await orm.transaction(async (tx) => {
					for (const { answers } of mix(waiting)) {
						await tx.execute(
							sql`insert into naive_answers values (${randomUUID()}, ${JSON.stringify(answers)}::jsonb)`
						);
					}
					await tx.execute(sql`truncate naive_waiting`);
				});
			}
		};
	}
};
