/** Lines of the access log to and from the table. */
import { and, asc, eq, gt, isNull, max, sql } from 'drizzle-orm';
import type { ActorOfBoard } from '#lib/access/actor-of-board.ts';
import type { Permission } from '#lib/access/permissions.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { AuditEvent, AuditSubject } from '../audit-event.ts';
import type { AuditTrail, Signature } from '../audit-trail.ts';
import type { StoredLine } from '../check-chain.ts';
import { lineText } from '../signed-text.ts';
import { workContextOf } from '../work-context.ts';
import { auditEvents } from './tables.ts';

interface Logger {
	readonly boardId: BoardId;
	readonly actor: ActorOfBoard;
	readonly now: Date;
	readonly newId: () => string;
	readonly permission: Permission;
	readonly trail: AuditTrail;
}

export interface SignedEvent extends AuditEvent, Signature {}

/** A line about what is being done, signed and ready to be written. */
export function signEvent(
	work: Logger,
	kind: AuditEvent['kind'],
	action: string,
	subject: AuditSubject
): SignedEvent {
	const { actor } = work;
	const event: AuditEvent = {
		boardId: work.boardId,
		id: work.newId(),
		happenedAt: toMicroseconds(work.now),
		action,
		kind,
		subjectType: subject.type,
		subjectId: subject.id,
		caseId: subject.caseId ?? null,
		actorKind: actor.kind,
		actorId: actor.kind === 'staff' ? actor.staffId : null,
		workContext: workContextOf(work.permission),
		reason: subject.reason ?? null
	};
	return { ...event, ...work.trail.sign(lineText(event)) };
}

/** JavaScript's clock has three decimals, the database six. */
function toMicroseconds(moment: Date): string {
	return moment.toISOString().replace('Z', '000Z');
}

/** Who first wrote something, by the log; null when no line says. */
export async function findFirstWriter(
	{ tx, boardId }: { readonly tx: Orm; readonly boardId: BoardId },
	subjectId: string
): Promise<Pick<AuditEvent, 'actorKind' | 'actorId'> | null> {
	const rows = await tx
		.select({ actorKind: auditEvents.actorKind, actorId: auditEvents.actorId })
		.from(auditEvents)
		.where(
			and(
				eq(auditEvents.boardId, boardId),
				eq(auditEvents.subjectId, subjectId),
				eq(auditEvents.kind, 'write')
			)
		)
		.orderBy(asc(auditEvents.happenedAt))
		.limit(1);
	return rows[0] ?? null;
}

/** Writes the line in the transaction of what it is about: when it cannot be written, neither can that. */
export async function appendAuditEvent(
	work: Logger & { readonly tx: Orm },
	kind: AuditEvent['kind'],
	action: string,
	subject: AuditSubject
): Promise<void> {
	const { happenedAt, ...event } = signEvent(work, kind, action, subject);
	await work.tx.insert(auditEvents).values({ ...event, happenedAt: new Date(happenedAt) });
}

/** Many lines of the same kind at once, for what is done to many cases together. */
export async function appendAuditEvents(
	work: Logger & { readonly tx: Orm },
	kind: AuditEvent['kind'],
	action: string,
	subjects: readonly AuditSubject[]
): Promise<void> {
	for (let from = 0; from < subjects.length; from += linesAtATime) {
		const lines = subjects
			.slice(from, from + linesAtATime)
			.map((subject) => signEvent(work, kind, action, subject));
		await work.tx
			.insert(auditEvents)
			.values(lines.map(({ happenedAt, ...event }) => ({ ...event, happenedAt: new Date(happenedAt) })));
	}
}

/** Far below the protocol's 65 535 values a statement. */
const linesAtATime = 500;

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

