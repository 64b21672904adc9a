import { findLinkRow, listAsked, mergeDraft } from '../link/queries.ts';
import { areTooLarge } from '../../answers-size.ts';
import { decideLink } from '../../decide-link.ts';
import { listReplacedNames } from '../../draft-names.ts';
import { findSitting } from '#lib/instruments/server/catalogue.ts';
import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';
import { readAnswers } from '#lib/questionnaire/read-answers.ts';
import type { InformationId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

export interface SaveDraftInput {
	readonly token: string;
	/** All answers of the page that was left. */
	readonly answers: Answers;
	/** The page they belong to: a question of it that has no answer now loses the one it had. Null: only adds. */
	readonly page: string | null;
	readonly language: LanguageTag;
	/** Questions that the page showed with pictures; left out where it showed none. */
	readonly pictured?: readonly string[];
	/** Which text the page linked to about how answers are handled. */
	readonly informationId?: InformationId | null;
}

/**
 * Keeps what has been answered so far in a named administration, so that the same link can be opened again. The last
 * page saved wins, question by question. Nothing is logged and nothing is validated but that the questions exist.
 */
export const saveDraft = command({
	name: 'saveDraft',
	permission: 'response:submit',
	// Each try is one statement, safe to run twice; what a respondent keeps for themselves is not logged.
	audit: 'in-statement',
	subject: null,
	async run(work, input: SaveDraftInput): Promise<void> {
		if (areTooLarge(input.answers)) throw new Problem('answers-too-large');
		const tokenHash = hashToken(input.token);
		const link = await findLinkRow(work, tokenHash);
		if (!link) throw new Problem('link-unknown');
		const open = decideLink(link, work.today);
		if (!open.ok) throw new Problem(open.problem);
		const { questionnaire } = findSitting(work.catalogue, listAsked(link))?.joined ?? {};
		if (!questionnaire) throw new Problem('instrument-unavailable');
		const read = readAnswers(questionnaire, input.answers);
		if (!read.ok) throw new Problem('answers-refused');

		const { page, language, pictured = [] } = input;
		const replaces = listReplacedNames(questionnaire, link.draftAnswers ?? {}, page);
		const informationId = input.informationId ?? null;
		const change = { tokenHash, replaces, answers: read.value, page, language, pictured, informationId };
		const isSaved = await mergeDraft(work, link, change);
		if (!isSaved) throw new Problem('changed-meanwhile');
	}
});
