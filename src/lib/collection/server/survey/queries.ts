/** Administrations that a confidential survey has made in cases. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { unprotectedCases } from '#lib/cases/server/queries.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import type { BoardId, CaseId, ProviderId, ResponseId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { isRestricted } from '../after/queries.ts';
import { administrations, responses } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

/** The cases that have been invited, whatever came of it. */
export async function listInvitedCases({ tx, boardId }: Scope, surveyId: SurveyId): Promise<CaseId[]> {
	const rows = await tx
		.selectDistinct({ caseId: administrations.caseId })
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

export interface SurveyAnswers {
	readonly instrumentId: string;
	readonly providerId: ProviderId;
	readonly answers: Answers;
}

/**
 * What was answered in the survey, without a person; in no order that tells anything. Left out as in every compilation: cases
 * with protected identity, and responses that may not be used (GDPR art. 18).
 */
export async function listSurveyAnswers(
	{ query, boardId, cipher }: Pick<Work, 'query' | 'boardId' | 'cipher'>,
	surveyId: SurveyId
): Promise<readonly SurveyAnswers[]> {
	const { open } = await cipher();
	const rows = await query<Omit<SurveyAnswers, 'answers'> & { id: ResponseId; answers: Sealed }>(sql`
		select ${responses.id}, ${administrations.instrumentId} as "instrumentId", ${administrations.providerId} as "providerId", ${responses.answers}
		from ${responses}
		join ${administrations} on ${administrations.boardId} = ${responses.boardId}
			and ${administrations.id} = ${responses.administrationId}
		join ${unprotectedCases} c on c.board_id = ${administrations.boardId} and c.case_id = ${administrations.caseId}
		where ${responses.boardId} = ${boardId} and ${administrations.surveyId} = ${surveyId} and not ${isRestricted}
		order by ${responses.id}`);
	return rows.map(({ id, instrumentId, providerId, answers }) => ({
		instrumentId,
		providerId,
		answers: JSON.parse(open('responses.answers', id, answers)) as Answers
	}));
}
