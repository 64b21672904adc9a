/** Administrations that a confidential survey has made in cases. */
import { and, eq, inArray } from 'drizzle-orm';
import type { BoardId, CaseId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { administrations } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

/** The cases that have been invited, whatever came of it. */
export async function listInvitedCases({ tx, boardId }: Scope, surveyId: SurveyId): Promise<CaseId[]> {
	const rows = await tx
		.select({ caseId: administrations.caseId })
		.from(administrations)
		.where(and(eq(administrations.boardId, boardId), eq(administrations.surveyId, surveyId)));
	return rows.map(({ caseId }) => caseId);
}

/** Says until which day the survey's links work, of those that have not been answered or taken back. */
export async function updateLinksOfSurvey(
	{ tx, boardId }: Scope,
	surveyId: SurveyId,
	expiresOn: LocalDate
): Promise<void> {
	await tx
		.update(administrations)
		.set({ expiresOn })
		.where(
			and(
				eq(administrations.boardId, boardId),
				eq(administrations.surveyId, surveyId),
				inArray(administrations.state, ['sent', 'started'])
			)
		);
}
