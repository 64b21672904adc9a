/** What the working pages' frame shows of who is signed in and where. */
import type { Role } from '#lib/access/actor.ts';
import { toLocalDate, type LocalDate } from '#lib/shared/local-date.ts';
import { listBoards, type Board } from '#lib/shared/server/boards.ts';

export interface Visitor {
	readonly boardName: string;
	readonly name: string;
	readonly roles: readonly Role[];
	/** The day it is when the page is made. */
	readonly seenOn: LocalDate;
	readonly isDemo: boolean;
	/** Whether it is an account, and not a door of the demo. */
	readonly hasAccount: boolean;
}

/** The visitor; nameless and without places when nobody is signed in (the hook has then already said no). */
export async function describeVisitor(locals: App.Locals): Promise<Visitor> {
	const { actor, context, isDemo, visit } = locals;
	const hasAccount =
		visit.session !== null && actor.kind === 'staff' && actor.staffId === visit.session.staffId;
	const always = { seenOn: toLocalDate(context.now()), isDemo, hasAccount };
	if (actor.kind !== 'staff') return { boardName: '', name: '', roles: [], ...always };
	const board = await findBoardOf(locals);
	return { boardName: board?.name ?? '', name: actor.name, roles: actor.roles, ...always };
}

/** The board the visitor works for, or null for a visitor who works for none. */
export async function findBoardOf({ actor, context }: App.Locals): Promise<Board | null> {
	if (actor.kind === 'anonymous') return null;
	const boards = await listBoards(context.database);
	return boards.find(({ id }) => id === actor.boardId) ?? null;
}
