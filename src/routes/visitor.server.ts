/** What the working pages' frame shows of who is signed in and where. */
import { listBoards } from '#lib/shared/server/boards.ts';
import type { Role } from '#lib/access/actor.ts';

export interface Visitor {
	readonly boardName: string;
	readonly name: string;
	readonly roles: readonly Role[];
	readonly isDemo: boolean;
}

/** The visitor; nameless and without places when nobody is signed in (the hook has then already said no). */
export async function describeVisitor({ actor, context, isDemo }: App.Locals): Promise<Visitor> {
	if (actor.kind !== 'staff') return { boardName: '', name: '', roles: [], isDemo };
	const boards = await listBoards(context.database);
	const board = boards.find(({ id }) => id === actor.boardId);
	return { boardName: board?.name ?? '', name: actor.name, roles: actor.roles, isDemo };
}
