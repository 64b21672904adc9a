/** Where clients can be reached, to and from their table. */
import { and, eq, inArray } from 'drizzle-orm';
import type { BoardId, ClientId, ContactId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { inParts } from '#lib/shared/server/in-parts.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Contact } from '../../contact.ts';
import { clientContacts } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}
type SealedScope = Scope & Pick<Work, 'cipher'>;

/** Stores where the client can be reached, in place of what was stored. */
export async function upsertContact(
	{ tx, boardId, cipher }: SealedScope,
	newId: ContactId,
	clientId: ClientId,
	{ email, phone, language }: Contact
): Promise<void> {
	const [known] = await tx
		.select({ id: clientContacts.id })
		.from(clientContacts)
		.where(and(eq(clientContacts.boardId, boardId), eq(clientContacts.clientId, clientId)))
		.for('update');
	const id = known?.id ?? newId;
	const { seal } = await cipher();
	const sealed = {
		email: seal('client_contacts.email', id, email),
		phone: seal('client_contacts.phone', id, phone),
		language
	};
	if (known) {
		await tx
			.update(clientContacts)
			.set(sealed)
			.where(and(eq(clientContacts.boardId, boardId), eq(clientContacts.id, id)));
	} else await tx.insert(clientContacts).values({ boardId, id, clientId, ...sealed });
}

/** Where the client can be reached; null when nothing is stored. */
export async function findContact(
	{ tx, boardId, cipher }: SealedScope,
	clientId: ClientId
): Promise<Contact | null> {
	const [row] = await tx
		.select()
		.from(clientContacts)
		.where(and(eq(clientContacts.boardId, boardId), eq(clientContacts.clientId, clientId)));
	if (!row) return null;
	const { open } = await cipher();
	return {
		email: open('client_contacts.email', row.id, row.email),
		phone: open('client_contacts.phone', row.id, row.phone),
		language: row.language
	};
}

/** Where the clients can be reached, of those that anything is stored of. */
export async function listContacts(
	{ tx, boardId, cipher }: SealedScope,
	clientIds: readonly ClientId[]
): Promise<ReadonlyMap<ClientId, Contact>> {
	const { open } = await cipher();
	const found = new Map<ClientId, Contact>();
	await inParts(clientIds, async (part) => {
		const rows = await tx
			.select()
			.from(clientContacts)
			.where(and(eq(clientContacts.boardId, boardId), inArray(clientContacts.clientId, part)));
		for (const { id, clientId, email, phone, language } of rows) {
			found.set(clientId, {
				email: open('client_contacts.email', id, email),
				phone: open('client_contacts.phone', id, phone),
				language
			});
		}
	});
	return found;
}
