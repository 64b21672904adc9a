/** Responses that a report may count: none that may not be used (GDPR art. 18), and only the answers that are asked for. */
import { sql, type SQL } from 'drizzle-orm';
import type { Occasion } from '#lib/cases/case.ts';
import type { Respondent } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { CaseId, ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { isRestricted } from '../after/queries.ts';
import { administrations, responses, scores } from '../tables.ts';

export interface CountedScore {
	readonly caseId: CaseId;
	readonly instrumentId: string;
	readonly version: string;
	readonly scale: string;
	readonly occasion: Occasion;
	readonly respondent: Respondent;
	readonly answeredOn: LocalDate;
	/** Null = there is a reason why there is none. */
	readonly score: number | null;
}

/** Each response's scores by the newest rules that have scored it; `within` has the `id` of cases. */
export function listCountedScores(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	within: SQL
): Promise<readonly CountedScore[]> {
	return query<CountedScore>(sql`
		select distinct on (${responses.answeredOn}, ${responses.id}, ${scores.scale})
			${administrations.caseId} as "caseId", ${administrations.instrumentId} as "instrumentId",
			${administrations.instrumentVersion} as version, ${scores.scale}, ${administrations.occasion},
			${administrations.respondent}, ${responses.answeredOn}::text as "answeredOn", ${scores.score}
		from ${responses}
		join ${administrations} on ${administrations.boardId} = ${responses.boardId}
			and ${administrations.id} = ${responses.administrationId}
		join ${scores} on ${scores.boardId} = ${responses.boardId} and ${scores.responseId} = ${responses.id}
		where ${responses.boardId} = ${boardId} and ${administrations.caseId} in ${within} and not ${isRestricted}
		order by ${responses.answeredOn}, ${responses.id}, ${scores.scale}, ${scores.ruleVersion} desc`);
}

export interface CountedAnswers {
	readonly caseId: CaseId;
	readonly instrumentId: string;
	readonly version: string;
	readonly answeredOn: LocalDate;
	readonly answers: Answers;
}

/** The answers to the named instruments, the earliest first. They are sealed, so they are counted here, not in the database. */
export async function listCountedAnswers(
	{ query, boardId, cipher }: Pick<Work, 'query' | 'boardId' | 'cipher'>,
	within: SQL,
	instrumentIds: readonly string[]
): Promise<readonly CountedAnswers[]> {
	const { open } = await cipher();
	const rows = await query<Omit<CountedAnswers, 'answers'> & { id: ResponseId; answers: never }>(sql`
		select ${responses.id}, ${administrations.caseId} as "caseId", ${administrations.instrumentId} as "instrumentId",
			${administrations.instrumentVersion} as version, ${responses.answeredOn}::text as "answeredOn", ${responses.answers}
		from ${responses}
		join ${administrations} on ${administrations.boardId} = ${responses.boardId}
			and ${administrations.id} = ${responses.administrationId}
		where ${responses.boardId} = ${boardId} and ${administrations.caseId} in ${within} and not ${isRestricted}
			and ${administrations.instrumentId} in (select jsonb_array_elements_text(${JSON.stringify(instrumentIds)}::jsonb))
		order by ${responses.answeredOn}, ${responses.id}`);
	return rows.map(({ id, answers, ...row }) => {
		const text: string = open('responses.answers', id, answers);
		return { ...row, answers: JSON.parse(text) as Answers };
	});
}
