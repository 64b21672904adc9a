import { findContact } from '../contacts/queries.ts';
import { isInvited } from '../letter/queries.ts';
import { insertInvitation } from '../queries.ts';
import { findClientOfCase } from '#lib/cases/server/identity/queries.ts';
import {
	findAdministrationState,
	findCaseOfAdministration,
	updateLink
} from '#lib/collection/server/queries.ts';
import type { AdministrationId, InvitationId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

export interface WriteLetterInput {
	readonly administrationId: AdministrationId;
	/** The address that opens a link, but for the token that comes last. */
	readonly linkBase: string;
}

/**
 * Makes a letter of a link in a case, in the client's language. Of the link itself only the hash was kept, so the letter has a
 * new one, and the old one stops working; from then on it is kept, sealed, and the letter is the same however often it is
 * printed. Refuses a survey's (`not-found`), what has been answered (`already-answered`) or taken back (`changed-meanwhile`), a link whose last day has
 * passed (`invalid-input`), and one that somebody has been invited with already (`already-exists`): its letter can be printed.
 */
export const writeLetter = command({
	name: 'writeLetter',
	permission: 'case:write',
	inCase: ({ administrationId }: WriteLetterInput, work) => findCaseOfAdministration(work, administrationId),
	audit: 'always',
	subject: async ({ administrationId: id }: WriteLetterInput, _output: void, work) => ({
		type: 'administration',
		id,
		caseId: await findCaseOfAdministration(work, id),
		reason: 'letter'
	}),
	async run(work, { administrationId, linkBase }: WriteLetterInput): Promise<void> {
		const found = await findAdministrationState(work, administrationId);
		if (!found || found.mode !== 'link') throw new Problem('not-found');
		// A survey has letters of its own, and one of them opens all its forms.
		if (found.surveyId !== null) throw new Problem('not-found');
		if (found.state === 'answered') throw new Problem('already-answered');
		if (found.state === 'withdrawn') throw new Problem('changed-meanwhile');
		const { expiresOn } = found;
		if (expiresOn === null || expiresOn < work.today) {
			throw new Problem('invalid-input', { field: 'expiresOn' });
		}
		if (await isInvited(work, administrationId)) throw new Problem('already-exists');
		const caseId = await findCaseOfAdministration(work, administrationId);
		const clientId = caseId === null ? null : await findClientOfCase(work, caseId);
		if (clientId === null) throw new Problem('not-found');
		const token = work.newToken();
		await updateLink(work, administrationId, { tokenHash: hashToken(token), expiresOn });
		await insertInvitation(work, {
			id: work.newId() as InvitationId,
			administrationId,
			channel: 'letter',
			language: (await findContact(work, clientId))?.language ?? 'sv',
			recipient: null,
			link: `${linkBase}${token}`,
			invitedOn: work.today
		});
	}
});
