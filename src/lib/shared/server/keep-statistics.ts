/**
 * What a database server does by itself and the embedded one does not: counts its tables now and then. Statements keep
 * the plan they got while a table was small or empty; without new figures a lookup goes on reading more and more rows
 * (measured: five times slower after 7 500 answers).
 */
import type { PGlite } from '@electric-sql/pglite';

const lookEveryMs = 1_000;
const firstAfterCommits = 50;
/** A table that has grown four times since it was counted is still looked up in the right way. */
const growth = 4;
/** Of a table; one that has fewer is read through as quickly as it is looked up in. */
const fewestPages = 32;

/** Counts the tables after 50 commits, 200, 800 and so on. Gives what stops it. */
export function keepStatistics(client: PGlite, countCommits: () => number): () => void {
	let next = countCommits() + firstAfterCommits;
	const timer = setInterval(() => {
		if (countCommits() < next) return;
		next = countCommits() * growth;
		// Only advice for the planner: when it fails, everything is as right as before, and it is tried again later.
		client.exec('analyze').catch(() => undefined);
	}, lookEveryMs);
	timer.unref();
	return () => clearInterval(timer);
}

/**
 * Counts the tables when some have grown since they were counted: the folder was filled by somebody who did not, or who
 * stopped before. Before anything else is asked: with 100 000 responses one of the night's jobs took twenty minutes instead
 * of one second.
 */
export async function countWhereGrown(client: PGlite): Promise<void> {
	const { rows } = await client.query(`
		select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
			and pg_relation_size(oid) / current_setting('block_size')::int > ${growth} * greatest(relpages, ${fewestPages / growth})
		limit 1`);
	if (rows.length > 0) await client.exec('analyze');
}
