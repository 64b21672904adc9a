/** What the program does by itself, and when: one row for a board's job on a day, claimed by whichever process comes first. */
import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId } from '#lib/shared/server/tables.ts';
import type { RunState } from '../job-run.ts';

export const jobRuns = pgTable(
	'job_runs',
	{
		boardId: boardId(),
		/** The job's name in the program, `proposeRetention`. */
		job: text().notNull(),
		day: date().$type<LocalDate>().notNull(),
		state: text().$type<RunState>().notNull(),
		/** How many times it has been begun. */
		attempts: integer().notNull(),
		/** Until when whoever claimed it has it alone; after that another may take it, if it is not done. */
		claimedUntil: timestamp('claimed_until', { withTimezone: true }).notNull(),
		finishedAt: timestamp('finished_at', { withTimezone: true }),
		/** The name or code of what went wrong, never its text. */
		fault: text()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.job, table.day] }),
		check('job_runs_state', sql`${table.state} in ('running', 'done', 'failed')`),
		check('job_runs_finished', sql`(${table.state} = 'running') = (${table.finishedAt} is null)`),
		check('job_runs_fault', sql`(${table.state} = 'failed') = (${table.fault} is not null)`)
	]
);
