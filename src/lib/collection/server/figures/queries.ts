/** Parts of statements that other domains count responses with. */
import { sql, type SQL } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import { isRestricted } from '../after/queries.ts';
import { administrations, responses, scores } from '../tables.ts';

/** `case_id, instrument_id, occasion, answered_on, bands` of the board's scores on a scale, those that may be used. */
export function bandsOnScale({ boardId }: { readonly boardId: BoardId }, scale: string): SQL {
	return sql`(
		select ${administrations.caseId}, ${administrations.instrumentId}, ${administrations.occasion},
			${responses.answeredOn}, ${scores.bands}
		from ${scores}
		join ${responses} on ${responses.boardId} = ${scores.boardId} and ${responses.id} = ${scores.responseId}
		join ${administrations} on ${administrations.boardId} = ${responses.boardId}
			and ${administrations.id} = ${responses.administrationId}
		where ${scores.boardId} = ${boardId} and ${scores.scale} = ${scale} and ${scores.score} is not null
			and not ${isRestricted}
	)`;
}
