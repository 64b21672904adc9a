/** An account in the database server that owns nothing, for the programs that tests start: they refuse to be the owner. */
import postgres from 'postgres';
import { appRole } from '#lib/shared/server/guard-tables.ts';

const name = 'genklang_test_web';
const password = 'made-up-for-the-tests';

/** The address of the same database, as the account; it is made where there is none yet. */
export async function toProgramUrl(ownerUrl: string): Promise<string> {
	const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
	await owner.unsafe(`
		do $$ begin
			if not exists (select from pg_roles where rolname = '${name}') then
				create role ${name} login password '${password}' nosuperuser nobypassrls in role ${appRole};
			end if;
		exception when duplicate_object or unique_violation then null;
		end $$`);
	await owner.end();
	const url = new URL(ownerUrl);
	url.username = name;
	url.password = password;
	return url.href;
}
