/** What a command or a read gets to work with once it is known who is acting, and that they may. */
import { mayAct, type Permission } from '#lib/access/permissions.ts';
import type { ActorOfBoard } from '#lib/access/actor-of-board.ts';
import type { Actor } from '#lib/access/actor.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import { toLocalDate, type LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Context } from './context.ts';
import type { Orm } from './database.ts';

export interface Work extends Omit<Context, 'actor' | 'database' | 'now'> {
	/** The transaction the work is done in. */
	readonly tx: Orm;
	/** The actor's board; every query names it. */
	readonly boardId: BoardId;
	readonly actor: ActorOfBoard;
	readonly now: Date;
	readonly today: LocalDate;
}

/** The work, or the Problem that the actor must sign in or may not. */
export function beginWork(context: Context, permission: Permission, tx: Orm): Work {
	const actor = requirePermission(context.actor, permission);
	const now = context.now();
	return { ...context, tx, actor, boardId: actor.boardId, now, today: toLocalDate(now) };
}

function requirePermission(actor: Actor, permission: Permission): ActorOfBoard {
	if (actor.kind === 'anonymous') throw new Problem('sign-in-required');
	if (!mayAct(actor, permission)) throw new Problem('not-permitted', { permission });
	return actor;
}
