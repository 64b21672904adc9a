import type { Channel } from '../../channel.ts';
import { findContact } from '../contacts/queries.ts';
import { insertMessage } from '../outbox/queries.ts';
import { insertInvitation } from '../queries.ts';
import { findClientOfCase } from '#lib/cases/server/identity/queries.ts';
import { findCaseOfAdministration } from '#lib/collection/server/queries.ts';
import type { AdministrationId, InvitationId, MessageId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface InviteInput {
	readonly administrationId: AdministrationId;
	readonly channel: Channel;
	/** The whole address that opens the questions. */
	readonly link: string;
}

/**
 * Invites the client to answer: puts a message in the outbox. Kept with the link, sealed, so that
 * reminders have the same. Refuses where there is no address of the kind (`contact-missing`) and one that
 * has been invited already (`already-exists`).
 */
export const invite = command({
	name: 'invite',
	permission: 'case:write',
	inCase: ({ administrationId }: InviteInput, work) => findCaseOfAdministration(work, administrationId),
	audit: 'always',
	subject: async ({ administrationId: id, channel }: InviteInput, _output: void, work) => ({
		type: 'administration',
		id,
		caseId: await findCaseOfAdministration(work, id),
		reason: channel
	}),
	async run(work, { administrationId, channel, link }: InviteInput): Promise<void> {
		const caseId = await findCaseOfAdministration(work, administrationId);
		const clientId = caseId === null ? null : await findClientOfCase(work, caseId);
		if (clientId === null) throw new Problem('not-found');
		const contact = await findContact(work, clientId);
		const recipient = (channel === 'email' ? contact?.email : contact?.phone) ?? null;
		if (contact === null || recipient === null) throw new Problem('contact-missing');
		const id = work.newId() as InvitationId;
		const { language } = contact;
		await insertInvitation(work, {
			id,
			administrationId,
			channel,
			language,
			recipient,
			link,
			invitedOn: work.today
		});
		const message = { id: work.newId() as MessageId, invitationId: id, number: 0, dueAt: work.now };
		await insertMessage(work, message);
	}
});
