/** What a command or a read gets to work with once it is known who is acting, and that they may. */
import { mayAct, reachOf, type Permission, type Reach } from '#lib/access/permissions.ts';
import type { ActorOfBoard } from '#lib/access/actor-of-board.ts';
import type { SQL } from 'drizzle-orm';
import type { Actor } from '#lib/access/actor.ts';
import type { BoxKeys } from '#lib/secrecy/server/box-keys.ts';
import type { SealToBox } from '#lib/secrecy/server/box-sealer.ts';
import type { FieldCipher } from '#lib/secrecy/server/field-cipher.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import { toLocalDate, type LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Context } from './context.ts';
import { queryRows, type Desk, type Orm } from './database.ts';

export interface Work extends Omit<Context, 'actor' | 'database' | 'now'> {
	/** The transaction the work is done in; the database itself where the work is a single statement. */
	readonly tx: Orm;
	/** Runs a statement in the same place. */
	readonly query: <Row>(statement: SQL) => Promise<readonly Row[]>;
	/** The actor's board; every query names it. */
	readonly boardId: BoardId;
	readonly actor: ActorOfBoard;
	/** What the actor was let in for. */
	readonly permission: Permission;
	/** How far it reaches: which cases, which providers. */
	readonly reach: Reach;
	readonly now: Date;
	readonly today: LocalDate;
	/** Seals and opens the board's sealed columns. */
	readonly cipher: () => Promise<FieldCipher>;
	/** What the surveys' answer boxes are opened with. */
	readonly boxKeys: BoxKeys;
	/** Seals answers to the boxes. */
	readonly sealToBox: SealToBox;
}

/** The work in a transaction, or the Problem that the actor must sign in or may not. */
export function beginWork(context: Context, permission: Permission, tx: Orm): Work {
	return makeWork(context, permission, tx, (statement) => queryRows(tx, statement));
}

/** The work as single statements outside any transaction, or the same Problems. */
export function beginStatements(context: Context, permission: Permission, desk: Desk): Work {
	return makeWork(context, permission, desk.orm, desk.query);
}

/** The desk of the actor's board, or the Problem that the actor must sign in or may not. */
export async function openDesk({ actor, database }: Context, permission: Permission): Promise<Desk> {
	return database.forBoard(requirePermission(actor, permission).boardId);
}

function makeWork(context: Context, permission: Permission, tx: Orm, query: Work['query']): Work {
	const actor = requirePermission(context.actor, permission);
	const now = context.now();
	const { catalogue, trail, newId, newToken } = context;
	const today = toLocalDate(now);
	const cipher = () => context.database.keyRing.cipherOf(actor.boardId, query);
	const { boardId } = actor;
	const reach = reachOf(actor, permission);
	return {
		catalogue,
		trail,
		newId,
		newToken,
		actor,
		permission,
		reach,
		boardId,
		now,
		today,
		tx,
		query,
		cipher,
		boxKeys: context.database.keyRing.boxKeys,
		sealToBox: context.database.keyRing.sealToBox
	};
}

function requirePermission(actor: Actor, permission: Permission): ActorOfBoard {
	if (actor.kind === 'anonymous') throw new Problem('sign-in-required');
	if (!mayAct(actor, permission)) throw new Problem('not-permitted', { permission });
	return actor;
}
