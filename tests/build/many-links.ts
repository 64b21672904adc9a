/** Links ready to be sent in, thousands at a time: written straight to the tables, since each is made up anyway. */
import { randomUUID } from 'node:crypto';
import { administrations } from '#lib/collection/server/tables.ts';
import type { AdministrationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { audit24, openTestCase } from './made-up.ts';

/** AUDIT links, all answered to the last question and not yet sent; their tokens. */
export async function makeManyLinks(context: Context, count: number): Promise<string[]> {
	const caseId = await openTestCase(context);
	const { actor, database } = context;
	if (actor.kind === 'anonymous') throw new Error('Only somebody with a board can make links.');
	const { boardId } = actor;
	const cipher = await database.keyRing.cipherOf(boardId, database.query);
	const draft = JSON.stringify(audit24);
	const tokens = Array.from({ length: count }, () => context.newToken());
	for (let at = 0; at < count; at += 500) {
		await database.orm.insert(administrations).values(
			tokens.slice(at, at + 500).map((token) => {
				const id = randomUUID() as AdministrationId;
				return {
				boardId,
				id,
				caseId,
				instrumentId: 'audit',
				instrumentVersion: '1.0.0',
				occasion: 'before' as const,
				respondent: 'client' as const,
				mode: 'link' as const,
				state: 'started' as const,
				createdOn: '2026-03-02' as LocalDate,
				tokenHash: hashToken(token),
				expiresOn: '2099-12-31' as LocalDate,
				draftAnswers: cipher.seal('administrations.draft_answers', id, draft),
				draftPage: 'audit_10',
				draftLanguage: 'sv'
				};
			})
		);
	}
	return tokens;
}
