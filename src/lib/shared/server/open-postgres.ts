/** A PostgreSQL server through postgres.js: a pool of connections that comes back by itself when the server does. */
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { KeyRing } from '#lib/secrecy/server/key-ring.ts';
import type { Database } from './database.ts';
import { toText } from './statement-text.ts';

/**
 * Opens a pool over the address, for the server or for a command, which has its name there and all the time it needs.
 * Throws when nobody answers there within ten seconds.
 */
export async function openPostgres(
	databaseUrl: string,
	keyRing: KeyRing,
	command: string | null
): Promise<Database> {
	const client = postgres(databaseUrl, {
		max: 10,
		connect_timeout: 10,
		onnotice: () => {},
		connection: {
			application_name: command === null ? 'genklang' : `genklang ${command}`,
			// An answer is acknowledged only when it is on disk, whatever the server's default says.
			synchronous_commit: 'on',
			statement_timeout: command === null ? 30_000 : 0,
			idle_in_transaction_session_timeout: command === null ? 60_000 : 0
		}
	});
	try {
		await client`select 1`;
	} catch (error) {
		await client.end({ timeout: 1 });
		const reason = (error as NodeJS.ErrnoException).code ?? 'okänt fel';
		throw new Error(
			`Databasen i DATABASE_URL svarar inte (${reason}). Kontrollera adressen och att den är igång.`,
			{ cause: error }
		);
	}
	// drizzle turns off the driver's own conversion of days and times, here and for the statements below.
	const orm = drizzle(client);
	return {
		kind: 'postgres',
		orm,
		keyRing,
		async query<Row>(statement: SQL): Promise<readonly Row[]> {
			const { sql, params } = toText(statement);
			const rows: unknown = await client.unsafe(sql, params as never[], { prepare: true });
			return rows as readonly Row[];
		},
		countFsyncs: () => 0,
		close: () => client.end({ timeout: 5 })
	};
}
