import { deleteDraft } from '../link/queries.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

/**
 * Takes away what has been answered by a link and not sent: its pages have been left in a hurry. Says nothing about whether
 * there was anything, or such a link. Staff see the link as one that nobody has begun with.
 */
export const forgetDraft = command({
	name: 'forgetDraft',
	permission: 'response:submit',
	// One statement, safe to run twice; what a respondent does with their own draft is not logged.
	audit: 'in-statement',
	subject: null,
	async run(work, { token }: { readonly token: string }): Promise<void> {
		await deleteDraft(work, hashToken(token));
	}
});
