/**
 * Does the nightly jobs in the running program. What is to be done is worked out from what the tables say each time; all
 * that is kept is that a run is claimed, done or failed, so that two processes never do the same one at the same time and a
 * restart forgets nothing (docs/decisions/0021-nightly-jobs-by-claim.md).
 */
import type { ActorOfBoard } from '#lib/access/actor-of-board.ts';
import { swedishTime } from '#lib/audit/swedish-time.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import { nameFault } from '#lib/shared/name-fault.ts';
import { addDays, toLocalDate, type LocalDate } from '#lib/shared/local-date.ts';
import { listBoards } from '#lib/shared/server/boards.ts';
import type { Context } from '#lib/shared/server/context.ts';
import type { Database } from '#lib/shared/server/database.ts';
import { claimMs, findDueDay, rememberedDays, retryMs, type JobTime } from '../job.ts';
import { claimRun, deleteRunsBefore, finishRun, isTaken } from './queries.ts';

export interface Job extends JobTime {
	/**
	 * Does it for one board, as the program itself. May be begun again after half of it: a second run after a whole one must
	 * change nothing. What it finds that whoever runs the program has to see, it says.
	 */
	readonly run: (context: Context, complain: (sentence: string) => void) => Promise<unknown>;
}

export interface RunnerSettings {
	readonly database: Database;
	readonly jobs: readonly Job[];
	readonly contextFor: (actor: ActorOfBoard) => Context;
	readonly now: () => Date;
	/** Told when a job went wrong, which is tried again, and what a job has found. */
	readonly complain: (sentence: string) => void;
	/** How often it looks whether something is due. */
	readonly everyMs?: number;
}

export interface Ran {
	readonly boardId: BoardId;
	readonly job: string;
	readonly day: LocalDate;
	readonly state: 'done' | 'failed';
}

export interface JobRunner {
	/** Looks now and then at intervals. Waits for nothing. */
	start(): void;
	/** Does what is due and nobody else has claimed. */
	runDue(): Promise<readonly Ran[]>;
	/** Begins no more, and waits for what is under way. Call it before the database is closed. */
	close(): Promise<void>;
}

/** A runner that does nothing until it is started or told to run. */
export function makeJobRunner(settings: RunnerSettings): JobRunner {
	const { database, jobs, now, everyMs = 60_000 } = settings;
	let interval: NodeJS.Timeout | null = null;
	let isClosed = false;
	let running: Promise<unknown> = Promise.resolve();

	async function runDue(): Promise<readonly Ran[]> {
		const ran: Ran[] = [];
		for (const { id } of await listBoards(database)) {
			for (const job of jobs) {
				const day = findDueDay(job, { day: toLocalDate(now()), hour: swedishTime(now()).hour });
				if (day === null || isClosed) continue;
				const state = await runOne(id, job, day);
				if (state) ran.push({ boardId: id, job: job.name, day, state });
			}
		}
		return ran;
	}

	/** Null when there was nothing to do. */
	async function runOne(boardId: BoardId, job: Job, day: LocalDate): Promise<Ran['state'] | null> {
		const { orm: tx } = await database.forBoard(boardId);
		const scope = { tx, boardId };
		const begun = now();
		const key = { job: job.name, day };
		if (await isTaken(scope, key, begun)) return null;
		const attempt = await claimRun(scope, key, begun, new Date(begun.getTime() + claimMs));
		if (attempt === null) return null;
		try {
			await job.run(settings.contextFor({ kind: 'system', boardId }), settings.complain);
			await finishRun(scope, { ...key, attempt }, { state: 'done', finishedAt: now() });
			await deleteRunsBefore(scope, addDays(day, -rememberedDays));
			return 'done';
		} catch (error) {
			const fault = nameFault(error);
			settings.complain(`Nattens arbete ${job.name} gick inte att göra: ${fault}`);
			const claimedUntil = new Date(now().getTime() + retryMs);
			await finishRun(
				scope,
				{ ...key, attempt },
				{ state: 'failed', finishedAt: now(), fault, claimedUntil }
			);
			return 'failed';
		}
	}

	function look(): void {
		running = running.then(runDue).catch((error: unknown) => {
			settings.complain(`Nattens arbete gick inte att börja: ${nameFault(error)}`);
		});
	}

	return {
		start() {
			look();
			interval = setInterval(look, everyMs).unref();
		},
		runDue,
		async close() {
			isClosed = true;
			if (interval) clearInterval(interval);
			await running;
		}
	};
}
