/** What clients have agreed to hand over, to and from its table. */
import { and, asc, eq } from 'drizzle-orm';
import { findNames } from '#lib/access/server/colleagues/queries.ts';
import type { BoardId, InterventionId, ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { providerHandOvers } from '../hand-over-tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

export interface HandOver {
	readonly interventionId: InterventionId;
	readonly agreedOn: LocalDate;
	/** Null when the account is gone. */
	readonly recordedByName: string | null;
}

/** Writes it down. False when it has been before: a yes is a yes. */
export async function insertHandOver(
	{ tx, boardId }: Scope,
	value: {
		readonly responseId: ResponseId;
		readonly interventionId: InterventionId;
		readonly agreedOn: LocalDate;
		readonly recordedBy: string;
	}
): Promise<boolean> {
	const rows = await tx
		.insert(providerHandOvers)
		.values({ boardId, ...value })
		.onConflictDoNothing()
		.returning({ responseId: providerHandOvers.responseId });
	return rows.length === 1;
}

/** To whom a response may be handed, the first agreement first. */
export async function listHandOvers(
	{ tx, boardId }: Scope,
	responseId: ResponseId
): Promise<readonly HandOver[]> {
	const rows = await tx
		.select()
		.from(providerHandOvers)
		.where(and(eq(providerHandOvers.boardId, boardId), eq(providerHandOvers.responseId, responseId)))
		.orderBy(asc(providerHandOvers.agreedOn), asc(providerHandOvers.interventionId));
	const names = await findNames(
		tx,
		rows.map(({ recordedBy }) => recordedBy)
	);
	return rows.map(({ interventionId, agreedOn, recordedBy }) => ({
		interventionId,
		agreedOn,
		recordedByName: names.get(recordedBy) ?? null
	}));
}
