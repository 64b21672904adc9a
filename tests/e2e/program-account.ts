/** An account in the database server that owns nothing, for the program to sign in with. */
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { appRole } from '#lib/shared/server/guard-tables.ts';

export interface ProgramAccount {
	/** The address of the same database, as the account. */
	readonly url: string;
	remove(): Promise<void>;
}

/** Makes the account by way of an address that belongs to whoever may. */
export async function makeProgramAccount(ownerUrl: string): Promise<ProgramAccount> {
	const name = `web_${randomUUID().replaceAll('-', '')}`;
	const password = randomUUID();
	const asOwner = async (statement: string): Promise<void> => {
		const address = new URL(ownerUrl);
		address.pathname = '/postgres';
		const owner = postgres(address.href, { max: 1, onnotice: () => {} });
		await owner.unsafe(statement);
		await owner.end();
	};
	await asOwner(
		`create role ${name} login password '${password}' nosuperuser nobypassrls in role ${appRole}`
	);
	const url = new URL(ownerUrl);
	url.username = name;
	url.password = password;
	return { url: url.href, remove: () => asOwner(`drop role ${name}`) };
}
