/** Rows of targets to and from what the rest of the program knows. */
import { and, asc, desc, eq } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Target, TargetLaw } from '../target.ts';
import { targets } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

export async function insertTarget({ tx, boardId }: Scope, value: Target): Promise<void> {
	await tx.insert(targets).values({ boardId, ...value });
}

/** The targets that hold for a year: for each question the decision made last. */
export async function listTargetsOfYear(
	{ tx, boardId }: Scope,
	year: number,
	law: TargetLaw | undefined
): Promise<readonly Target[]> {
	const rows = await tx
		.selectDistinctOn([targets.law, targets.instrumentId, targets.item])
		.from(targets)
		.where(
			and(
				eq(targets.boardId, boardId),
				eq(targets.year, year),
				law === undefined ? undefined : eq(targets.law, law)
			)
		)
		.orderBy(asc(targets.law), asc(targets.instrumentId), asc(targets.item), desc(targets.decidedOn));
	return rows.map(({ boardId: _board, ...target }) => target);
}

/** The years that have targets, the latest first. */
export async function listYearsWithTargets({ tx, boardId }: Scope): Promise<readonly number[]> {
	const rows = await tx
		.selectDistinct({ year: targets.year })
		.from(targets)
		.where(eq(targets.boardId, boardId))
		.orderBy(desc(targets.year));
	return rows.map(({ year }) => year);
}
