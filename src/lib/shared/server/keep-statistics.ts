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

/**
 * Counts the tables when the folder was filled by somebody who did not, such as a copy that was read back, and then after 50
 * commits, 200, 800 and so on. Gives what stops it.
 */
export function keepStatistics(client: PGlite, countCommits: () => number): () => void {
	let next = countCommits() + firstAfterCommits;
	let isLooked = false;
	const timer = setInterval(() => {
		const isDue = countCommits() >= next;
		if (isLooked && !isDue) return;
		if (isDue) next = countCommits() * growth;
		const count = isDue ? client.exec('analyze') : countWhereGrown(client);
		isLooked = true;
		// Only advice for the planner: when it fails, everything is as right as before, and it is tried again later.
		count.catch(() => undefined);
	}, lookEveryMs);
	timer.unref();
	return () => clearInterval(timer);
}

async function countWhereGrown(client: PGlite): Promise<void> {
	const { rows } = await client.query(`
		select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
			and pg_relation_size(oid) / current_setting('block_size')::int > ${growth} * greatest(relpages, ${fewestPages / growth})
		limit 1`);
	if (rows.length > 0) await client.exec('analyze');
}
