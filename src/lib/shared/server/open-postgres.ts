/** A PostgreSQL server through postgres.js: a pool of connections that comes back by itself when the server does. */
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { KeyRing } from '#lib/secrecy/server/key-ring.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import type { Database, Desk } from './database.ts';
import { appRole, boardSetting, everyBoard } from './guard-tables.ts';
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
	const client = openPool(databaseUrl, command, { [boardSetting]: everyBoard });
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
	const desks = new Map<BoardId, Desk & { readonly pool: Pool }>();
	let finding: Promise<Settings> | null = null;
	return {
		kind: 'postgres',
		...toDesk(client),
		keyRing,
		async forBoard(boardId) {
			const role = await (finding ??= findRole(client).catch((error: unknown) => {
				finding = null;
				throw error;
			}));
			const known = desks.get(boardId);
			if (known) return known;
			const pool = openPool(databaseUrl, command, { ...role, [boardSetting]: boardId });
			const desk = { ...toDesk(pool), pool };
			desks.set(boardId, desk);
			return desk;
		},
		countFsyncs: () => 0,
		async close() {
			const pools = [client, ...[...desks.values()].map(({ pool }) => pool)];
			await Promise.all(pools.map((pool) => pool.end({ timeout: 5 })));
		}
	};
}

type Pool = ReturnType<typeof postgres>;
type Settings = Readonly<Record<string, string>>;

/**
 * A pool whose connections have the settings from their first moment to their last: nothing has to be set before a
 * statement, and nothing can be left from the one before. So each board has connections of its own.
 */
function openPool(databaseUrl: string, command: string | null, settings: Settings): Pool {
	return postgres(databaseUrl, {
		max: 10,
		idle_timeout: 60,
		connect_timeout: 10,
		onnotice: () => {},
		connection: {
			application_name: command === null ? 'genklang' : `genklang ${command}`,
			// An answer is acknowledged only when it is on disk, whatever the server's default says.
			synchronous_commit: 'on',
			statement_timeout: command === null ? 30_000 : 0,
			idle_in_transaction_session_timeout: command === null ? 60_000 : 0,
			...settings
		}
	});
}

function toDesk(client: Pool): Desk {
	return {
		// drizzle turns off the driver's own conversion of days and times, here and for the statements below.
		orm: drizzle(client),
		async query<Row>(statement: SQL): Promise<readonly Row[]> {
			const { sql, params } = toText(statement);
			const rows: unknown = await client.unsafe(sql, params as never[], { prepare: true });
			return rows as readonly Row[];
		}
	};
}

/** The role that work for a board is done as, where whoever we sign in as may take it. */
async function findRole(client: Pool): Promise<Settings> {
	const rows = await client`
		select from pg_roles where rolname = ${appRole} and pg_has_role(current_user, oid, 'member')`;
	return rows.length > 0 ? { role: appRole } : {};
}