const happenedAt = sql<string>`to_char(${auditEvents.happenedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

type LineRow = Omit<typeof auditEvents.$inferSelect, 'happenedAt'> & { readonly happenedAt: string };

const line = {
	boardId: auditEvents.boardId,
	id: auditEvents.id,
	happenedAt,
	action: auditEvents.action,
	kind: auditEvents.kind,
	subjectType: auditEvents.subjectType,
	subjectId: auditEvents.subjectId,
	caseId: auditEvents.caseId,
	actorKind: auditEvents.actorKind,
	actorId: auditEvents.actorId,
	workContext: auditEvents.workContext,
	reason: auditEvents.reason,
	keyId: auditEvents.keyId,
	mac: auditEvents.mac,
	seq: auditEvents.seq,
	sealKeyId: auditEvents.sealKeyId,
	seal: auditEvents.seal
};

function toStoredLine({ keyId, mac, seq, sealKeyId, seal, ...event }: LineRow): StoredLine {
	const isSealed = seq !== null && seal !== null && sealKeyId !== null;
	return {
		...event,
		signature: { keyId, mac },
		place: isSealed ? { seq, seal: { keyId: sealKeyId, mac: seal } } : null
	};
}

/** The next lines of the chain after a number, in the chain's order. */
export async function listSealedLines(
	{ tx, boardId }: Scope,
	after: number,
	limit: number
): Promise<readonly StoredLine[]> {
	const rows = await tx
		.select(line)
		.from(auditEvents)
		.where(and(eq(auditEvents.boardId, boardId), sql`${auditEvents.seq} > ${after}`))
		.orderBy(asc(auditEvents.seq))
		.limit(limit);
	return rows.map(toStoredLine);
}

/** Lines that are not in the chain yet, the oldest first. */
export async function listUnsealedLines(
	{ tx, boardId }: Scope,
	limit: number,
	offset = 0
): Promise<readonly StoredLine[]> {
	const rows = await tx
		.select(line)
		.from(auditEvents)
		.where(and(eq(auditEvents.boardId, boardId), isNull(auditEvents.seq)))
		.orderBy(asc(auditEvents.happenedAt), asc(auditEvents.id))
		.limit(limit)
		.offset(offset);
	return rows.map(toStoredLine);
}

/** The last sealed line's number and seal, or null before the first. */
export async function findChainHead({
	tx,
	boardId
}: Scope): Promise<{ readonly seq: number; readonly seal: string } | null> {
	const last = tx
		.select({ seq: max(auditEvents.seq) })
		.from(auditEvents)
		.where(eq(auditEvents.boardId, boardId));
	const rows = await tx
		.select({ seq: auditEvents.seq, seal: auditEvents.seal })
		.from(auditEvents)
		.where(and(eq(auditEvents.boardId, boardId), eq(auditEvents.seq, last)));
	const [head] = rows;
	return head?.seq && head.seal ? { seq: head.seq, seal: head.seal } : null;
}

export interface Seal {
	readonly id: string;
	readonly seq: number;
	readonly seal: Signature;
}

/** Gives lines their places. The database lets each be given once. */
export async function updateAsSealed({ tx, boardId }: Scope, seals: readonly Seal[]): Promise<void> {
	const values = JSON.stringify(
		seals.map(({ id, seq, seal }) => ({ id, seq, key: seal.keyId, mac: seal.mac }))
	);
	await tx.execute(sql`
		update ${auditEvents} set seq = place.seq, seal_key_id = place.key, seal = place.mac
		from jsonb_to_recordset(${values}::jsonb) as place(id uuid, seq bigint, key text, mac text)
		where ${auditEvents.boardId} = ${boardId} and ${auditEvents.id} = place.id`);
}

/** How many times the actor has done something since the moment; for what must not be done too often. */
export async function countActions(
	{ tx, boardId, actor }: Scope & Pick<Logger, 'actor'>,
	action: string,
	since: Date
): Promise<number> {
	return tx.$count(
		auditEvents,
		and(
			eq(auditEvents.boardId, boardId),
			gt(auditEvents.happenedAt, since),
			eq(auditEvents.action, action),
			actor.kind === 'staff' ? eq(auditEvents.actorId, actor.staffId) : isNull(auditEvents.actorId)
		)
	);
}
