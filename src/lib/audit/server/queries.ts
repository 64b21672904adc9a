/** The access log's only statement: adding a line. */
import type { ActorOfBoard } from '#lib/access/actor-of-board.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { AuditSubject } from '../audit-event.ts';
import { auditEvents } from './tables.ts';

interface Logger {
	readonly tx: Orm;
	readonly boardId: BoardId;
	readonly actor: ActorOfBoard;
	readonly now: Date;
	readonly newId: () => string;
}

/** Writes the event in the transaction of what it is about: when it cannot be written, neither can that. */
export async function appendAuditEvent(work: Logger, action: string, subject: AuditSubject): Promise<void> {
	await work.tx.insert(auditEvents).values({
		boardId: work.boardId,
		id: work.newId(),
		happenedAt: work.now,
		action,
		subjectType: subject.type,
		subjectId: subject.id,
		actorKind: work.actor.kind,
		actorId: work.actor.kind === 'staff' ? work.actor.staffId : null,
		reason: subject.reason ?? null
	});
}
