import { updateInvitationLink } from '../queries.ts';
import {
	findAdministrationState,
	findCaseOfAdministration,
	updateLink
} from '#lib/collection/server/queries.ts';
import type { AdministrationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';

export interface RenewLinkInput {
	readonly administrationId: AdministrationId;
	/** The last day the new link works. */
	readonly expiresOn: LocalDate;
	/** The address that opens a link, but for the token that comes last. */
	readonly linkBase: string;
}

/**
 * Makes a new link in place of the old one, which stops working; what has been answered so far stays. Messages that
 * have not left, reminders and letters carry the new one. Refuses one that has been answered (`already-answered`) or taken
 * back (`changed-meanwhile`), a day that has passed, and one of a survey that has closed (`survey-not-open`).
 */
export const renewLink = command({
	name: 'renewLink',
	permission: 'case:write',
	inCase: ({ administrationId }: RenewLinkInput, work) => findCaseOfAdministration(work, administrationId),
	audit: 'always',
	subject: async ({ administrationId: id }: RenewLinkInput, _output: { readonly token: string }, work) => ({
		type: 'administration',
		id,
		caseId: await findCaseOfAdministration(work, id)
	}),
	async run(
		work,
		{ administrationId, expiresOn, linkBase }: RenewLinkInput
	): Promise<{ readonly token: string }> {
		if (expiresOn < work.today) throw new Problem('invalid-input', { field: 'expiresOn' });
		const found = await findAdministrationState(work, administrationId);
		if (!found || found.mode !== 'link') throw new Problem('not-found');
		if (found.state === 'answered') throw new Problem('already-answered');
		if (found.state === 'withdrawn') throw new Problem('changed-meanwhile');
		// A survey's links are open as long as the survey, and no longer.
		const isLater = found.surveyId !== null && found.expiresOn !== null && expiresOn > found.expiresOn;
		const last = isLater && found.expiresOn !== null ? found.expiresOn : expiresOn;
		if (last < work.today) throw new Problem('survey-not-open');
		const token = work.newToken();
		await updateLink(work, administrationId, { tokenHash: hashToken(token), expiresOn: last });
		await updateInvitationLink(work, administrationId, `${linkBase}${token}`);
		return { token };
	}
});
