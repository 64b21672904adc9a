/** Questions that are not asked, to and from their table. */
import { and, eq, isNull, or } from 'drizzle-orm';
import type { HiddenQuestionsId, UnitId } from '#lib/shared/ids.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { hiddenQuestions } from '../hidden-question-tables.ts';

type Scope = Pick<Work, 'tx' | 'boardId'>;

export interface HiddenQuestions {
	/** Null: the board's own choice, for units without one. */
	readonly unitId: UnitId | null;
	readonly questions: readonly string[];
}

/** Every choice there is for the instrument. */
export async function listHiddenOf(
	{ tx, boardId }: Scope,
	instrumentId: string
): Promise<readonly HiddenQuestions[]> {
	return tx
		.select({ unitId: hiddenQuestions.unitId, questions: hiddenQuestions.questions })
		.from(hiddenQuestions)
		.where(and(eq(hiddenQuestions.boardId, boardId), eq(hiddenQuestions.instrumentId, instrumentId)));
}

/** What is not asked in the unit: its own choice, or the board's where it has none. */
export async function findHiddenIn(
	{ tx, boardId }: Scope,
	instrumentId: string,
	unitId: UnitId | null
): Promise<ReadonlySet<string>> {
	const rows = await tx
		.select({ unitId: hiddenQuestions.unitId, questions: hiddenQuestions.questions })
		.from(hiddenQuestions)
		.where(
			and(
				eq(hiddenQuestions.boardId, boardId),
				eq(hiddenQuestions.instrumentId, instrumentId),
				unitId === null
					? isNull(hiddenQuestions.unitId)
					: or(eq(hiddenQuestions.unitId, unitId), isNull(hiddenQuestions.unitId))
			)
		);
	const own = rows.find((row) => row.unitId === unitId) ?? rows[0];
	return new Set(own?.questions ?? []);
}

export async function saveHidden(
	{ tx, boardId }: Scope,
	value: HiddenQuestions & { readonly id: HiddenQuestionsId; readonly instrumentId: string }
): Promise<void> {
	await tx
		.insert(hiddenQuestions)
		.values({ boardId, ...value })
		.onConflictDoUpdate({
			target: [hiddenQuestions.boardId, hiddenQuestions.unitId, hiddenQuestions.instrumentId],
			set: { questions: value.questions }
		});
}
