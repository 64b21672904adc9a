/** Runs of jobs to and from their table. Each statement is its own transaction: a claim is made or it is not. */
import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { maxAttempts } from '../job.ts';
import type { JobRun } from '../job-run.ts';
import { jobRuns } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

interface RunKey {
	readonly job: string;
	readonly day: LocalDate;
}

const isRun = (boardId: BoardId, { job, day }: RunKey) =>
	and(eq(jobRuns.boardId, boardId), eq(jobRuns.job, job), eq(jobRuns.day, day));

/** Whether a claim would be refused. Asked first, since a refused claim costs a write to disk. */
export async function isTaken({ tx, boardId }: Scope, key: RunKey, now: Date): Promise<boolean> {
	const rows = await tx
		.select({ day: jobRuns.day })
		.from(jobRuns)
		.where(
			and(
				isRun(boardId, key),
				or(
					eq(jobRuns.state, 'done'),
					sql`${jobRuns.claimedUntil} > ${now.toISOString()}`,
					sql`${jobRuns.attempts} >= ${maxAttempts}`
				)
			)
		);
	return rows.length > 0;
}

/**
 * Claims the run: gives the number of the attempt, or null when it is done, another process has it, it waits to be tried
 * again or it has been tried enough. Of processes that ask at the same time one gets it.
 */
export async function claimRun(
	{ tx, boardId }: Scope,
	{ job, day }: RunKey,
	now: Date,
	claimedUntil: Date
): Promise<number | null> {
	const rows = await tx
		.insert(jobRuns)
		.values({ boardId, job, day, state: 'running', attempts: 1, claimedUntil })
		.onConflictDoUpdate({
			target: [jobRuns.boardId, jobRuns.job, jobRuns.day],
			set: {
				state: 'running',
				attempts: sql`${jobRuns.attempts} + 1`,
				claimedUntil,
				finishedAt: null,
				fault: null
			},
			setWhere: sql`${jobRuns.state} <> 'done' and ${jobRuns.claimedUntil} <= ${now.toISOString()}
				and ${jobRuns.attempts} < ${maxAttempts}`
		})
		.returning({ attempts: jobRuns.attempts });
	return rows[0]?.attempts ?? null;
}

/** Says how the attempt went. Nothing happens when somebody else has begun another since. */
export async function finishRun(
	{ tx, boardId }: Scope,
	key: RunKey & { readonly attempt: number },
	outcome:
		| { readonly state: 'done'; readonly finishedAt: Date }
		| {
				readonly state: 'failed';
				readonly finishedAt: Date;
				readonly fault: string;
				/** When it may be tried again. */
				readonly claimedUntil: Date;
		  }
): Promise<void> {
	await tx
		.update(jobRuns)
		.set(outcome)
		.where(and(isRun(boardId, key), eq(jobRuns.attempts, key.attempt), eq(jobRuns.state, 'running')));
}

/** Forgets the runs of days before the day. */
export async function deleteRunsBefore({ tx, boardId }: Scope, day: LocalDate): Promise<void> {
	await tx.delete(jobRuns).where(and(eq(jobRuns.boardId, boardId), lt(jobRuns.day, day)));
}

/** How the job went last, of the days in any of the states; null when it never did. */
export async function findLastRun(
	{ tx, boardId }: Scope,
	job: string,
	states: readonly JobRun['state'][]
): Promise<JobRun | null> {
	const rows = await tx
		.select()
		.from(jobRuns)
		.where(and(eq(jobRuns.boardId, boardId), eq(jobRuns.job, job), inArray(jobRuns.state, [...states])))
		.orderBy(desc(jobRuns.day))
		.limit(1);
	const [row] = rows;
	if (!row) return null;
	const { day, state, attempts, finishedAt } = row;
	return { day, state, attempts, finishedAt };
}
