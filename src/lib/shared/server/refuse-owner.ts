/** The program signs in to PostgreSQL as somebody whom row-level security binds, or not at all. */
import { sql } from 'drizzle-orm';
import { queryRows, type Database } from './database.ts';

/**
 * Throws with one sentence when the program's account is a superuser, goes past row-level security, or is or may become
 * the owner of a table: it could turn the wall between boards off, and change the access log. The embedded database has
 * only one account and is let through (docs/decisions/0025-two-accounts-in-the-database.md).
 */
export async function refuseOwner(database: Database): Promise<void> {
	if (database.kind === 'pglite') return;
	const [account] = await queryRows<{ isTooStrong: boolean }>(
		database.orm,
		sql`
		select rolsuper or rolbypassrls or exists (
			select from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member')
		) as "isTooStrong"
		from pg_roles where rolname = current_user`
	);
	if (account?.isTooStrong === false) return;
	throw new Error(
		'Kontot i DATABASE_URL äger tabellerna eller är superanvändare, och då gäller inte skyddet mellan nämnderna. ' +
			'Låt programmet logga in med ett eget konto, se docs/database-accounts.md.'
	);
}
