import { markDeclined } from '../queries.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

export interface DeclineInvitationInput {
	readonly token: string;
}

/**
 * "No, thank you": nobody is reminded any more. The link goes on working, for whoever thinks better of it. One statement;
 * says nothing of who it was.
 */
export const declineInvitation = command({
	name: 'declineInvitation',
	permission: 'response:submit',
	audit: 'in-statement',
	subject: null,
	run: (work, { token }: DeclineInvitationInput): Promise<boolean> =>
		markDeclined(work, hashToken(token), work.today)
});
